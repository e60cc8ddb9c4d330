/** What is said of a week in a spreadsheet. Codes: `model/week/codes.ts`, and `io/codes.ts` for its file. */
import { type Message, message } from './message.ts';

const advised = ['{advice}', '{advice}'] as const;
const meant = ['“{nearest}”', '« {nearest} »'] as const;

export const WEEK_MESSAGES = Object.freeze({
  'week-empty': message('no vacation is in this table', 'ce tableau ne contient aucune vacation', [
    'one row per room, day and vacation; “creneau week export” writes such a table',
    'une ligne par salle, jour et vacation ; « creneau week export » écrit un tel tableau',
  ]),
  'week-columns-missing': message(
    'missing from the header: {columns} (found: {found})',
    'il manque dans l’en-tête : {columns} (trouvé : {found})',
    [
      'name these columns in the first row; “creneau week export” writes them all',
      'nommer ces colonnes à la première ligne ; « creneau week export » les écrit toutes',
    ],
  ),
  'week-column-unknown': message(
    'column “{column}” is not known and not read ({cell})',
    'la colonne « {column} » est inconnue et n’est pas lue ({cell})',
    meant,
  ),
  'week-column-twice': message(
    'column “{column}” appears twice ({cell})',
    'la colonne « {column} » figure deux fois ({cell})',
    ['keep one', 'n’en garder qu’une'],
  ),
  'week-cell-missing': message('“{column}” is empty here ({cell})', '« {column} » est vide ici ({cell})', [
    'fill it in each row (merged cells count for their first row only), or empty the whole row',
    'la remplir à chaque ligne (des cellules fusionnées ne valent que pour la première), ou vider toute la ligne',
  ]),
  'week-cell-long': message(
    '{count|character|characters} in one cell ({cell}), at most {limit}',
    '{count|caractère|caractères} dans une cellule ({cell}), au plus {limit}',
    [
      'shorten it, or write this vacation in the scenario',
      'la raccourcir, ou écrire cette vacation dans le scénario',
    ],
  ),
  'week-room': message(
    '“{value}” is no device of the scenario ({cell})',
    '« {value} » n’est pas un appareil du scénario ({cell})',
    meant,
    ['one of: {known}', 'parmi : {known}'],
  ),
  'week-day': message('“{value}” is no day ({cell})', '« {value} » n’est pas un jour ({cell})', meant, [
    'Monday, mon, mon-fri, or Monday, Tuesday',
    'lundi, lun, lun-ven, ou lundi, mardi',
  ]),
  'week-time': message(
    '“{value}” is not a time of day, 00:00 to 24:00 ({cell})',
    '« {value} » n’est pas une heure, de 00:00 à 24:00 ({cell})',
    ['08:30, 8h30, or 8.5 for half past eight', '08:30, 8h30, ou 8,5 pour huit heures et demie'],
  ),
  'week-type': message(
    '“{value}” is no type of vacation ({cell})',
    '« {value} » n’est pas un type de vacation ({cell})',
    meant,
    ['one of: {allowed}', 'parmi : {allowed}'],
  ),
  'week-word': message(
    '“{value}” is not understood ({cell})',
    '« {value} » n’est pas compris ({cell})',
    meant,
    ['of these: {allowed}', 'parmi : {allowed}'],
  ),
  'week-number': message(
    '“{value}” is not a whole number from {low} to {limit} ({cell})',
    '« {value} » n’est pas un nombre entier de {low} à {limit} ({cell})',
    ['leave it empty when not needed', 'laisser vide si ce n’est pas utile'],
  ),
  'week-minutes': message(
    '“{value}” is not a duration ({cell})',
    '« {value} » n’est pas une durée ({cell})',
    ['10, 10 min, or 0.5 h', '10, 10 min, ou 0,5 h'],
  ),
  'week-reserve': message(
    '“{value}” is not a reserve ({cell})',
    '« {value} » n’est pas une réserve ({cell})',
    [
      '“H 90 min D-1” (hospitalised, 90 minutes, open to all from the day before); several with “;” between',
      '« H 90 min J-1 » (hospitalisés, 90 minutes, ouvertes à tous dès la veille) ; plusieurs avec « ; » entre elles',
    ],
  ),
  'week-law': message(
    '“{value}” is neither a duration nor a law ({cell})',
    '« {value} » n’est ni une durée ni une loi ({cell})',
    ['15 min, or “law: uniform; min: 15; max: 40”', '15 min, ou « law: uniform; min: 15; max: 40 »'],
  ),
  'week-appointment': message(
    '“{value}” is no appointment time inside the vacation, {start} to {end} ({cell})',
    '« {value} » n’est pas une heure de rendez-vous dans la vacation, de {start} à {end} ({cell})',
    [
      'times separated by commas: 08:00, 08:20, 08:40',
      'des heures séparées par des virgules : 08:00, 08:20, 08:40',
    ],
  ),
  'week-row-twice': message(
    'this vacation is already on row {first}, the same day ({cell})',
    'cette vacation est déjà à la ligne {first}, le même jour ({cell})',
    ['remove one of the two rows', 'enlever une des deux lignes'],
  ),
  'week-more': message(
    '{count|more row was|more rows were} not looked at, after so many errors',
    '{count|autre ligne n’a pas été regardée|autres lignes n’ont pas été regardées}, après tant d’erreurs',
    ['correct these first', 'corriger d’abord celles-ci'],
  ),
  'week-too-many-rows': message(
    'too many rows ({count}, at most {limit})',
    'trop de lignes ({count}, au plus {limit})',
    ['is it the right file?', 'est-ce le bon fichier ?'],
  ),
  'week-too-many-columns': message(
    'too many columns ({count}, at most {limit})',
    'trop de colonnes ({count}, au plus {limit})',
    ['is it the right file?', 'est-ce le bon fichier ?'],
  ),
  'week-too-much-text': message(
    'too much text in this sheet (at most {limit} characters)',
    'trop de texte dans cette feuille (au plus {limit} caractères)',
    ['is it the right file?', 'est-ce le bon fichier ?'],
  ),
  'week-file-kind': message(
    'this is neither an .xlsx workbook nor CSV text',
    'ce n’est ni un classeur .xlsx ni du texte CSV',
    advised,
  ),
  'week-file-damaged': message(
    'this workbook is damaged, or not a plain .xlsx',
    'ce classeur est abîmé, ou n’est pas un .xlsx ordinaire',
    advised,
  ),
  'week-file-locked': message(
    'this workbook is locked by a password',
    'ce classeur est protégé par un mot de passe',
    advised,
  ),
  'week-file-unpacked': message(
    'this workbook is too large once unpacked (at most {limit} million bytes, 100,000 rows)',
    'ce classeur est trop grand une fois décompressé (au plus {limit} millions d’octets, 100 000 lignes)',
    [
      'copy the week alone into a new workbook, or save it as CSV',
      'copier la semaine seule dans un nouveau classeur, ou l’enregistrer en CSV',
    ],
  ),
  'week-file-name': message(
    'the name of a week ends in .xlsx or .csv',
    'le nom d’une semaine finit par .xlsx ou .csv',
    ['week.xlsx', 'semaine.xlsx'],
  ),
  'week-csv-quote': message(
    'a quotation begins here and never ends',
    'un guillemet s’ouvre ici et ne se ferme jamais',
    ['close it, or remove it', 'le fermer, ou l’enlever'],
  ),
} satisfies Readonly<Record<string, Message>>);
