/** What is said of a file of real sites. Codes: `io/sites-codes.ts`. */
import { message } from './message.ts';

const anotherBalance = [
  'check the department; a balance of another month by --balance FILE.csv',
  'vérifier le département ; un bilan d’un autre mois par --balance FICHIER.csv',
] as const;

export const SITES_MESSAGES = Object.freeze({
  'sites-empty': message('this file holds no site', 'ce fichier ne contient aucun site', [
    'one row a device below the header',
    'une ligne par appareil sous l’en-tête',
  ]),
  'sites-column-missing': message(
    'column “{column}” is missing (found: {found})',
    'il manque la colonne « {column} » (trouvées : {found})',
    [
      '“id;label;department;latitude;longitude;modality;device;opening;passages;occupancy;delay_a;delay_h” as its first line',
      '« site;nom;département;latitude;longitude;modalité;appareil;ouverture;passages;occupation;délai A;délai H » en première ligne',
    ],
  ),
  'sites-id-missing': message('this row names no site', 'cette ligne ne nomme aucun site', [
    'the id of the site, the same on each of its rows',
    'l’identifiant du site, le même sur chacune de ses lignes',
  ]),
  'sites-id': message('“{value}” is no name here', '« {value} » n’est pas un nom ici', [
    'letters, digits, “-”, “.” and “_”, 40 at most, like ch-nord',
    'lettres, chiffres, « - », « . » et « _ », 40 au plus, comme ch-nord',
  ]),
  'sites-department': message(
    '“{value}” is no French department',
    '« {value} » n’est pas un département français',
    ['{nearest}', '{nearest}'],
    ['its code, like 95, or its name', 'son code, comme 95, ou son nom'],
  ),
  'sites-modality': message('“{value}” is neither CT nor MRI', '« {value} » n’est ni scanner ni IRM', [
    'ct or mri',
    'scanner ou irm',
  ]),
  'sites-device-twice': message(
    'device “{device}” of site “{site}” is on line {firstLine} already',
    'l’appareil « {device} » du site « {site} » est déjà en ligne {firstLine}',
    ['a name of its own for each device', 'un nom à chaque appareil'],
  ),
  'sites-number': message(
    '“{value}” is not a number ({column})',
    '« {value} » n’est pas un nombre ({column})',
    [
      'a number alone, like 47 or 47.5; nothing where it is not known',
      'un nombre seul, comme 47 ou 47,5 ; rien s’il n’est pas connu',
    ],
  ),
  'sites-negative': message(
    '{value} is below 0, the least there can be ({column})',
    '{value} est sous 0, le moins possible ({column})',
    ['nothing where it is not known', 'rien s’il n’est pas connu'],
  ),
  'sites-range': message(
    '{value} is impossible ({column}: {low} to {high})',
    '{value} est impossible ({column} : de {low} à {high})',
    [
      'hours a week, patients a week, percent, days, degrees',
      'heures par semaine, patients par semaine, pour cent, jours, degrés',
    ],
  ),
  'sites-differ': message(
    'site “{site}” says “{value}” here and “{first}” on line {firstLine} ({column})',
    'le site « {site} » dit « {value} » ici et « {first} » en ligne {firstLine} ({column})',
    [
      'the same on each of its rows, or nothing after the first',
      'la même chose sur chacune de ses lignes, ou rien après la première',
    ],
  ),
  'sites-coordinates-half': message(
    'one coordinate without the other: {column} is missing',
    'une coordonnée sans l’autre : {column} manque',
    ['both, or neither', 'les deux, ou aucune'],
  ),
  'sites-coordinates-swapped': message(
    'latitude {latitude} and longitude {longitude}: they stand in each other’s place',
    'latitude {latitude} et longitude {longitude} : elles sont l’une à la place de l’autre',
    ['latitude {longitude} and longitude {latitude}', 'latitude {longitude} et longitude {latitude}'],
  ),
  'sites-coordinates-far': message(
    'these coordinates are {km} km from the centre of {department} (at most {limit})',
    'ces coordonnées sont à {km} km du centre du {department} (au plus {limit})',
    ['they are near the centre of {nearest}', 'elles sont près du centre du {nearest}'],
    [
      'another department, or coordinates in decimal degrees like 49.036 and 2.063',
      'un autre département, ou des coordonnées en degrés décimaux comme 49,036 et 2,063',
    ],
  ),
  'sites-contradict': message(
    '{passages} passages in {hours} h a week at {occupancy}% leave {minutes} min of exam each ({low} to {high} are possible)',
    '{passages} passages en {hours} h par semaine à {occupancy} % laissent {minutes} min d’examen à chacun (de {low} à {high} sont possibles)',
    [
      'check the three numbers: of one device, a week',
      'vérifier les trois nombres : d’un seul appareil, par semaine',
    ],
  ),
  'sites-commune': message(
    'the commune “{commune}” is not located: travel is counted from the centre of {department}',
    'la commune « {commune} » n’est pas localisée : les trajets sont comptés depuis le centre du {department}',
    ['the latitude and longitude of the site', 'la latitude et la longitude du site'],
  ),
  'sites-not-in-balance': message(
    'the balance has no device of this kind in {department}',
    'le bilan n’a aucun appareil de cette nature dans le {department}',
    [
      'departments of this balance: {known}; another one by --balance FILE.csv',
      'départements de ce bilan : {known} ; un autre par --balance FICHIER.csv',
    ],
  ),
  'sites-left-out': message(
    'site “{site}” is in {department}, which --departments leaves out: it is not used',
    'le site « {site} » est dans le {department}, que --departments écarte : il n’est pas repris',
    ['--departments with it too', '--departments avec lui aussi'],
  ),
  'sites-more-than-balance': message(
    'this file holds {count} {equipment} of {department}, and the balance counts {present}: this is the first too many',
    'ce fichier contient {count} {equipment} du {department}, et le bilan en compte {present} : voici le premier de trop',
    anotherBalance,
  ),
  'sites-more-implantations': message(
    'this file holds {count|site|sites} with {equipment} in {department}, and the balance counts {present}: this is the first too many',
    'ce fichier contient {count|site|sites} avec {equipment} dans le {department}, et le bilan en compte {present} : voici le premier de trop',
    anotherBalance,
  ),
  'sites-rest': message(
    'besides these, the balance leaves {count} {equipment} for {sites|other site|other sites} of {department}: that cannot be',
    'en dehors de ceux-ci, le bilan laisse {count} {equipment} à {sites|autre site|autres sites} du {department} : c’est impossible',
    anotherBalance,
  ),
});
