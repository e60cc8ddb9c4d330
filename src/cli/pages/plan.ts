/** `creneau plan`: its options and help. */
import { BALANCE_OPTIONS } from '../balance-options.ts';
import {
  COMMON_OPTIONS,
  FILE,
  FORCE_OPTION,
  JSON_OPTION,
  N,
  RUN_OPTIONS,
  STRICT_OPTION,
  WORKERS_OPTION,
} from '../option.ts';
import type { Page } from '../page.ts';
import { HTML_OPTION } from './compare.ts';

const H = { en: 'H', fr: 'H' } as const;

export const PLAN_PAGE: Page = {
  summary: {
    en: 'where the next device, or the next opened evening, helps a region most',
    fr: 'où le prochain appareil, ou la prochaine soirée ouverte, aide le plus une région',
  },
  usage: { en: 'REGION.yaml [options]', fr: 'RÉGION.yaml [options]' },
  examples: [
    'creneau plan scenarios/regions/petite.yaml --balance scenarios/regions/petite.csv --model-only',
    'creneau plan scenarios/regions/petite.yaml --balance scenarios/regions/petite.csv --devices 1',
  ],
  text: {
    en: 'A linear model adds devices, within the caps of the balance, and longer opening, within your budget and staff, where waiting and unmet requests fall most; plans are simulated beside the present region, the best is proved on fresh random numbers, then under assumption sets. The caps are the law: never relaxed, what one more would be worth is said. Receivable is not authorised.',
    fr: 'Un modèle linéaire ajoute des appareils, sous les plafonds du bilan, et des heures d’ouverture, dans votre budget et votre personnel, là où l’attente et les demandes sans réponse baissent le plus ; les plans sont simulés à côté de la région actuelle, le meilleur est éprouvé sur de nouveaux tirages, puis sous des jeux d’hypothèses. Les plafonds sont la loi : jamais assouplis, ce que vaudrait un de plus est dit. Recevable ne veut pas dire autorisé.',
  },
  options: [
    {
      name: 'equity',
      takes: { en: 'WHICH', fr: 'MESURE' },
      example: 'worst',
      describe: {
        en: 'besides the total: worst department, p80, travel (none)',
        fr: 'outre le total : worst (pire département), p80, travel (none)',
      },
    },
    {
      name: 'most-days',
      takes: { en: 'D', fr: 'J' },
      example: '20',
      describe: {
        en: 'bound of --equity worst or p80, instead of a goal',
        fr: 'borne de --equity worst ou p80, au lieu d’un but',
      },
    },
    {
      name: 'most-minutes',
      takes: N,
      example: '35',
      describe: {
        en: 'bound of --equity travel, instead of a goal',
        fr: 'borne de --equity travel, au lieu d’un but',
      },
    },
    {
      name: 'budget',
      takes: { en: 'EUR', fr: 'EUROS' },
      example: '2000000',
      describe: { en: 'euros a year more at most', fr: 'euros par an de plus, au plus' },
    },
    {
      name: 'technologist-hours',
      takes: H,
      example: '100',
      describe: {
        en: 'hours of technologists a week more at most',
        fr: 'heures de manipulateurs par semaine de plus, au plus',
      },
    },
    {
      name: 'radiologist-hours',
      takes: H,
      example: '60',
      describe: {
        en: 'hours of radiologists a week more at most',
        fr: 'heures de radiologues par semaine de plus, au plus',
      },
    },
    {
      name: 'devices',
      takes: N,
      example: '4',
      describe: { en: 'devices added at most (the caps)', fr: 'appareils ajoutés, au plus (les plafonds)' },
    },
    {
      name: 'evenings',
      takes: N,
      example: '10',
      describe: {
        en: 'evenings of 3 h a week opened at most',
        fr: 'soirées de 3 h par semaine ouvertes, au plus',
      },
    },
    {
      name: 'horizon',
      takes: { en: 'YEARS', fr: 'ANNÉES' },
      example: '5y',
      describe: { en: 'years that count (5y)', fr: 'années qui comptent (5a)' },
    },
    {
      name: 'lag',
      takes: { en: 'MONTHS', fr: 'MOIS' },
      example: '18',
      describe: {
        en: 'from authorisation to opening, months (18)',
        fr: 'de l’autorisation à l’ouverture, mois (18)',
      },
    },
    {
      name: 'unmet-days',
      takes: { en: 'D', fr: 'J' },
      example: '30',
      describe: {
        en: 'days that a request without appointment counts for (30)',
        fr: 'jours que compte une demande sans rendez-vous (30)',
      },
    },
    {
      name: 'pooling',
      takes: null,
      describe: {
        en: 'sites within 30 minutes may share their on-call hours',
        fr: 'des sites à moins de 30 minutes peuvent partager leur permanence',
      },
    },
    {
      name: 'model-only',
      takes: null,
      describe: {
        en: 'the linear model alone, in seconds: nothing is proved',
        fr: 'le modèle linéaire seul, en secondes : rien n’est prouvé',
      },
    },
    {
      name: 'sets',
      takes: N,
      example: '8',
      describe: {
        en: 'assumption sets drawn (8); 0 for none',
        fr: 'jeux d’hypothèses tirés (8) ; 0 pour aucun',
      },
    },
    {
      name: 'out',
      takes: FILE,
      example: 'plan.yaml',
      describe: {
        en: 'write the planned region as a variant of REGION',
        fr: 'écrire la région planifiée en variante de RÉGION',
      },
    },
    HTML_OPTION,
    JSON_OPTION,
    FORCE_OPTION,
    ...BALANCE_OPTIONS,
    ...RUN_OPTIONS,
    WORKERS_OPTION,
    STRICT_OPTION,
    ...COMMON_OPTIONS,
  ],
  exits: {
    3: {
      en: 'no plan keeps caps, limits and bounds, or none was found in time',
      fr: 'aucun plan ne tient plafonds, limites et bornes, ou aucun trouvé à temps',
    },
    4: {
      en: 'a plan is given, but the bound asked for is not reached by simulation',
      fr: 'un plan est donné, mais la borne demandée n’est pas atteinte en simulation',
    },
    130: {
      en: 'interrupted; the last answer has been printed',
      fr: 'interrompu ; la dernière réponse a été imprimée',
    },
  },
};
