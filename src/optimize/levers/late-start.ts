/** The lever "start on time": part of the minutes lost before the first patient are worked and booked. */

import { mean } from '../../engine/laws/moments.ts';
import { scaledLaw } from '../../model/law.ts';
import type { Department } from '../../model/results/compare.ts';
import type { Device, Scenario, Vacation } from '../../model/scenario.ts';
import { MINUTE } from '../../model/units.ts';
import type { Lever, LeverCase } from './lever.ts';
import {
  departmentsOf,
  goesOn,
  isZero,
  onlyDevice,
  placeOf,
  resources,
  UNITS,
  weeklyMinutesOf,
  withDevices,
  withVacations,
} from './practice-edit.ts';
import { withFreedMinutes } from './slot-mixture.ts';

const ID = 'late-start';

const lateMinutes = (vacation: Vacation, device: Device): number =>
  goesOn(vacation, device) ? 0 : mean(vacation.lateStart) / MINUTE;

/** Minutes a week lost to late starts in the vacations that take appointments. */
const lostMinutes = (scenario: Scenario, place: Department): number =>
  weeklyMinutesOf(scenario, place, lateMinutes);

function apply(scenario: Scenario, place: Department, strength: number): Scenario {
  if (strength === 0) return scenario;
  const freed = strength * lostMinutes(scenario, place);
  const onTime = withDevices(scenario, (device) => {
    const isThere = device.site === place.site && device.modality === place.modality;
    if (!isThere || device.week.every(({ lateStart }) => isZero(lateStart))) return device;
    return withVacations(device, (vacation) =>
      isZero(vacation.lateStart)
        ? vacation
        : { ...vacation, lateStart: scaledLaw(vacation.lateStart, 1 - strength) },
    );
  });
  return withFreedMinutes(onTime, place, freed);
}

export const LATE_START: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Start on time', fr: 'Démarrer à l’heure' },
  assumption: {
    en: 'Half of the minutes lost before the first patient are worked, and given to appointments: a few slots are five minutes shorter.',
    fr: 'La moitié des minutes perdues avant le premier patient est travaillée et rendue aux rendez-vous : quelques créneaux ont cinq minutes de moins.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'ANAP (2010) names late starts among the likely margins, smaller on MRI than on CT, without a figure',
      fr: 'l’ANAP (2010) cite les démarrages tardifs parmi les marges probables, moindres en IRM qu’au scanner, sans chiffre',
    },
  },
  effort: 'small',
  isNegative: false,
  cases: (scenario) => ({
    cases: departmentsOf(scenario)
      .filter((place) => lostMinutes(scenario, place) > 0)
      .map((place): LeverCase => {
        const where = placeOf(scenario, place);
        return {
          id: `${ID}:${place.site}/${place.modality}`,
          lever: ID,
          site: place.site,
          modalities: [place.modality],
          device: onlyDevice(scenario, place),
          what: {
            en: `${where.en}: first patient in the room on time`,
            fr: `${where.fr} : premier patient en salle à l’heure`,
          },
          strength: { value: 0.5, range: [0.2, 0.9], unit: UNITS.shareOfMinutes },
          resources: () => resources({}),
          apply: (changed, strength) => apply(changed, place, strength),
        };
      }),
    notRankable: [],
  }),
});
