/** What stands for a field left out where that is no value of its own: "its identifier", "no limit". */
import type { Label } from '../scenario.ts';
import { CLASSES } from '../vocabulary.ts';

const label = (en: string, fr: string): Label => Object.freeze({ en, fr });

const ITS_ID = label('its identifier', 'son identifiant');
const NONE = label('none', 'aucun');
const NO_LIMIT = label('no limit', 'sans limite');
const NEVER = label('never', 'jamais');
const BY_TYPE = label('by vacation type', 'selon le type de vacation');
/** Where no patient enters, nothing is late. */
const OF_DEVICE = label(
  'that of the device; 0 on-call and where no patient enters',
  'celui de l’appareil ; 0 en permanence des soins et là où n’entre aucun patient',
);
const SLOT = label('by `slots`', 'selon `slots`');
const NO_RESERVE = label('nothing kept', 'rien de gardé');
const UNLESS_SITES = label('to be written, unless `sites` is', 'à écrire, sauf si `sites` l’est');

const byClass = (path: string, words: Label) =>
  Object.fromEntries(CLASSES.map((name) => [`${path}.${name}`, words]));

/** What a number with evidence says of itself. */
const evidence = (path: string) => ({
  [`${path}.status`]: label(
    'assumed, once there is a source or a range',
    'supposé, dès qu’il y a source ou fourchette',
  ),
  [`${path}.source`]: NONE,
  [`${path}.range`]: NONE,
});

const WORDS: Readonly<Record<string, Label>> = Object.freeze({
  description: NONE,
  extends: label('nothing: the file is whole', 'rien : le fichier est complet'),
  region: label('no territory', 'pas de territoire'),
  ...Object.fromEntries(
    ['', '.ct', '.mri'].map((key) => [
      `region.departments.<department>.exams-per-thousand${key}`,
      label('not stated', 'non déclarés'),
    ]),
  ),
  'calendar.start': label('no civil calendar', 'pas de calendrier civil'),
  'calendar.school-zone': label('no school holidays', 'pas de vacances scolaires'),
  'calendar.closures': NONE,
  'calendar.closures[].device': label('to be written, unless `site` is', 'à écrire, sauf si `site` l’est'),
  'calendar.closures[].site': label('to be written, unless `device` is', 'à écrire, sauf si `device` l’est'),
  observed: label('nothing known: nothing to give back', 'rien de connu : rien à retrouver'),
  ...Object.fromEntries(
    [
      'opening',
      'passages',
      'mix',
      ...CLASSES.map((one) => `mix.${one}`),
      'delay',
      'delay.A',
      'delay.H',
      'occupancy',
    ].map((key) => [`observed[].${key}`, label('not known', 'inconnu')]),
  ),
  'observed[].source': NONE,
  exams: label('one type of exam per modality', 'un type d’examen par modalité'),
  'exams.<exam>.label': ITS_ID,
  'sites[].label': ITS_ID,
  'sites[].travel': label('that of the region', 'celui de la région'),
  'sites[].reading': label('delays drawn from `reports`', 'délais tirés de `reports`'),
  'sites[].reading.week': label('spread from `hours-per-week`', 'répartis selon `hours-per-week`'),
  'devices[].label': ITS_ID,
  'devices[].pool': ITS_ID,
  'devices[].slots.exams': SLOT,
  ...byClass('devices[].slots.exams.<exam>', SLOT),
  'devices[].preparation': NONE,
  'devices[].preparation.places': NO_LIMIT,
  'devices[].waiting-places': NO_LIMIT,
  'devices[].breakdowns': NONE,
  'devices[].week[].last-week': label('none: for ever', 'aucune : sans fin'),
  'devices[].week[].accepts.classes': label(
    'all, where the type takes appointments',
    'toutes, si le type donne des rendez-vous',
  ),
  'devices[].week[].accepts.exams': label('all of its modality', 'tous ceux de sa modalité'),
  'devices[].week[].accepts.inserted': BY_TYPE,
  'devices[].week[].owner': BY_TYPE,
  'devices[].week[].reserve': NO_RESERVE,
  ...byClass('devices[].week[].reserve', NO_RESERVE),
  'devices[].week[].reserve.<flow>': NO_RESERVE,
  'devices[].week[].reserve.release': NEVER,
  'devices[].week[].reserve[].release': NEVER,
  'devices[].week[].appointments': label('places every 5 minutes', 'des places toutes les 5 minutes'),
  'devices[].week[].late-start': OF_DEVICE,
  'devices[].week[].early-end': OF_DEVICE,
  ...evidence('devices[].early-end'),
  'flows[].id': label(
    'site/modality/class, and what sets it apart',
    'site/modalité/classe, et ce qui le distingue',
  ),
  'flows[].label': ITS_ID,
  'flows[].site': UNLESS_SITES,
  'flows[].sites': label('`site` alone', '`site` seul'),
  'flows[].travel': label('no travel: all alike', 'aucun trajet : tous pareils'),
  'flows[].travel-scale': label('travel has no effect', 'les trajets sont sans effet'),
  ...evidence('flows[].travel-scale'),
  'flows[].origin': label('not told', 'non dit'),
  'flows[].devices': label('all of its modality at its sites', 'tous ceux de sa modalité sur ses sites'),
  'flows[].target': NONE,
  'flows[].per-week': label('to be written, unless `log` is', 'à écrire, sauf si `log` l’est'),
  ...evidence('flows[].per-week'),
  'flows[].arrivals': label('poisson; log where there is a `log`', 'poisson ; log s’il y a un `log`'),
  'flows[].log': NONE,
  ...evidence('flows[].growth'),
  'flows[].exams': label('one type of exam for the modality', 'un type d’examen pour la modalité'),
  'flows[].durations': label('those of the exam type', 'celles du type d’examen'),
  'flows[].accept': label(
    'by `tau` below; `always` for walk-ins',
    'selon `tau` ci-dessous ; `always` sans rendez-vous',
  ),
  ...evidence('flows[].accept'),
  'flows[].no-show.max': label('its `probability`: it does not grow', 'sa `probability` : elle ne croît pas'),
  ...evidence('flows[].no-show'),
  'flows[].cancel': label('nobody cancels', 'personne n’annule'),
  ...evidence('flows[].cancel'),
  'flows[].patience': label('nobody leaves', 'personne ne part'),
  'flows[].backlog': label(
    'by `delay` below; nobody for walk-ins',
    'selon `delay` ci-dessous ; personne sans rendez-vous',
  ),
  ...evidence('flows[].backlog'),
  ...evidence('<law>'),
  '<law: normal>.floor': label('no floor', 'sans plancher'),
  '<law: empirical>.weights': label('all alike', 'tous égaux'),
});

/**
 * The default of a field in words, by its path; undefined for one that has a value or must be written.
 * @example defaultWords('devices[].waiting-places') // { en: 'no limit', fr: 'sans limite' }
 */
export function defaultWords(path: string): Label | undefined {
  return WORDS[path];
}
