/** What is said of a result that must be read with care. Codes: `warnings` of the result document. */
import { type Message, message } from './message.ts';

export type ResultWarningCode = 'warmup-refused' | 'unstable-booking' | 'unstable-room';

export const RESULT_MESSAGES: Readonly<Record<ResultWarningCode, Message>> = Object.freeze({
  'warmup-refused': message(
    'no steady state was reached in {weeks|week|weeks}: delays still moved with the run’s start',
    'aucun régime permanent en {weeks|semaine|semaines} : les délais dépendent encore de l’état initial',
    ['--weeks, at least twice as many', '--weeks, au moins deux fois plus'],
  ),
  'unstable-booking': message(
    'more is asked than can be booked, by {missing} min a week ({flows}): the delay grows without end',
    'on demande plus qu’on ne peut programmer, de {missing} min par semaine ({flows}) : le délai croît sans fin',
    [
      'more opening, shorter slots, or patients who decline (“accept”)',
      'davantage d’ouverture, des plages plus courtes, ou des patients qui renoncent (« accept »)',
    ],
  ),
  'unstable-room': message(
    'more patients come than the room can take, by {missing} min a week ({flows}): the queue grows without end',
    'il vient plus de patients que la salle n’en peut prendre, de {missing} min par semaine ({flows}) : la file croît sans fin',
    ['more opening, or a second device', 'davantage d’ouverture, ou un second appareil'],
  ),
});
