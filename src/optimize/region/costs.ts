/** What equipment and opening cost a region and who staffs them: assumed, with ranges, to be replaced by one's own. */
import { deepFreeze } from '../../model/freeze.ts';
import type { RegionInput } from '../../model/results/region.ts';
import type { Device, Label } from '../../model/scenario.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import type { StaffHours } from '../levers/lever.ts';
import { staffOf } from '../levers/staffing.ts';
import { UNIT_COSTS } from '../levers/unit-costs.ts';
import { BLOCK_HOURS } from './places.ts';
import type { RegionCosts, StaffTaken } from './problem.ts';

const UNVERIFIED: Label = {
  en: 'order of magnitude, not verified: put your own in its place',
  fr: 'ordre de grandeur, non vérifié : à remplacer par le vôtre',
};

const assumed = (
  id: string,
  value: number,
  range: readonly [number, number],
  unit: string,
  label: Label,
  source: Label = UNVERIFIED,
): RegionInput => ({ id, label, value, unit, range, status: 'assumed', source });

/** Costs a year that no document gives: purchase and works spread over seven years, and upkeep. */
export const COST_INPUTS = deepFreeze({
  ct: assumed('cost-ct', 175_000, [110_000, 260_000], '€/year', {
    en: 'one more scanner: 0.8 M€ with its works over 7 years, and upkeep',
    fr: 'un scanner de plus : 0,8 M€ travaux compris sur 7 ans, et la maintenance',
  }),
  mri: assumed('cost-mri', 350_000, [250_000, 500_000], '€/year', {
    en: 'one more MRI: 1.7 M€ with its works over 7 years, and upkeep',
    fr: 'une IRM de plus : 1,7 M€ travaux compris sur 7 ans, et la maintenance',
  }),
  site: assumed('cost-new-site', 150_000, [50_000, 400_000], '€/year', {
    en: 'premises and reception of a site that does not exist yet',
    fr: 'locaux et accueil d’un site qui n’existe pas encore',
  }),
  technologist: assumed(
    'cost-technologist',
    UNIT_COSTS.technologist.value,
    UNIT_COSTS.technologist.range,
    '€/h',
    { en: 'hour of a technologist', fr: 'heure de manipulateur' },
    UNIT_COSTS.technologist.source,
  ),
  radiologist: assumed(
    'cost-radiologist',
    UNIT_COSTS.radiologist.value,
    UNIT_COSTS.radiologist.range,
    '€/h',
    { en: 'hour of a radiologist', fr: 'heure de radiologue' },
    UNIT_COSTS.radiologist.source,
  ),
} satisfies Record<string, RegionInput>);

const hoursOf = (device: Device): StaffTaken => {
  const sum = device.week.map(staffOf).reduce<Pick<StaffHours, 'technologist' | 'radiologist'>>(
    (all, one) => ({
      technologist: all.technologist + one.technologist,
      radiologist: all.radiologist + one.radiologist,
    }),
    { technologist: 0, radiologist: 0 },
  );
  return { technologist: sum.technologist, radiologist: sum.radiologist };
};

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Staff hours a week of a device: the mean of those of a modality, on-call left out. */
function staffOfModality(devices: readonly Device[], modality: Modality): StaffTaken {
  const hours = devices
    .filter((device) => device.modality === modality)
    .map((device) => hoursOf({ ...device, week: device.week.filter(({ type }) => type !== 'on-call') }));
  return {
    technologist: meanOf(hours.map((one) => one.technologist)),
    radiologist: meanOf(hours.map((one) => one.radiologist)),
  };
}

/**
 * Costs of a region: staff hours are those its own devices of the modality have on average (two technologists and, where
 * the vacation has one, a radiologist), the rest is assumed.
 * @param devices those that residents book.
 */
export function regionCosts(devices: readonly Device[]): RegionCosts {
  const evening = {
    type: 'public-scheduled',
    fromSeconds: 0,
    toSeconds: BLOCK_HOURS * 3600,
    everyWeeks: 1,
  } as const;
  const provided = devices[0]?.week.find(({ classes }) => classes.includes('A'))?.provides ?? [];
  const block = staffOf({ ...evening, callIn: null, provides: provided });
  return deepFreeze({
    deviceEurosPerYear: { ct: COST_INPUTS.ct.value, mri: COST_INPUTS.mri.value },
    deviceStaffHours: Object.fromEntries(
      MODALITIES.map((modality) => [modality, staffOfModality(devices, modality)]),
    ) as Record<Modality, StaffTaken>,
    newSiteEurosPerYear: COST_INPUTS.site.value,
    blockHours: BLOCK_HOURS,
    blockStaffHours: { technologist: block.technologist, radiologist: block.radiologist },
    eurosPerHour: {
      technologist: COST_INPUTS.technologist.value,
      radiologist: COST_INPUTS.radiologist.value,
    },
  });
}
