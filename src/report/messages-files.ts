/** What is said of files: scenarios, logs, and what is written. Codes: `io/codes.ts`. */
import type { Text } from './language.ts';
import { type Message, message } from './message.ts';
import { QUANTILE_MESSAGES } from './messages-quantiles.ts';
import { SITES_MESSAGES } from './messages-sites.ts';
import { SYNTAX_MESSAGES } from './messages-syntax.ts';
import { WEEK_MESSAGES } from './messages-week.ts';

/** Advice about files, by the key a finding carries as `advice`. */
export const FILE_ADVICE: Readonly<Record<string, Text>> = Object.freeze({
  'check-name': { en: 'check the name and the folder', fr: 'vérifier le nom et le dossier' },
  'name-a-file': { en: 'name a file', fr: 'nommer un fichier' },
  'create-folder': { en: 'create the folder first', fr: 'créer d’abord le dossier' },
  'other-folder': { en: 'name a new or an empty folder', fr: 'nommer un dossier nouveau ou vide' },
  'check-rights': { en: 'check your rights on it', fr: 'vérifier vos droits d’accès' },
  'use-force': { en: '--force replaces it', fr: '--force le remplace' },
  'free-space': { en: 'free some space, or write elsewhere', fr: 'libérer de la place, ou écrire ailleurs' },
  'shorten-file': { en: 'is it the right file?', fr: 'est-ce le bon fichier ?' },
  'save-as-utf8': { en: 'save it again as UTF-8', fr: 'l’enregistrer à nouveau en UTF-8' },
  'check-accents': { en: 'check the accents below', fr: 'vérifier les accents' },
  'try-again': { en: 'try again', fr: 'réessayer' },
  'save-as-xlsx': {
    en: 'save it again as .xlsx (Excel workbook), or as CSV',
    fr: 'l’enregistrer à nouveau en .xlsx (classeur Excel), ou en CSV',
  },
  'remove-password': { en: 'save it without a password', fr: 'l’enregistrer sans mot de passe' },
});

const advised = ['{advice}', '{advice}'] as const;

export const FILE_MESSAGES = Object.freeze({
  ...SYNTAX_MESSAGES,
  'file-missing': message('there is no such file', 'ce fichier n’existe pas', advised),
  'file-folder-missing': message(
    'the folder of this file does not exist',
    'le dossier de ce fichier n’existe pas',
    advised,
  ),
  'file-is-directory': message('this is a folder', 'c’est un dossier', advised),
  'file-permission': message('not allowed to use this file', 'l’accès à ce fichier est refusé', advised),
  'file-exists': message('this file exists already', 'ce fichier existe déjà', advised),
  'file-not-regular': message('this is not an ordinary file', 'ce n’est pas un fichier ordinaire', advised),
  'file-disk-full': message('the disk is full', 'le disque est plein', advised),
  'file-too-large': message(
    'this file is too large (at most {limit} bytes)',
    'ce fichier est trop grand (au plus {limit} octets)',
    advised,
  ),
  'file-encoding': message('this file is not UTF-8 text', 'ce fichier n’est pas du texte UTF-8', advised),
  'file-encoding-assumed': message(
    'this file is not UTF-8; it was read as {encoding}',
    'ce fichier n’est pas en UTF-8 ; il a été lu en {encoding}',
    advised,
  ),
  'file-failed': message(
    'this file could not be used ({reason})',
    'ce fichier n’a pas pu servir ({reason})',
    advised,
  ),
  'number-unknown': message(
    '“{value}” is none of the eight numbers',
    '« {value} » n’est aucun des huit nombres',
    ['{nearest}', '{nearest}'],
    ['one of: {known}', 'l’un de : {known}'],
  ),
  'cost-unknown': message(
    '“{value}” is not a cost that is used',
    '« {value} » n’est pas un coût utilisé',
    ['{nearest}', '{nearest}'],
    ['one of: {known}', 'l’un de : {known}'],
  ),
  'number-missing': message('{name} is not given', '{name} n’est pas donné', [
    '--{name} {option}',
    '--{name} {option}',
  ]),
  'number-value': message('{name}: “{value}” is not understood', '{name} : « {value} » n’est pas compris', [
    '{en}',
    '{fr}',
  ]),
  'percent-range': message(
    '{name}: {value}% is not between {low}% and {high}%',
    '{name} : {value} % n’est pas entre {low} % et {high} %',
    [
      'occupancy: exam time over scheduled opening; mix: parts of the passages',
      'occupation : temps d’examen sur ouverture programmée ; répartition : parts des passages',
    ],
  ),
  'number-range': message(
    '{name}: {value} is not between {low} and {high}',
    '{name} : {value} n’est pas entre {low} et {high}',
    [
      'check the unit: hours and passages a week, days, percent',
      'vérifier l’unité : heures et passages par semaine, jours, pour cent',
    ],
  ),
  'mix-sum': message(
    'the shares of the mix sum to {sum}%, not 100%',
    'les parts de la répartition font {sum} %, pas 100 %',
    ['A/H/R/U as 35/38/4/23', 'A/H/R/U comme 35/38/4/23'],
  ),
  'week-not-weekly': message(
    'this scheduled vacation does not come every week ({column}): a site is calibrated on the week it usually has',
    'cette vacation programmée ne revient pas chaque semaine ({column}) : un site est calé sur sa semaine habituelle',
    [
      'give the usual week here, then change the scenario that is written',
      'donner ici la semaine habituelle, puis modifier le scénario écrit',
    ],
  ),
  'week-opening': message(
    'the week of the spreadsheet opens {hours} h, not {stated} h: the week is what is used',
    'la semaine du tableur ouvre {hours} h, et non {stated} h : c’est la semaine qui sert',
    [
      'leave the opening out, or correct the rows of the week (on-call and emergency vacations do not count)',
      'ne pas donner l’ouverture, ou corriger les lignes de la semaine (permanence des soins et vacations d’urgence ne comptent pas)',
    ],
  ),
  'numbers-contradict': message(
    '{passages} passages a week do not go with the opening, occupancy and mix: with the published durations those come to {implied}',
    '{passages} passages par semaine ne vont pas avec l’ouverture, l’occupation et la répartition : avec les durées publiées, elles en donnent {implied}',
    [
      '{implied} passages, or an occupancy of {occupancy}%, or {opening} h of opening, or exams {ratio} times the published durations',
      '{implied} passages, ou {occupancy} % d’occupation, ou {opening} h d’ouverture, ou des examens de {ratio} fois les durées publiées',
    ],
    [
      '{implied} passages, or {opening} h of opening, or exams {ratio} times the published durations',
      '{implied} passages, ou {opening} h d’ouverture, ou des examens de {ratio} fois les durées publiées',
    ],
    [
      '{implied} passages, or exams {ratio} times the published durations',
      '{implied} passages, ou des examens de {ratio} fois les durées publiées',
    ],
  ),
  'pair-form': message('“{value}” is not a name and a value', '« {value} » n’est pas un nom et une valeur', [
    'occupancy;60.6%',
    'occupation;60,6 %',
  ]),
  'folder-not-ours': message(
    'this is not an empty folder, nor one of an earlier sweep',
    'ce n’est ni un dossier vide, ni celui d’un balayage précédent',
    advised,
  ),
  'named-file-missing': message('there is no file “{name}”', 'il n’y a pas de fichier « {name} »', [
    'the path counts from the folder of this scenario',
    'le chemin se compte depuis le dossier de ce scénario',
  ]),
  'named-file-is-directory': message('“{name}” is a folder', '« {name} » est un dossier', [
    'name a file of this folder',
    'nommer un fichier de ce dossier',
  ]),
  'named-file-permission': message('not allowed to read “{name}”', 'la lecture de « {name} » est refusée', [
    'check your rights on this file',
    'vérifier vos droits sur ce fichier',
  ]),
  'document-empty': message('this file is empty', 'ce fichier est vide', [
    '“creneau: 1” as its first line; scenarios/ has examples',
    '« creneau: 1 » en première ligne ; scenarios/ a des exemples',
  ]),
  'document-several': message(
    'a second document begins here (one per file)',
    'un second document commence ici (un par fichier)',
    ['remove the line “---”', 'enlever la ligne « --- »'],
  ),
  'document-version': message(
    'YAML {version} is not read (1.2 is)',
    'YAML {version} n’est pas lu (1.2 l’est)',
    ['remove the %YAML line', 'enlever la ligne %YAML'],
  ),
  'document-depth': message(
    'lists and keys nest too deeply (at most {limit|level|levels})',
    'listes et clés s’emboîtent trop profondément (au plus {limit|niveau|niveaux})',
    ['fewer levels: is it the right file?', 'moins de niveaux : est-ce le bon fichier ?'],
  ),
  'document-tag': message('tag “{tag}” is not known', 'étiquette « {tag} » inconnue', [
    'remove it',
    'l’enlever',
  ]),
  'document-key': message(
    '“{key}” cannot be a key (a text or a number)',
    '« {key} » ne peut pas être une clé (un texte ou un nombre)',
    ['another name: letters, digits and - only', 'un autre nom : lettres, chiffres et - seulement'],
  ),
  'document-duplicate-key': message(
    'key “{key}” appears a second time (first on line {firstLine})',
    'la clé « {key} » figure une seconde fois (la première, ligne {firstLine})',
    ['keep one', 'n’en garder qu’une'],
  ),
  'document-alias-unknown': message('no anchor “&{name}” above', 'aucune ancre « &{name} » plus haut', [
    '“&{name}” before the part to repeat, above this line',
    '« &{name} » devant la partie à répéter, au-dessus de cette ligne',
  ]),
  'document-alias-cycle': message(
    '“*{name}” stands inside what it stands for',
    '« *{name} » est à l’intérieur de ce qu’il désigne',
    ['write that part out in full here', 'écrire ici cette partie en entier'],
  ),
  'document-values': message('too many values (at most {limit})', 'trop de valeurs (au plus {limit})', [
    'fewer values, or fewer aliases (*) of large parts',
    'moins de valeurs, ou moins d’alias (*) de grandes parties',
  ]),
  'document-not-mapping': message(
    'a scenario is made of keys with values',
    'un scénario est fait de clés avec leurs valeurs',
    ['“creneau: 1” as its first line', '« creneau: 1 » en première ligne'],
  ),
  'extends-not-relative': message(
    '“extends” does not name a file beside this one',
    '« extends » ne nomme pas un fichier à côté de celui-ci',
    ['a path that begins in the folder of this file', 'un chemin qui part du dossier de ce fichier'],
  ),
  'extends-cycle': message(
    'files extend each other: {chain}',
    'des fichiers s’étendent l’un l’autre en boucle : {chain}',
    ['remove one of these “extends”', 'enlever l’un de ces « extends »'],
  ),
  'extends-too-long': message(
    'too many files extend each other (at most {limit}): {chain}',
    'trop de fichiers s’étendent (au plus {limit}) : {chain}',
    ['“extends” with a file nearer to the last one', '« extends » avec un fichier plus proche du dernier'],
  ),
  'log-empty': message('this log holds no request', 'ce journal ne contient aucune demande', [
    'one row per request below the header, from the first Monday of the run on',
    'une ligne par demande sous l’en-tête, à partir du premier lundi de la simulation',
  ]),
  'log-column-missing': message(
    'column “{column}” is missing (found: {found})',
    'il manque la colonne « {column} » (trouvées : {found})',
    [
      '“requested;class;examType;durationMinutes” as its first line',
      '« requested;class;examType;durationMinutes » en première ligne',
    ],
  ),
  'log-column-twice': message('column “{column}” appears twice', 'la colonne « {column} » figure deux fois', [
    'keep it once',
    'ne la garder qu’une fois',
  ]),
  'log-cells': message(
    '{found|cell|cells} in this row ({expected} in the header)',
    '{found|cellule|cellules} dans cette ligne ({expected} dans l’en-tête)',
    ['a decimal comma in a file separated by commas?', 'une virgule décimale dans un fichier à virgules ?'],
  ),
  'log-date': message(
    '“{value}” is not a date with its time',
    '« {value} » n’est pas une date avec son heure',
    ['2026-05-25 08:30, or 25/05/2026 08:30', '25/05/2026 08:30, ou 2026-05-25 08:30'],
  ),
  'log-class': message('“{value}” is no patient class', '« {value} » n’est pas une classe de patients', [
    'A, H, R or U',
    'A, H, R ou U',
  ]),
  'log-duration': message(
    '“{value}” is not a duration in minutes (0 to {limit})',
    '« {value} » n’est pas une durée en minutes (0 à {limit})',
    [
      'minutes, like 12 or 12.5; nothing where it is not known',
      'des minutes, comme 12 ou 12,5 ; rien si elle n’est pas connue',
    ],
  ),
  'log-short-exams': message(
    '{count|exam is|exams are} recorded as shorter than {limit} min',
    '{count|examen est noté|examens sont notés} à moins de {limit} min',
    [
      'typed after the exam? The 2010 campaign left them out',
      'saisis après coup ? La campagne de 2010 les excluait',
    ],
  ),
  'log-before-start': message(
    '{count|request is|requests are} before the start of the run ({start}) and left out',
    '{count|demande écartée|demandes écartées}, avant le début de la simulation ({start})',
    ['an earlier “start” under “calendar”', 'un « start » plus tôt sous « calendar »'],
  ),
  ...WEEK_MESSAGES,
  ...QUANTILE_MESSAGES,
  ...SITES_MESSAGES,
} satisfies Readonly<Record<string, Message>>);
