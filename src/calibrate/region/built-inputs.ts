/** The inputs of one region as its document lists them: stated, calibrated and assumed. */
import { DEFAULTS } from '../../model/complete/defaults.ts';
import { POPULATION_YEAR } from '../../model/oqos/departments.ts';
import type { RegionInput } from '../../model/results/region.ts';
import type { Label } from '../../model/scenario.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import { PANEL_PARAMETERS } from '../panel-parameters.ts';
import { ASSUMED_REGION_INPUTS } from './inputs.ts';
import type { Rates } from './rates.ts';
import type { RegionRequest } from './request.ts';

const NAMES: Readonly<Record<Modality, Label>> = {
  ct: { en: 'CT', fr: 'scanner' },
  mri: { en: 'MRI', fr: 'IRM' },
};

const PUBLISHED_RATES: Label = {
  en: 'published: 67.5 MRI exams for 1,000 inhabitants in France about 2010; CT, MRI and PET together over 360 in 2021',
  fr: 'publié : 67,5 examens d’IRM pour 1 000 habitants en France vers 2010 ; scanner, IRM et TEP ensemble plus de 360 en 2021',
};

const IMPLIED: Label = {
  en: `what the devices of the region do at the delays of 2010, for its inhabitants of ${POPULATION_YEAR}; ${PUBLISHED_RATES.en}`,
  fr: `ce que font les appareils de la région aux délais de 2010, pour ses habitants de ${POPULATION_YEAR} ; ${PUBLISHED_RATES.fr}`,
};

const STATED: Label = { en: 'stated by you', fr: 'indiqué par vous' };
/** Nothing was stated, so nothing changes. */
const NONE_APPLIED: Label = {
  en: 'none applied: demand is that of the calibration',
  fr: 'aucune appliquée : la demande est celle du calage',
};

const round = (x: number): number => Math.round(x * 10) / 10;

function rateInputs(modality: Modality, request: RegionRequest, { implied }: Rates): readonly RegionInput[] {
  const stated = request.examsPerThousand[modality];
  const { en, fr } = NAMES[modality];
  const input = (id: string, value: number, label: Label, isStated: boolean): RegionInput => ({
    id,
    label,
    value: round(value),
    unit: '/thousand',
    range: null,
    status: isStated ? 'stated' : 'calibrated',
    source: isStated ? STATED : IMPLIED,
  });
  const departments = Object.entries(request.departmentRates).flatMap(([code, rates]) => {
    const rate = rates[modality];
    const label = {
      en: `${en} exams of the residents of department ${code} a year`,
      fr: `examens (${fr}) des habitants du département ${code} par an`,
    };
    return rate === undefined ? [] : [input(`exams-per-thousand-${modality}-${code}`, rate, label, true)];
  });
  const label = { en: `${en} exams of residents a year`, fr: `examens (${fr}) des habitants par an` };
  const done = {
    en: `${en} exams that the devices do for residents a year`,
    fr: `examens (${fr}) que font les appareils pour les habitants par an`,
  };
  return [
    input(`exams-per-thousand-${modality}`, stated ?? implied, label, stated !== undefined),
    ...(stated === undefined ? [] : [input(`exams-done-per-thousand-${modality}`, implied, done, false)]),
    ...departments,
  ];
}

const changeInput = (id: string, stated: number | undefined, unit: string, label: Label): RegionInput => ({
  id,
  label,
  value: stated ?? 0,
  unit,
  range: null,
  status: stated === undefined ? 'none' : 'stated',
  source: stated === undefined ? NONE_APPLIED : STATED,
});

/** All inputs of a region, what was stated first. */
export function inputsOf(
  request: RegionRequest,
  rates: Readonly<Record<Modality, Rates | null>>,
): readonly RegionInput[] {
  const { pairing, growthPerYear, ageingPerYear, years } = request;
  const growth = MODALITIES.flatMap((modality) => {
    const { en, fr } = NAMES[modality];
    const label = { en: `growth of ${en} requests`, fr: `croissance des demandes (${fr})` };
    return rates[modality] === null
      ? []
      : [changeInput(`growth-${modality}`, growthPerYear[modality], '/year', label)];
  });
  const patience = MODALITIES.flatMap((modality): readonly RegionInput[] => {
    const { value, range, source } = DEFAULTS['anap-2010'].byModality[modality].tauDays.A!;
    const { en, fr } = NAMES[modality];
    const label = {
      en: `days by which an offer is accepted e times less (${en}, ambulatory)`,
      fr: `jours au bout desquels une proposition est acceptée e fois moins (${fr}, ambulatoire)`,
    };
    return rates[modality] === null
      ? []
      : [{ id: `tau-${modality}-A`, label, value, unit: 'd', range, status: 'assumed', source }];
  });
  const longer = PANEL_PARAMETERS['patience-per-delay'];
  return [
    {
      id: 'pairing',
      label: {
        en: 'share of the implantations of the rarer modality that stand where the other one does',
        fr: 'part des implantations de la modalité la plus rare situées là où est l’autre',
      },
      value: pairing,
      unit: 'ratio',
      range: [0, 1],
      status: 'assumed',
      source: {
        en: 'assumed: the balance counts implantations by modality and does not say which stand together',
        fr: 'supposé : le bilan compte les implantations par modalité sans dire lesquelles sont ensemble',
      },
    },
    ...MODALITIES.flatMap((modality) =>
      rates[modality] === null ? [] : rateInputs(modality, request, rates[modality]),
    ),
    ...growth,
    changeInput('ageing', ageingPerYear || undefined, '/year', {
      en: 'growth of requests by ageing',
      fr: 'croissance des demandes par vieillissement',
    }),
    changeInput('years', years || undefined, 'year', {
      en: 'years of growth and ageing',
      fr: 'années de croissance et de vieillissement',
    }),
    ...patience,
    {
      id: 'patience-per-delay',
      label: {
        en: 'the same days, where waits are long, at least this part of the delay',
        fr: 'les mêmes jours, où l’attente est longue, au moins cette part du délai',
      },
      value: longer.value,
      unit: 'ratio',
      range: longer.range,
      status: 'assumed',
      source: longer.source,
    },
    ...ASSUMED_REGION_INPUTS,
  ];
}
