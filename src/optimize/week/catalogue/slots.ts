/** Standard slots as a choice: a department books by real durations, or as now. */
import type { WeekRules } from '../../../model/rules/rules.ts';
import type { Scenario } from '../../../model/scenario.ts';
import { placeOf } from '../../levers/practice-edit.ts';
import { REAL_DURATIONS } from '../../levers/real-durations.ts';
import type { WeekChange } from '../change.ts';
import { placeChange } from './change-parts.ts';

/** True when a scenario has another frozen device than before, in its slots or its week. */
const touchesFrozen = (before: Scenario, after: Scenario, frozen: ReadonlySet<string>): boolean =>
  before.devices.some(
    (device, rank) => frozen.has(device.id) && JSON.stringify(device) !== JSON.stringify(after.devices[rank]),
  );

/**
 * Booking by real durations, for each department it would change: as strongly as the lever of that name is pulled, in the
 * week as the other changes leave it. Slots are a matter of the whole department: one device frozen, in any of its hours,
 * leaves them as they are; and so does one of another site that would have to know the shorter slots of patients passed on.
 */
export function slotStandards(scenario: Scenario, rules: Pick<WeekRules, 'frozen'>): readonly WeekChange[] {
  const frozen = new Set(rules.frozen.map(({ device }) => device));
  return REAL_DURATIONS.cases(scenario).cases.flatMap((lever) => {
    const { site, device, strength } = lever;
    const modality = lever.modalities[0]!;
    if (touchesFrozen(scenario, lever.apply(scenario, strength.value), frozen)) return [];
    return placeChange(scenario, {
      kind: 'slots',
      name: `${device ?? `${site}/${modality}`}/real-durations`,
      site,
      modality,
      device,
      place: placeOf(scenario, { site, modality }),
      what: {
        en: 'slots as long as the exams really take',
        fr: 'des créneaux de la durée réelle des examens',
      },
      staff: lever.resources(strength.value).staffHoursPerWeek,
      group: `slots/${device ?? `${site}/${modality}`}`,
      apply: (to) => lever.apply(to, strength.value),
    });
  });
}
