/** The few functions of jStat that Créneau uses; the package ships no types. */
declare module 'jstat' {
  interface Law {
    inv(p: number, ...parameters: number[]): number;
    cdf(x: number, ...parameters: number[]): number;
  }
  const jStat: { studentt: Law; normal: Law; gamma: Law; weibull: Law; lognormal: Law };
  export default jStat;
}
