/** What is said of one value that is not well formed. */
import type { FormCode } from '../model/scenario-codes.ts';
import { type Message, message } from './message.ts';

export const FORM_MESSAGES: Readonly<Record<FormCode, Message>> = Object.freeze({
  'unknown-key': message(
    'unknown key “{key}”',
    'clé inconnue « {key} »',
    ['“{nearest}”', '« {nearest} »'],
    ['one of: {known}', 'l’une de : {known}'],
  ),
  'key-not-with': message('“{key}” does not go with: {others}', '« {key} » ne va pas avec : {others}', [
    'keep one of them',
    'n’en garder qu’une',
  ]),
  'missing-key': message('“{key}” is missing', 'il manque « {key} »', [
    'add a line “{key}: …” here',
    'ajouter ici une ligne « {key}: … »',
  ]),
  'wrong-type': message(
    '“{value}” does not fit here (expected: {expected:kind})',
    '« {value} » ne convient pas ici (attendu : {expected:kind})',
  ),
  'not-in-list': message(
    '“{value}” is not one of: {allowed}',
    '« {value} » n’est pas dans la liste : {allowed}',
    ['“{nearest}”', '« {nearest} »'],
  ),
  'schema-version': message(
    'schema version {value} is not known (known: {limit})',
    'la version {value} du schéma n’est pas connue (connue : {limit})',
    ['“creneau: {limit}”, or a newer creneau', '« creneau: {limit} », ou un creneau plus récent'],
  ),
  'too-small': message(
    '{value} is too small (at least {limit})',
    '{value} est trop petit (au moins {limit})',
  ),
  'not-above': message('{value} is too small (above {limit})', '{value} est trop petit (plus de {limit})'),
  'too-large': message('{value} is too large (at most {limit})', '{value} est trop grand (au plus {limit})'),
  probability: message(
    '{value} is no probability (from 0 to 1)',
    '{value} n’est pas une probabilité (de 0 à 1)',
    ['{nearest}, which is {value}%', '{nearest}, soit {value} %'],
  ),
  negative: message('{value} is negative (at least 0)', '{value} est négatif (au moins 0)'),
  'list-length': message(
    'this list has {count|item|items} (exactly {limit} expected)',
    'cette liste a {count|élément|éléments} (exactement {limit} attendus)',
  ),
  'list-too-short': message(
    'this list has {count|item|items} (at least {limit})',
    'cette liste a {count|élément|éléments} (au moins {limit})',
  ),
  'list-too-long': message(
    'this list has {count|item|items} (at most {limit})',
    'cette liste a {count|élément|éléments} (au plus {limit})',
  ),
  'text-empty': message('this text is empty', 'ce texte est vide'),
  'text-too-long': message(
    'this text has {count|character|characters} (at most {limit})',
    'ce texte a {count|caractère|caractères} (au plus {limit})',
  ),
  identifier: message(
    '“{value}” cannot be an identifier (letters, digits and . _ - only, no space)',
    '« {value} » ne peut pas être un identifiant (lettres, chiffres et . _ - seulement, sans espace)',
    ['a short id, and this text as its “label”', 'un identifiant court, et ce texte comme « label »'],
  ),
  date: message('“{value}” is not a date', '« {value} » n’est pas une date', [
    'year-month-day, like "2026-05-25"',
    'année-mois-jour, comme "2026-05-25"',
  ]),
  quantity: message(
    '“{value}” is not a duration (a number of {unit:unit}, or a number with s, min, h, d or w)',
    '« {value} » n’est pas une durée (un nombre de {unit:unit}, ou un nombre suivi de s, min, h, d ou w)',
    ['"90min", "1.5h" or "30d"', '"90min", "1,5h" ou "30d"'],
  ),
  clock: message(
    '“{value}” is not a time of day (00:00 to 24:00)',
    '« {value} » n’est pas une heure (de 00:00 à 24:00)',
    ['hours and minutes between quotes, like "08:30"', 'heures et minutes entre guillemets, comme "08:30"'],
  ),
  days: message(
    '“{value}” are not days of the week (mon, tue, wed, thu, fri, sat, sun)',
    '« {value} » n’est pas un jour de la semaine (mon, tue, wed, thu, fri, sat, sun)',
    ['mon-fri, or [mon, wed]', 'mon-fri, ou [mon, wed]'],
  ),
  'quantile-order': message(
    'these quantiles do not rise: {value} (min < p20 < p50 < p80, then < max)',
    'ces quantiles ne sont pas croissants : {value} (min < p20 < p50 < p80, puis < max)',
    [
      'the lower bound is 3 minutes where “min” is not written',
      'la borne basse est de 3 minutes si « min » est absent',
    ],
  ),
  'range-order': message(
    'the upper bound is below the lower one: {value}',
    'la borne haute est sous la borne basse : {value}',
    ['swap them', 'les échanger'],
  ),
  'weights-length': message(
    'not as many weights as values: {value}',
    'pas autant de poids que de valeurs : {value}',
    ['one weight for each value, or no “weights”', 'un poids par valeur, ou pas de « weights »'],
  ),
  'weights-zero': message('all the weights are zero', 'tous les poids sont nuls'),
  'mean-zero': message('the mean of this law is zero', 'la moyenne de cette loi est nulle', [
    'a bare 0, for no duration at all',
    'un simple 0, pour une durée nulle',
  ]),
  invalid: message('“{value}” is not valid ({detail})', '« {value} » n’est pas valable ({detail})'),
});
