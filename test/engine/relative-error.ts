/** |got − wanted| / |wanted|; 0 when both are the same, infinities and NaN included. */
export function relativeError(got: number, wanted: number): number {
  if (Object.is(got, wanted) || got === wanted) return 0;
  return wanted === 0 ? Infinity : Math.abs(got - wanted) / Math.abs(wanted);
}

/** The greatest relative error of one function against another over these points. */
export function worstError(
  points: readonly number[],
  got: (x: number) => number,
  wanted: (x: number) => number,
): number {
  return points.reduce((worst, x) => {
    const error = relativeError(got(x), wanted(x));
    return error >= worst || Number.isNaN(error) ? error : worst;
  }, 0);
}
