/** `creneau backlog`: its options and help. */
import {
  COMMON_OPTIONS,
  FORCE_OPTION,
  JSON_OPTION,
  N,
  OUT_OPTION,
  RUN_OPTIONS,
  STRICT_OPTION,
  WORKERS_OPTION,
} from '../option.ts';
import type { Page } from '../page.ts';
import { SETS_OPTION } from './compare.ts';

export const BACKLOG_PAGE: Page = {
  summary: {
    en: 'how many extra sessions until the backlog is gone, and for how long',
    fr: 'combien de vacations en plus pour résorber un retard, et pour combien de temps',
  },
  usage: { en: 'FILE --target "A:mri<=18d" [options]', fr: 'FICHIER --target "A:irm<=18j" [options]' },
  examples: [
    'creneau backlog scenarios/hopital-reference.yaml --target "A:mri<=18d"',
    'creneau backlog scenarios/hopital-reference.yaml --target "A:ct<=6d" --sessions saturday',
  ],
  text: {
    en: 'Finds by simulation the fewest sessions that bring the mean first-available delay of a week down to the target, what happens after the last one, and how many a week for ever would hold it. Each number has two intervals: of the simulation, and of what is assumed.',
    fr: 'Cherche par simulation le plus petit nombre de vacations qui ramène à l’objectif le délai moyen d’une semaine jusqu’au premier rendez-vous proposé, ce qui se passe après la dernière, et combien par semaine, sans fin, le maintiendraient. Chaque nombre a deux intervalles : celui de la simulation et celui des hypothèses.',
  },
  options: [
    {
      name: 'target',
      takes: { en: 'TARGET', fr: 'OBJECTIF' },
      example: '"A:mri<=18d"',
      describe: {
        en: 'the delay wanted: CLASS:MODALITY[@SITE]<=DAYS',
        fr: 'le délai voulu : CLASSE:MODALITÉ[@SITE]<=JOURS',
      },
    },
    {
      name: 'sessions',
      takes: { en: 'KINDS', fr: 'TYPES' },
      example: 'evening,saturday',
      describe: {
        en: 'evening (unless said), saturday, sunday, or several',
        fr: 'soir (sauf mention), samedi, dimanche, ou plusieurs',
      },
    },
    {
      name: 'per-week',
      takes: N,
      example: '4',
      describe: {
        en: 'sessions a week; else the fewest that take 12 weeks at most',
        fr: 'vacations par semaine ; sinon le moins pour 12 semaines au plus',
      },
    },
    {
      name: 'hours',
      takes: { en: 'H', fr: 'H' },
      example: '3',
      describe: {
        en: 'hours of a session (evening 2, weekend 4)',
        fr: 'heures d’une vacation (soir 2, week-end 4)',
      },
    },
    {
      name: 'longest',
      takes: N,
      example: '52',
      describe: { en: 'weeks of sessions tried at most (52)', fr: 'semaines essayées au plus (52)' },
    },
    SETS_OPTION,
    JSON_OPTION,
    OUT_OPTION,
    FORCE_OPTION,
    ...RUN_OPTIONS.filter(({ name }) => name !== 'weeks'),
    WORKERS_OPTION,
    STRICT_OPTION,
    ...COMMON_OPTIONS,
  ],
  exits: {
    3: {
      en: 'the week has no room for so many sessions, or no delay is stable',
      fr: 'la semaine n’a pas la place de tant de vacations, ou aucun délai n’est stable',
    },
    4: {
      en: 'done, but the target is not reached with these sessions',
      fr: 'fait, mais l’objectif n’est pas atteint avec ces vacations',
    },
    130: {
      en: 'interrupted; what was finished has been printed',
      fr: 'interrompu ; ce qui était fini a été imprimé',
    },
  },
};
