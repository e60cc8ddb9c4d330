/** How one quantity answers to another, learnt from one simulation of a calibration to the next. */

/** Largest change of a knob in one step, in logarithm. */
export const STRIDE = 0.35;

/** What a point still counts for when the next one comes. */
const MEMORY = 0.5;
/** The slope begins as if seen on points spread by this variance. */
const PRIOR_SPREAD = 0.01;

/**
 * A line through the points seen so far, the latest counting most, so that the chance in one simulation is not taken for
 * an answer; its slope a stated one to begin with.
 */
export class LearntLine {
  readonly #slopes: { readonly first: number; readonly least: number; readonly most: number };
  #weight = 0;
  #x = 0;
  #y = 0;
  #spread = 0;
  #shared = 0;

  constructor(slopes: { readonly first: number; readonly least: number; readonly most: number }) {
    this.#slopes = slopes;
  }

  /** Adds a point, and gives the change of x that should bring y to what is wanted: at most a stride. */
  step(x: number, y: number, wanted: number): number {
    const { first, least, most } = this.#slopes;
    const kept = MEMORY * this.#weight;
    this.#weight = kept + 1;
    const [byX, byY] = [x - this.#x, y - this.#y];
    // Weighted sums of squares about the mean, a point more at a time (West 1979).
    this.#spread = MEMORY * this.#spread + (kept / this.#weight) * byX * byX;
    this.#shared = MEMORY * this.#shared + (kept / this.#weight) * byX * byY;
    this.#x += byX / this.#weight;
    this.#y += byY / this.#weight;
    const seen = (PRIOR_SPREAD * first + this.#shared) / (PRIOR_SPREAD + this.#spread);
    const slope = Math.min(most, Math.max(least, seen));
    const here = this.#y + slope * (x - this.#x);
    return Math.min(STRIDE, Math.max(-STRIDE, (wanted - here) / slope));
  }
}
