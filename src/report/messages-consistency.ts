/** What is said of parts of a scenario that do not go together: names, weeks, devices. */
import type { ConsistencyCode } from '../model/scenario-codes.ts';
import { type Message, message } from './message.ts';
import { FLOW_MESSAGES } from './messages-flows.ts';

/** Codes told here; those of flows and of the run are in `messages-flows.ts`. */
type WeekCode = Exclude<ConsistencyCode, keyof typeof FLOW_MESSAGES>;

const nearest = ['“{nearest}”', '« {nearest} »'] as const;
const known = ['one of: {known}', 'l’un de : {known}'] as const;

const WEEK_MESSAGES: Readonly<Record<WeekCode, Message>> = Object.freeze({
  'duplicate-id': message(
    '“{id}” is already the id of another {kind:thing}',
    '« {id} » est déjà l’identifiant d’un autre {kind:thing}',
    ['give this one an “id” of its own', 'donner à celui-ci son propre « id »'],
  ),
  'unknown-site': message('no site is called “{site}”', 'aucun site ne s’appelle « {site} »', nearest, known),
  'unknown-device': message(
    'no device is called “{device}”',
    'aucun appareil ne s’appelle « {device} »',
    nearest,
    known,
  ),
  'unknown-exam': message(
    'no exam type is called “{exam}”',
    'aucun type d’examen ne s’appelle « {exam} »',
    nearest,
    known,
    ['add it under “exams”', 'l’ajouter sous « exams »'],
  ),
  'unknown-exam-or-group': message(
    'no exam type or group is called “{exam}”',
    'aucun type ni groupe d’examens ne s’appelle « {exam} »',
    nearest,
    known,
    [
      'add it under “exams”, as an exam or as a “group”',
      'l’ajouter sous « exams », comme examen ou comme « group »',
    ],
  ),
  'unknown-reserve-target': message(
    '“{target}” is neither a class (A, H, R, U) nor a flow',
    '« {target} » n’est ni une classe (A, H, R, U) ni un flux',
    nearest,
    known,
  ),
  'site-repeated': message('site “{site}” comes twice', 'le site « {site} » vient deux fois'),
  'site-without-device': message('site “{site}” has no device', 'le site « {site} » n’a aucun appareil'),
  'device-at-other-site': message(
    'device “{device}” is at site “{site}”, the flow asks at: {sites}',
    'l’appareil « {device} » est sur le site « {site} », le flux demande à : {sites}',
  ),
  'device-other-modality': message(
    'device “{device}” is {modality:one}, the flow asks for {wanted:one}',
    'l’appareil « {device} » est {modality:one}, le flux demande {wanted:one}',
  ),
  'exam-other-modality': message(
    'exam “{exam}” is {modality:one}, not {wanted:one}',
    'l’examen « {exam} » est {modality:one}, pas {wanted:one}',
  ),
  'vacations-overlap': message(
    'two vacations of “{device}” overlap: {first} and {second}',
    'deux vacations de « {device} » se chevauchent : {first} et {second}',
    ['end the first where the second begins', 'finir la première où commence la seconde'],
  ),
  'slot-too-long': message(
    'a slot of {minutes} min is too long (at most {limit} min)',
    'une plage de {minutes} min est trop longue (au plus {limit} min)',
    ['a bare number counts in minutes', 'un nombre sans unité compte en minutes'],
  ),
  'slot-zero': message(
    '{class:class} are booked on “{device}” without a slot length',
    'les {class:class} ont des rendez-vous sur « {device} » sans durée de plage',
    ['“slots: {A: 20}”, minutes by class', '« slots: {A: 20} », en minutes par classe'],
  ),
  'slot-longer-than-vacation': message(
    'a slot of {minutes} min on “{device}” fits in no vacation open to it (the longest has {limit} min)',
    'une plage de {minutes} min sur « {device} » ne tient dans aucune vacation ouverte (la plus longue a {limit} min)',
    ['a longer vacation, or a shorter slot', 'une vacation plus longue, ou une plage plus courte'],
  ),
  'reserve-too-large': message(
    '{minutes} min are kept aside in a vacation that has {limit} min',
    '{minutes} min sont réservées dans une vacation qui en a {limit}',
  ),
  'reserve-not-booked': message(
    'a reserve in a vacation without appointments ({type}) keeps nothing aside',
    'une réserve dans une vacation sans rendez-vous ({type}) ne réserve rien',
  ),
  'reserve-without-flow': message(
    'nobody is booked on “{device}” for the reserve of “{target}”: its minutes may stay empty',
    'personne n’a de rendez-vous sur « {device} » pour la réserve de « {target} » : ses minutes peuvent rester vides',
    ['a “release”, that opens them to all', 'un « release », qui les ouvre à tous'],
  ),
  'appointments-decreasing': message(
    'an appointment at {minutes} min comes after one at {previous} min',
    'un rendez-vous à {minutes} min vient après un à {previous} min',
    ['put them in order', 'les mettre dans l’ordre'],
  ),
  'appointments-beyond': message(
    'an appointment at {minutes} min is outside its vacation of {limit} min',
    'un rendez-vous à {minutes} min est hors de sa vacation de {limit} min',
    ['times count from the start of the vacation', 'les heures se comptent depuis le début de la vacation'],
  ),
  'early-end-too-long': message(
    'an early end of {minutes} min in a vacation of {limit} min inserts nobody at all',
    'une fin précoce de {minutes} min dans une vacation de {limit} min n’insère personne',
  ),
  'presence-ignored': message(
    'presence is said of on-call vacations only, not of {type}',
    'la présence se dit des vacations on-call seulement, pas de {type}',
  ),
  'device-never-open': message(
    'device “{device}” has no vacation for patients',
    'l’appareil « {device} » n’a aucune vacation pour des patients',
  ),
  'device-without-flow': message(
    'no flow uses device “{device}”',
    'aucun flux n’utilise l’appareil « {device} »',
    ['a flow of its modality at its site', 'un flux de sa modalité sur son site'],
  ),
  'pool-differs': message(
    'devices “{other}” and “{device}” share the queue of pool “{pool}” but differ in “{field}”',
    'les appareils « {other} » et « {device} » partagent la file du pool « {pool} » mais diffèrent par « {field} »',
    ['write the same “{field}” for both', 'écrire le même « {field} » pour les deux'],
  ),
  'pool-split': message(
    'devices “{other}” and “{device}” of pool “{pool}” are not of one site and modality',
    'les appareils « {other} » et « {device} » du pool « {pool} » ne sont pas d’un même site et d’une même modalité',
    ['another name for one of the pools', 'un autre nom pour l’un des pools'],
  ),
  'pool-too-large': message(
    'pool “{pool}” has {count|device|devices} (at most {limit})',
    'le pool « {pool} » a {count|appareil|appareils} (au plus {limit})',
  ),
});

/** Every message about the consistency of a scenario. */
export const CONSISTENCY_MESSAGES: Readonly<Record<ConsistencyCode, Message>> = Object.freeze({
  ...WEEK_MESSAGES,
  ...FLOW_MESSAGES,
});
