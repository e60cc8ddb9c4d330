/** `creneau authorize`: its options and help. */
import { BALANCE_OPTIONS } from '../balance-options.ts';
import {
  COMMON_OPTIONS,
  FILE,
  FORCE_OPTION,
  JSON_OPTION,
  N,
  OUT_OPTION,
  RUN_OPTIONS,
  STRICT_OPTION,
  WORKERS_OPTION,
} from '../option.ts';
import type { Page } from '../page.ts';

export const AUTHORIZE_PAGE: Page = {
  summary: {
    en: 'instruct requests for heavy equipment: receivability, competing files, need',
    fr: 'instruire des demandes d’équipements lourds : recevabilité, concurrence, besoin',
  },
  usage: { en: 'REQUEST.yaml… [options]', fr: 'DEMANDE.yaml… [options]' },
  examples: [
    'creneau authorize scenarios/requests/93-scanner-interventionnel-site-existant.yaml',
    'creneau authorize scenarios/requests/78-irm-a.yaml scenarios/requests/78-irm-b.yaml',
  ],
  text: {
    en: 'A note d’instruction: receivability under the rules of 2020 (figures, texts, how sure each is) and under the regime since June 2023, the balance before and after, competing files (the order of filing does not count), criteria without score, elements of need, points of attention, sources, and what it does not decide. Receivable is not authorised. --scenario adds simulated delays and occupancy; --region what the request would change for the residents of each department, and the opening hours that would do the same.',
    fr: 'Une note d’instruction : recevabilité selon les règles de 2020 (chiffres, textes, degré de certitude) et selon le régime depuis juin 2023, bilan avant et après, dossiers concurrents (l’ordre de dépôt ne compte pas), critères sans note, éléments de besoin, points d’attention, sources, et ce qu’elle ne décide pas. Recevable ne veut pas dire autorisé. --scenario ajoute délais et occupation simulés ; --region ce que la demande changerait pour les habitants de chaque département, et les heures d’ouverture qui feraient autant.',
  },
  options: [
    ...BALANCE_OPTIONS,
    {
      name: 'scenario',
      takes: FILE,
      example: 'scenario.yaml',
      describe: {
        en: 'simulated beside the need: delays, occupancy',
        fr: 'simulé en regard du besoin : délais, occupation',
      },
    },
    {
      name: 'region',
      takes: FILE,
      example: 'region.yaml',
      describe: {
        en: 'simulate each request in this region, before and after',
        fr: 'simuler chaque demande dans cette région, avant et après',
      },
    },
    {
      name: 'sets',
      takes: N,
      example: '8',
      describe: {
        en: 'assumption sets drawn with --region (8); 0 for none',
        fr: 'jeux d’hypothèses tirés avec --region (8) ; 0 pour aucun',
      },
    },
    {
      name: 'require',
      takes: { en: 'VERDICT', fr: 'RÉPONSE' },
      example: 'receivable',
      describe: {
        en: 'receivable: exit 4 unless all are, alone and together',
        fr: 'receivable : sortie 4 si l’une ne l’est pas, seule ou avec les autres',
      },
    },
    STRICT_OPTION,
    JSON_OPTION,
    OUT_OPTION,
    FORCE_OPTION,
    ...RUN_OPTIONS,
    WORKERS_OPTION,
    ...COMMON_OPTIONS,
  ],
  exits: {
    0: { en: 'done, whatever the verdicts', fr: 'fait, quelles que soient les réponses' },
    4: {
      en: '--require receivable: a request is not, alone or beside the others',
      fr: '--require receivable : une demande ne l’est pas, seule ou à côté des autres',
    },
  },
};
