/** What is said of a backlog question that cannot be asked, or has no answer. */
import { message } from '../report/message.ts';

export const BACKLOG_MESSAGES = Object.freeze({
  'target-missing': message('which delay is wanted?', 'quel délai voulez-vous ?', [
    '--target "A:mri<=18d"',
    '--target "A:irm<=18j"',
  ]),
  'target-form': message('--target does not take “{value}”', '--target ne prend pas « {value} »', [
    'class, modality, days: "A:mri<=18d", or "A:mri@SITE<=18d"',
    'classe, modalité, jours : "A:irm<=18j", ou "A:irm@SITE<=18j"',
  ]),
  'target-class': message(
    '--target: “{value}” is not a patient class',
    '--target : « {value} » n’est pas une classe de patients',
    [
      'A (ambulatory), H (hospitalised), R (intensive care), U (emergencies)',
      'A (ambulatoires), H (hospitalisés), R (réanimation), U (urgences)',
    ],
  ),
  'target-modality': message(
    '--target: “{value}” is not a modality',
    '--target : « {value} » n’est pas une modalité',
    ['ct or mri', 'scanner (ct) ou irm (mri)'],
  ),
  'target-nobody': message(
    '{class:class} have no appointments for {modality:one} in this scenario',
    'les {class:class} n’ont pas de rendez-vous pour {modality:one} dans ce scénario',
    ['--target "{nearest}<={days}d"', '--target "{nearest}<={days}j"'],
  ),
  'target-site': message(
    '--target: at “{site}” {class:class} have no appointments for {modality:one}',
    '--target : à « {site} » les {class:class} n’ont pas de rendez-vous pour {modality:one}',
    ['one of: {known}', 'l’un de : {known}'],
  ),
  'target-several-sites': message(
    '--target: {count} sites have such appointments; which one?',
    '--target : {count} sites donnent de tels rendez-vous ; lequel ?',
    ['"{example}", of: {known}', '"{example}", parmi : {known}'],
  ),
  'backlog-unstable': message(
    'there is no delay to bring down: requests exceed the places by {missing} min a week, and nobody declines; the delay grows without end',
    'il n’y a pas de délai à ramener : les demandes dépassent les places de {missing} min par semaine et personne ne renonce ; le délai croît sans fin',
    [
      'places for ever: {count|such session|such sessions} a week at least; or the patience of patients, “accept: {tau: 30d}”',
      'des places sans fin : {count|telle vacation|telles vacations} par semaine au moins ; ou la patience des patients, « accept: {tau: 30d} »',
    ],
  ),
  'backlog-no-room': message(
    'the week has room for {places} such sessions, not {asked}; taken already: {taken}',
    'la semaine a la place de {places} vacations de ce type, pas de {asked} ; déjà pris : {taken}',
    [
      '--sessions evening,saturday,sunday, or fewer --hours',
      '--sessions soir,samedi,dimanche, ou moins de --hours',
    ],
  ),
  'backlog-no-place': message(
    'the week has no room for such a session; taken already: {taken}',
    'la semaine n’a la place d’aucune vacation de ce type ; déjà pris : {taken}',
    [
      '--sessions evening,saturday,sunday, or fewer --hours',
      '--sessions soir,samedi,dimanche, ou moins de --hours',
    ],
  ),
  'backlog-session-short': message(
    'a session of {minutes} min is shorter than a slot of these patients ({limit} min)',
    'une vacation de {minutes} min est plus courte qu’une plage de ces patients ({limit} min)',
    ['longer --hours', 'davantage de --hours'],
  ),
} as const);
