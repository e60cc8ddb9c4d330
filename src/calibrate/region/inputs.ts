/** Every number a region rests on besides the balance, the populations and the panel: read by id and nowhere else written. */
import { deepFreeze } from '../../model/freeze.ts';
import type { RegionInput } from '../../model/results/region.ts';
import type { Label } from '../../model/scenario.ts';

interface Stated {
  readonly value: number;
  readonly range: readonly [number, number];
  readonly unit: string;
  readonly label: Label;
  readonly source: Label;
}

const assumed = (
  value: number,
  range: readonly [number, number],
  unit: string,
  label: Label,
  source: Label,
): Stated => ({ value, range, unit, label, source });

const NO_SOURCE: Label = { en: 'assumed; no public figure', fr: 'supposé ; aucun chiffre public' };

const STATED = deepFreeze({
  'travel-speed': assumed(
    30,
    [20, 45],
    'km/h',
    { en: 'speed between departments', fr: 'vitesse entre départements' },
    {
      en: 'assumed: road and rail of Île-de-France in the daytime, from prefecture to prefecture',
      fr: 'supposé : route et rail d’Île-de-France en journée, de préfecture à préfecture',
    },
  ),
  'travel-detour': assumed(
    1.3,
    [1.2, 1.5],
    'ratio',
    { en: 'way travelled ÷ straight line', fr: 'trajet parcouru ÷ vol d’oiseau' },
    { en: 'assumed: usual ratio of road networks', fr: 'supposé : rapport usuel des réseaux routiers' },
  ),
  'travel-access': assumed(
    10,
    [5, 20],
    'min',
    { en: 'minutes of any travel besides the way', fr: 'minutes de tout trajet en plus du chemin' },
    {
      en: 'assumed: to the car or the station, parking',
      fr: 'supposé : rejoindre voiture ou gare, se garer',
    },
  ),
  'travel-own': assumed(
    20,
    [10, 30],
    'min',
    {
      en: 'travel to the nearest site of one’s department',
      fr: 'trajet vers le site le plus proche de son département',
    },
    NO_SOURCE,
  ),
  'travel-another': assumed(
    30,
    [20, 45],
    'min',
    { en: 'travel to another site of one’s department', fr: 'trajet vers un autre site de son département' },
    NO_SOURCE,
  ),
  'gravity-scale': assumed(
    12,
    [6, 25],
    'min',
    {
      en: 'minutes by which a site asked first becomes e times rarer',
      fr: 'minutes au bout desquelles un site est demandé en premier e fois moins',
    },
    {
      en: 'assumed: gravity model; flows of outpatients between departments are not published by modality',
      fr: 'supposé : modèle gravitaire ; les flux d’externes entre départements ne sont pas publiés par modalité',
    },
  ),
  'travel-scale': assumed(
    30,
    [15, 60],
    'min',
    {
      en: 'minutes more by which another site is accepted e times less',
      fr: 'minutes en plus au bout desquelles un autre site est accepté e fois moins',
    },
    NO_SOURCE,
  ),
  alternatives: assumed(
    3,
    [0, 6],
    'sites',
    { en: 'other sites a declined request is offered', fr: 'autres sites proposés à une demande déclinée' },
    NO_SOURCE,
  ),
  'most-received': assumed(
    0.5,
    [0.2, 0.8],
    'ratio',
    {
      en: 'share of a site’s appointments that requests declined elsewhere may take',
      fr: 'part des rendez-vous d’un site que peuvent prendre les demandes déclinées ailleurs',
    },
    {
      en: 'assumed: a site known to all as the quickest would not stay so',
      fr: 'supposé : un site connu de tous comme le plus rapide ne le resterait pas',
    },
  ),
  'least-origin': assumed(
    0.03,
    [0, 0.05],
    'ratio',
    {
      en: 'share of a site’s requests below which a department of residence is left out',
      fr: 'part des demandes d’un site sous laquelle un département de résidence est laissé de côté',
    },
    {
      en: 'assumed: keeps the number of flows small; the others are fitted again',
      fr: 'supposé : limite le nombre de flux ; les autres sont réajustés',
    },
  ),
  'interventional-requests': assumed(
    25,
    [15, 35],
    '/week',
    { en: 'requests of an interventional scanner', fr: 'demandes d’un scanner interventionnel' },
    NO_SOURCE,
  ),
  'interventional-minutes': assumed(
    50,
    [35, 75],
    'min',
    {
      en: 'median room time of an interventional exam',
      fr: 'durée médiane en salle d’un acte interventionnel',
    },
    NO_SOURCE,
  ),
  'interventional-hours': assumed(
    45,
    [35, 50],
    'h/week',
    { en: 'opening of an interventional scanner', fr: 'ouverture d’un scanner interventionnel' },
    NO_SOURCE,
  ),
} satisfies Readonly<Record<string, Stated>>);

export type RegionInputId = keyof typeof STATED;

/**
 * The value of an assumed input of regions.
 * @example regionValue('travel-scale') // 30
 */
export const regionValue = (id: RegionInputId): number => STATED[id].value;

/** The range it may take, in its unit. */
export const regionRange = (id: RegionInputId): readonly [number, number] => STATED[id].range;

/** All of them, as results list them. */
export const ASSUMED_REGION_INPUTS: readonly RegionInput[] = deepFreeze(
  (Object.keys(STATED) as RegionInputId[]).map((id) => ({ id, ...STATED[id], status: 'assumed' as const })),
);
