/** What a plan rests on, what it does not consider, and how many of its sites are nobody's. */
import { deepFreeze } from '../../model/freeze.ts';
import type { Grounds, RegionInput } from '../../model/results/region.ts';
import type { Label, Scenario } from '../../model/scenario.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import { COST_INPUTS } from './costs.ts';
import { HORIZON_DEFAULTS, type RegionProblemOptions } from './from-scenario.ts';
import type { RegionProblem } from './problem.ts';
import { regionAssumptions } from './sets.ts';

const ASSUMED: Label = { en: 'assumed; state your own', fr: 'supposé ; indiquez le vôtre' };

/** A number of the plan: the user’s where one is stated. */
function planInput(
  id: string,
  stated: number | undefined,
  value: number,
  unit: string,
  range: readonly [number, number] | null,
  label: Label,
  source: Label = ASSUMED,
): RegionInput {
  if (stated === undefined) return { id, label, value, unit, range, status: 'assumed', source };
  const byUser: Label = { en: 'stated by you', fr: 'indiqué par vous' };
  return { id, label, value, unit, range: null, status: 'stated', source: byUser };
}

const GROWTH: Readonly<Record<Modality, Label>> = {
  ct: {
    en: 'growth of requests a year in the linear model, scanner',
    fr: 'croissance annuelle des demandes dans le modèle linéaire, scanner',
  },
  mri: {
    en: 'growth of requests a year in the linear model, MRI',
    fr: 'croissance annuelle des demandes dans le modèle linéaire, IRM',
  },
};

/** Every number a plan rests on besides the region’s file: status, range and source of each. */
export function planInputs(
  scenario: Scenario,
  problem: RegionProblem,
  stated: RegionProblemOptions,
): readonly RegionInput[] {
  const { unmetDays, travelDaysPerHour, deviceLagMonths, openingLagMonths, growthPerYear } = HORIZON_DEFAULTS;
  const horizon = [
    planInput(
      'unmet-days',
      stated.unmetDays,
      problem.unmetDays,
      'd',
      unmetDays.range,
      {
        en: 'days of waiting that a request without any appointment counts for',
        fr: 'jours d’attente que compte une demande restée sans aucun rendez-vous',
      },
      { en: 'assumed: a choice of weight, not a measure', fr: 'supposé : un choix de poids, non une mesure' },
    ),
    planInput(
      'travel-days',
      stated.travelDaysPerHour,
      problem.travelDaysPerHour,
      'd/h',
      travelDaysPerHour.range,
      {
        en: 'days of waiting that an hour of travel counts for, in the linear model',
        fr: 'jours d’attente que compte une heure de trajet, dans le modèle linéaire',
      },
    ),
    planInput(
      'device-lag',
      stated.deviceLagMonths,
      stated.deviceLagMonths ?? deviceLagMonths.value,
      'months',
      deviceLagMonths.range,
      {
        en: 'from authorisation to opening of a device',
        fr: 'de l’autorisation à l’ouverture d’un appareil',
      },
    ),
    planInput(
      'opening-lag',
      stated.openingLagMonths,
      stated.openingLagMonths ?? openingLagMonths.value,
      'months',
      openingLagMonths.range,
      { en: 'from decision to longer opening', fr: 'de la décision à l’ouverture élargie' },
    ),
    ...MODALITIES.map((modality) =>
      planInput(
        `growth-${modality}`,
        stated.growthPerYear?.[modality],
        problem.horizon.growthPerYear[modality],
        'ratio',
        growthPerYear[modality].range,
        GROWTH[modality],
      ),
    ),
  ];
  const drawn = regionAssumptions(scenario).map(
    ({ path, label, value, unit, range, source }): RegionInput => ({
      id: path,
      label,
      value,
      unit,
      range,
      status: 'assumed',
      source,
    }),
  );
  return deepFreeze([...drawn, ...horizon, ...Object.values(COST_INPUTS)]);
}

/** What no plan considers, a sentence each. */
export const NOT_CONSIDERED: readonly Label[] = deepFreeze([
  {
    en: 'whether anyone applies, and what the instruction of a request says: what the caps leave is receivable, never authorised',
    fr: 'si quelqu’un demande, et ce que dit l’instruction : ce que les plafonds laissent est recevable, jamais autorisé',
  },
  {
    en: 'whether the staff that a device or an evening takes can be recruited',
    fr: 'si le personnel qu’un appareil ou une soirée demande peut être recruté',
  },
  {
    en: 'devices closed, moved or replaced; other equipment than scanners and MRIs; interventional scanners',
    fr: 'les appareils fermés, déplacés ou remplacés ; les équipements autres que scanners et IRM ; les scanners interventionnels',
  },
  {
    en: 'inpatients and emergencies, who keep the site they have, but at night where on-call is shared',
    fr: 'les hospitalisés et les urgences, qui gardent leur site, sauf la nuit où la permanence est partagée',
  },
  {
    en: 'requests that would be made only because there are more places (new indications, patients of other regions)',
    fr: 'les demandes qui ne naîtraient que de nouvelles places (nouvelles indications, patients d’autres régions)',
  },
]);

/** How many sites and devices of a region are drawn, and how many are somebody’s. */
export function groundsOf({ sites, devices }: Scenario): Grounds {
  const drawn = new Set(sites.filter(({ synthetic }) => synthetic).map(({ id }) => id));
  const ofDrawn = devices.filter(({ site }) => drawn.has(site)).length;
  return {
    sites: { synthetic: drawn.size, real: sites.length - drawn.size },
    devices: { synthetic: ofDrawn, real: devices.length - ofDrawn },
  };
}
