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
    ['{nearest}', '{nearest}'],
    ['{expected:example}', '{expected:example}'],
  ),
  'not-in-list': message(
    '“{value}” is not one of: {allowed}',
    '« {value} » n’est pas dans la liste : {allowed}',
    ['“{nearest}”', '« {nearest} »'],
    ['one of these words, written exactly so', 'un de ces mots, écrit exactement ainsi'],
  ),
  'schema-version': message(
    'schema version {value} is not known (known: {limit})',
    'la version {value} du schéma n’est pas connue (connue : {limit})',
    ['“creneau: {limit}”, or a newer creneau', '« creneau: {limit} », ou un creneau plus récent'],
  ),
  'too-small': message(
    '{value} is too small (at least {limit})',
    '{value} est trop petit (au moins {limit})',
    ['a number from {limit} up', 'un nombre à partir de {limit}'],
  ),
  'not-above': message(
    '{value} is too small (above {limit})',
    '{value} est trop petit (attendu : supérieur à {limit})',
    ['a number above {limit}', 'un nombre supérieur à {limit}'],
  ),
  'too-large': message('{value} is too large (at most {limit})', '{value} est trop grand (au plus {limit})', [
    'a number up to {limit}',
    'un nombre jusqu’à {limit}',
  ]),
  probability: message(
    '{value} is no probability (from 0 to 1)',
    '{value} n’est pas une probabilité (de 0 à 1)',
    ['{nearest}, which is {percent}%', '{nearest}, soit {percent} %'],
  ),
  negative: message('{value} is negative (at least 0)', '{value} est négatif (au moins 0)', [
    '0 or more, like 5 or "90s"',
    '0 ou plus, comme 5 ou "90s"',
  ]),
  'list-length': message(
    'this list has {count|item|items} (exactly {limit} expected)',
    'cette liste a {count|élément|éléments} (exactement {limit} attendus)',
    [
      'exactly {limit|item|items}, separated by commas',
      'exactement {limit|élément|éléments}, séparés par des virgules',
    ],
  ),
  'list-too-short': message(
    'this list has {count|item|items} (at least {limit})',
    'cette liste a {count|élément|éléments} (au moins {limit})',
    ['add one, on a line that begins with “- ”', 'en ajouter un, sur une ligne qui commence par « - »'],
  ),
  'list-too-long': message(
    'this list has {count|item|items} (at most {limit})',
    'cette liste a {count|élément|éléments} (au plus {limit})',
    ['keep {limit|item|items}, or make two scenarios', 'en garder {limit}, ou faire deux scénarios'],
  ),
  'text-empty': message('this text is empty', 'ce texte est vide', [
    'write one, like "irm-1"',
    'en écrire un, comme "irm-1"',
  ]),
  'text-too-long': message(
    'this text has {count|character|characters} (at most {limit})',
    'ce texte a {count|caractère|caractères} (au plus {limit})',
    ['shorten it to {limit|character|characters}', 'le réduire à {limit|caractère|caractères}'],
  ),
  identifier: message(
    '“{value}” cannot be an identifier (letters, digits and . _ - only, no space)',
    '« {value} » ne peut pas être un identifiant (lettres, chiffres et . _ - seulement, sans espace)',
    ['“{nearest}”', '« {nearest} »'],
    ['a short id, and this text as its “label”', 'un identifiant court, et ce texte comme « label »'],
  ),
  date: message(
    '“{value}” is not a date',
    '« {value} » n’est pas une date',
    ['"{nearest}"', '"{nearest}"'],
    ['year-month-day, like "2026-05-25"', 'année-mois-jour, comme "2026-05-25"'],
  ),
  quantity: message(
    '“{value}” is not a duration (a number of {unit:unit}, or a number with s, min, h, d or w)',
    '« {value} » n’est pas une durée (un nombre de {unit:unit}, ou un nombre suivi de s, min, h, d ou w)',
    ['"{nearest}"', '"{nearest}"'],
    ['"90min", "1.5h" or "30d"', '"90min", "1,5h" ou "30d"'],
  ),
  clock: message(
    '“{value}” is not a time of day (00:00 to 24:00)',
    '« {value} » n’est pas une heure (de 00:00 à 24:00)',
    ['"{nearest}"', '"{nearest}"'],
    ['hours and minutes between quotes, like "08:30"', 'heures et minutes entre guillemets, comme "08:30"'],
  ),
  days: message(
    '“{value}” does not name days of the week (mon, tue, wed, thu, fri, sat, sun)',
    '« {value} » ne désigne pas des jours de la semaine (mon, tue, wed, thu, fri, sat, sun)',
    ['{nearest}', '{nearest}'],
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
  'weights-zero': message('all the weights are zero', 'tous les poids sont nuls', [
    'a weight above 0, or no “weights”',
    'un poids supérieur à 0, ou pas de « weights »',
  ]),
  'mean-zero': message('the mean of this law is zero', 'la moyenne de cette loi est nulle', [
    'a bare 0, for no duration at all',
    'un simple 0, pour une durée nulle',
  ]),
  invalid: message('“{value}” is not valid here', '« {value} » n’est pas valable ici', [
    'write it as in the example scenarios',
    'l’écrire comme dans les scénarios d’exemple',
  ]),
});
