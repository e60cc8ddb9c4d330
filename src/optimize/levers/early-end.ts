/** The lever "work to the end": part of the minutes lost after the last patient are worked and booked. */
import type { Department } from '../../model/results/compare.ts';
import type { Scenario } from '../../model/scenario.ts';
import { MINUTE } from '../../model/units.ts';
import type { Lever, LeverCase } from './lever.ts';
import {
  departmentsOf,
  onlyDevice,
  placeOf,
  resources,
  UNITS,
  weeklyMinutesOf,
  withDevices,
  withVacations,
} from './practice-edit.ts';
import { withFreedMinutes } from './slot-mixture.ts';

const ID = 'early-end';

/** Minutes a week lost to early ends in the vacations that take appointments. */
const lostMinutes = (scenario: Scenario, place: Department): number =>
  weeklyMinutesOf(scenario, place, ({ earlyEndSeconds }) => earlyEndSeconds / MINUTE);

function apply(scenario: Scenario, place: Department, strength: number): Scenario {
  if (strength === 0) return scenario;
  const freed = strength * lostMinutes(scenario, place);
  const toTheEnd = withDevices(scenario, (device) => {
    const isThere = device.site === place.site && device.modality === place.modality;
    if (!isThere || device.week.every(({ earlyEndSeconds }) => earlyEndSeconds === 0)) return device;
    return withVacations(device, (vacation) =>
      vacation.earlyEndSeconds === 0
        ? vacation
        : { ...vacation, earlyEndSeconds: Math.round(vacation.earlyEndSeconds * (1 - strength)) },
    );
  });
  return withFreedMinutes(toTheEnd, place, freed);
}

export const EARLY_END: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Work to the end', fr: 'Aller au bout de la vacation' },
  assumption: {
    en: 'Half of the minutes lost at the end of vacations are worked: inserted patients are taken later, and a few slots are five minutes shorter so that as many more appointments fit.',
    fr: 'La moitié des minutes perdues en fin de vacation est travaillée : les patients insérés sont pris plus tard, et quelques créneaux ont cinq minutes de moins pour loger autant de rendez-vous en plus.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'ANAP (2010) names early ends among the likely margins, smaller on MRI than on CT, without a figure',
      fr: 'l’ANAP (2010) cite les fins précoces parmi les marges probables, moindres en IRM qu’au scanner, sans chiffre',
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
            en: `${where.en}: patients until the end of the vacation`,
            fr: `${where.fr} : des patients jusqu’à la fin de la vacation`,
          },
          strength: { value: 0.5, range: [0.2, 0.9], unit: UNITS.shareOfMinutes },
          resources: () => resources({}),
          apply: (changed, strength) => apply(changed, place, strength),
        };
      }),
    notRankable: [],
  }),
});
