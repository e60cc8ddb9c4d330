/** What is said of parts of a scenario that do not go together: names, weeks, devices. */
import type { ConsistencyCode } from '../model/scenario-codes.ts';
import { type Message, message } from './message.ts';
import { FLOW_MESSAGES } from './messages-flows.ts';
import { TERRITORY_MESSAGES } from './messages-territory.ts';

/** Codes told here; those of flows and of the run, and of a region, have files of their own. */
type WeekCode = Exclude<ConsistencyCode, keyof typeof FLOW_MESSAGES | keyof typeof TERRITORY_MESSAGES>;

const nearest = ['“{nearest}”', '« {nearest} »'] as const;
const known = ['one of: {known}', 'l’un de : {known}'] as const;

const WEEK_MESSAGES: Readonly<Record<WeekCode, Message>> = Object.freeze({
  'duplicate-id': message(
    '“{id}” is already the id of another {kind:thing}',
    '« {id} » est déjà l’identifiant d’un autre {kind:thing}',
    ['give this one an “id” of its own', 'donner à celui-ci son propre « id »'],
  ),
  'unknown-site': message(
    'no site is called “{site}”',
    'aucun site ne s’appelle « {site} »',
    nearest,
    known,
    ['add it under “sites”', 'l’ajouter sous « sites »'],
  ),
  'unknown-device': message(
    'no device is called “{device}”',
    'aucun appareil ne s’appelle « {device} »',
    nearest,
    known,
    ['add it under “devices”', 'l’ajouter sous « devices »'],
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
  'site-repeated': message('site “{site}” appears twice', 'le site « {site} » figure deux fois', [
    'keep it once',
    'ne le garder qu’une fois',
  ]),
  'site-without-device': message('site “{site}” has no device', 'le site « {site} » n’a aucun appareil', [
    'a device with “site: {site}”, or remove the site',
    'un appareil avec « site: {site} », ou enlever le site',
  ]),
  'device-at-other-site': message(
    'device “{device}” is at site “{site}”, the flow asks at: {sites}',
    'l’appareil « {device} » est sur le site « {site} », le flux demande à : {sites}',
    [
      'a device of those sites, or “sites” with “{site}” too',
      'un appareil de ces sites, ou « sites » avec aussi « {site} »',
    ],
  ),
  'device-other-modality': message(
    'device “{device}” is {modality:one}, the flow asks for {wanted:one}',
    'l’appareil « {device} » est {modality:one}, le flux demande {wanted:one}',
    [
      'a device of the flow’s modality, or another “modality” for the flow',
      'un appareil de la modalité du flux, ou une autre « modality » pour le flux',
    ],
  ),
  'exam-other-modality': message(
    'exam “{exam}” is {modality:one}, not {wanted:one}',
    'l’examen « {exam} » est {modality:one}, pas {wanted:one}',
    [
      'an exam type of this modality, or another “modality” for the exam',
      'un type d’examen de cette modalité, ou une autre « modality » pour l’examen',
    ],
  ),
  'vacations-overlap': message(
    'two vacations of “{device}” overlap: {first} and {second}',
    'deux vacations de « {device} » se chevauchent : {first} et {second}',
    ['end the first where the second begins', 'finir la première où commence la seconde'],
  ),
  'last-week-before-first': message(
    'its last week ({last}) comes before its first ({first}): the vacation never takes place',
    'sa dernière semaine ({last}) précède la première ({first}) : la vacation n’a jamais lieu',
    ['weeks are counted from 0', 'les semaines se comptent depuis 0'],
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
    [
      'at most {limit} min for all the reserves of the vacation together',
      'au plus {limit} min pour toutes les réserves de la vacation ensemble',
    ],
  ),
  'reserve-not-booked': message(
    'a reserve in a vacation without appointments ({type}) keeps nothing aside',
    'une réserve dans une vacation sans rendez-vous ({type}) ne réserve rien',
    [
      'remove the reserve, or a type with appointments, like public-scheduled',
      'enlever la réserve, ou un type avec rendez-vous, comme public-scheduled',
    ],
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
    ['fewer minutes than the vacation has', 'moins de minutes que n’en a la vacation'],
  ),
  'presence-ignored': message(
    '“presence” goes with on-call vacations only, not with {type}',
    '« presence » ne vaut que pour les vacations on-call, pas pour {type}',
    ['remove “presence”, or “type: on-call”', 'enlever « presence », ou « type: on-call »'],
  ),
  'device-never-open': message(
    'device “{device}” has no vacation for patients',
    'l’appareil « {device} » n’a aucune vacation pour des patients',
    [
      'a vacation with days and a type such as public-scheduled',
      'une vacation avec des jours et un type comme public-scheduled',
    ],
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
    ['two pools, or fewer devices', 'deux pools, ou moins d’appareils'],
  ),
});

/** Every message about the consistency of a scenario. */
export const CONSISTENCY_MESSAGES: Readonly<Record<ConsistencyCode, Message>> = Object.freeze({
  ...WEEK_MESSAGES,
  ...FLOW_MESSAGES,
  ...TERRITORY_MESSAGES,
});
