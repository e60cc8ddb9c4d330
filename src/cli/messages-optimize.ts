/** What is said of a question about a better week that cannot be asked, or has no answer. */
import { message } from '../report/message.ts';

export const OPTIMIZE_MESSAGES = Object.freeze({
  'freeze-form': message('--freeze does not take “{value}”', '--freeze ne prend pas « {value} »', [
    'device, day, hours: irm, irm:tue, irm:tue:08:00-12:00',
    'appareil, jour, heures : irm, irm:mar, irm:mar:08:00-12:00',
  ]),
  'freeze-days': message(
    '--freeze: “{value}” is not a day of the week',
    '--freeze : « {value} » n’est pas un jour de la semaine',
    ['{nearest}', '{nearest}'],
    ['tue, or mon-fri', 'mar, ou lun-ven'],
  ),
  'freeze-hours': message(
    '--freeze: “{value}” is not two hours of a day in their order',
    '--freeze : « {value} » n’est pas deux heures d’un jour dans leur ordre',
    ['irm:tue:08:00-12:00', 'irm:mar:08:00-12:00'],
  ),
  'freeze-device': message(
    '--freeze: no device is called “{device}”',
    '--freeze : aucun appareil ne s’appelle « {device} »',
    ['{nearest}', '{nearest}'],
    ['one of: {known}', 'l’un de : {known}'],
  ),
  'optimize-nobody': message(
    'nobody is given an appointment in this scenario: there is no delay to shorten',
    'personne ne reçoit de rendez-vous dans ce scénario : il n’y a pas de délai à raccourcir',
    [
      'flows of class A or H without “walk-in”, with their requests “per-week”',
      'des flux de classe A ou H sans « walk-in », avec leurs demandes « per-week »',
    ],
  ),
  'optimize-no-plan': message(
    'the linear model gave no week in its time: nothing is proposed, and nothing is known to be impossible',
    'le modèle linéaire n’a donné aucune semaine en son temps : rien n’est proposé, et rien n’est prouvé impossible',
    [
      'fewer changes (--max-changes 4), or fewer devices left free (--freeze)',
      'moins de changements (--max-changes 4), ou moins d’appareils libres (--freeze)',
    ],
  ),
  'proposal-unwritable': message(
    'the proposed week cannot be written as a variant of {file}: read back, it would not be the week that was simulated',
    'la semaine proposée ne peut s’écrire comme variante de {file} : relue, elle ne serait pas la semaine simulée',
    [
      'the page and --json say all of it; --freeze leaves a device out',
      'la page et --json la disent en entier ; --freeze met un appareil à part',
    ],
  ),
  'device-not-relaxed': message(
    '--device {device} goes with --relaxed: a week is looked for over all devices',
    '--device {device} va avec --relaxed : une semaine se cherche sur tous les appareils',
    [
      '--relaxed --device {device}, or --freeze for the others',
      '--relaxed --device {device}, ou --freeze pour les autres',
    ],
  ),
  'relaxed-not-simulated': message(
    '--relaxed simulates nothing: --{option} says nothing to it',
    '--relaxed ne joue aucune simulation : --{option} ne lui dit rien',
    ['leave one of the two out', 'l’un ou l’autre'],
  ),
  'relaxed-device-missing': message(
    '--relaxed is of one device; which one?',
    '--relaxed porte sur un appareil ; lequel ?',
    ['--device NAME, of: {known}', '--device NOM, parmi : {known}'],
  ),
  'relaxed-device-unknown': message(
    'no device is called “{device}”',
    'aucun appareil ne s’appelle « {device} »',
    ['--device {nearest}', '--device {nearest}'],
    ['one of: {known}', 'l’un de : {known}'],
  ),
} as const);
