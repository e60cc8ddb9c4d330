/** A week profile of requests, as stretches of even demand. */

const HOUR = 3600;
const HOURS_A_DAY = 24;
const DAYS_A_WEEK = 7;

/** A stretch of a day over which requests come at one rate. */
export interface Stretch {
  /** Seconds since midnight. */
  readonly from: number;
  readonly to: number;
  /** Share of the week's requests that falls in it. */
  readonly share: number;
}

export type WeekStretches = readonly (readonly Stretch[])[];

export interface ProfilePlan {
  /** All hours alike. */
  readonly flat: boolean;
  /** By day kind: hours of equal weight merged, hours without requests left out. */
  readonly stretches: WeekStretches;
}

/** The stretches of 168 hourly weights from Monday 00:00. */
export function planProfile(weights: readonly number[]): ProfilePlan {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const stretches = Array.from({ length: DAYS_A_WEEK }, (_, day) =>
    dayStretches(weights.slice(day * HOURS_A_DAY, (day + 1) * HOURS_A_DAY), total),
  );
  return { flat: weights.every((weight) => weight === weights[0]), stretches };
}

function dayStretches(weights: readonly number[], total: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let hour = 0; hour < weights.length; ) {
    const weight = weights[hour]!;
    let end = hour + 1;
    while (end < weights.length && weights[end] === weight) end++;
    if (weight > 0)
      stretches.push({ from: hour * HOUR, to: end * HOUR, share: (weight * (end - hour)) / total });
    hour = end;
  }
  return stretches;
}
