/** The Alea generator of seedrandom by itself; the package's types cover only its main entry. */
declare module 'seedrandom/lib/alea.js' {
  export default function alea(seed: string): () => number;
}
