/** Named week profiles: when in the week requests come, as weights of the 168 hours from Monday 00:00. */

export type ProfileName = 'flat' | 'office' | 'emergency';

/**
 * Relative hourly load of an emergency department: low at night, high from 10:00 to 22:00. Assumed shape; the
 * campaign only says that the first part of the night (20:00–00:00) is busier than the deep night (ANAP 2010).
 */
const EMERGENCY_HOURS = [
  0.5, 0.4, 0.3, 0.3, 0.3, 0.3, 0.4, 0.6, 1.0, 1.4, 1.6, 1.6, 1.5, 1.5, 1.6, 1.6, 1.6, 1.6, 1.5, 1.4, 1.3,
  1.1, 0.9, 0.7,
];

const isOffice = (hourOfWeek: number) => {
  const hour = hourOfWeek % 24;
  return hourOfWeek < 120 && hour >= 8 && hour < 18;
};

const hours = (weight: (hourOfWeek: number) => number): readonly number[] =>
  Object.freeze(Array.from({ length: 168 }, (_, hour) => weight(hour)));

const PROFILES: Readonly<Record<ProfileName, readonly number[]>> = Object.freeze({
  flat: hours(() => 1),
  office: hours((hour) => Number(isOffice(hour))),
  emergency: hours((hour) => EMERGENCY_HOURS[hour % 24]!),
});

/**
 * The 168 weights of a named profile, from Monday 00:00.
 * @example weekProfile('office').filter((weight) => weight > 0).length // 50
 */
export function weekProfile(name: ProfileName): readonly number[] {
  return PROFILES[name];
}
