/** The Alea generator of seedrandom by itself; the package's types cover only its main entry. */
declare module 'seedrandom/lib/alea.js' {
  /** State before the next draw. */
  interface AleaState {
    readonly s0: number;
    readonly s1: number;
    readonly s2: number;
    /** Carry. */
    readonly c: number;
  }
  export default function alea(
    seed: string,
    options: { state: true },
  ): (() => number) & { state(): AleaState };
  export default function alea(seed: string): () => number;
}
