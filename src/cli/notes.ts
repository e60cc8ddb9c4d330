/** Lines for the user that are no error: what was found, what is next. */
import type { Language, Text } from '../report/language.ts';
import { fill, type Values } from '../report/sentence.ts';

const NOTES = {
  findings: {
    en: '{errors|error|errors}, {warnings|warning|warnings}.',
    fr: '{errors|erreur|erreurs}, {warnings|avertissement|avertissements}.',
  },
  strict: {
    en: '--strict: warnings stop the run.',
    fr: '--strict : les avertissements arrêtent la simulation.',
  },
  more: { en: '… and {count} more.', fr: '… et {count} de plus.' },
  sweepResumed: {
    en: '{found|point|points} of {points} found, already simulated.',
    fr: '{found|point déjà simulé|points déjà simulés}, sur {points}.',
  },
  sweepInterrupted: {
    en: 'Interrupted: {done|replication|replications} of {asked} kept in {folder}; the same command goes on from there.',
    fr: 'Interrompu : {done|réplication gardée|réplications gardées} dans {folder}, sur {asked} ; la même commande reprend de là.',
  },
  checkNext: {
    en: 'Next: creneau simulate {file}',
    fr: 'Ensuite : creneau simulate {file}',
  },
  weekNext: {
    en: 'Next: change the file, then creneau week import {file} {week} --out variant.yaml',
    fr: 'Ensuite : modifier le fichier, puis creneau week import {file} {week} --out variante.yaml',
  },
  initCalibrates: {
    en: 'Calibrating on occupancy and delays together: a few seconds…',
    fr: 'Calage sur l’occupation et les délais ensemble : quelques secondes…',
  },
  initBack: {
    en: 'Your base gives back {back} of your {all} numbers.',
    fr: 'Votre base retrouve {back} de vos {all} nombres.',
  },
  initPassages: {
    en: 'Passages: you say {known}; your opening, occupancy and mix come to {implied} with the published exam durations. They agree if your exams last {ratio} times those.',
    fr: 'Passages : vous dites {known} ; vos ouverture, occupation et répartition en donnent {implied} avec les durées publiées. Ils s’accordent si vos examens durent {ratio} fois celles-ci.',
  },
  initMissed: {
    en: 'The search did not reach {number}: the numbers pull against each other there.',
    fr: 'La recherche n’a pas atteint {number} : les nombres s’y opposent.',
  },
  takesAMinute: { en: 'This takes about a minute.', fr: 'Cela prend une minute environ.' },
  schemaNext: {
    en: 'Next: put “# yaml-language-server: $schema={file}” on the first line of a scenario.',
    fr: 'Ensuite : mettre « # yaml-language-server: $schema={file} » en première ligne d’un scénario.',
  },
  written: { en: 'Written: {file}', fr: 'Écrit : {file}' },
  interrupted: {
    en: 'Interrupted: what follows is of the {done} replications finished (of {asked}).',
    fr: 'Interrompu : ce qui suit porte sur les {done} réplications finies (sur {asked}).',
  },
  interruptedEarly: {
    en: 'Interrupted before two replications were finished: nothing to show.',
    fr: 'Interrompu avant que deux réplications soient finies : rien à montrer.',
  },
  precisionReached: {
    en: 'Precision ±{wanted}% reached after {count|replication|replications} ({name}: ±{reached}%).',
    fr: 'Précision ±{wanted} % atteinte après {count|réplication|réplications} ({name} : ±{reached} %).',
  },
  precisionMissed: {
    en: 'Precision ±{wanted}% NOT reached after {count|replication|replications} ({name}: {reached}).',
    fr: 'Précision ±{wanted} % NON atteinte après {count|réplication|réplications} ({name} : {reached}).',
  },
  precisionMore: {
    en: '  Maybe: --max-replications {count}, or more --weeks',
    fr: '  Peut-être : --max-replications {count}, ou davantage de --weeks',
  },
  next: {
    en: 'Next: every number: --json · every passage: --records passages.csv · {other}',
    fr: 'Ensuite : tous les nombres : --json · tous les passages : --records passages.csv · {other}',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type NoteName = keyof typeof NOTES;

/**
 * A line for the user that is no error: see the names.
 * @example note('written', { file: 'a.txt' }, 'en') // 'Written: a.txt'
 */
export function note(name: NoteName, values: Values, language: Language): string {
  return fill(NOTES[name], values, language);
}
