/** What is said of the command line itself. */
import type { Language } from '../report/language.ts';
import { findingLines, type Message, message } from '../report/message.ts';
import type { Values } from '../report/sentence.ts';
import { BACKLOG_MESSAGES } from './messages-backlog.ts';
import { OPTIMIZE_MESSAGES } from './messages-optimize.ts';
import { REGION_MESSAGES } from './messages-region.ts';

export const COMMAND_MESSAGES = Object.freeze({
  'command-unknown': message(
    'there is no command “{command}”',
    'il n’y a pas de commande « {command} »',
    ['creneau {nearest}', 'creneau {nearest}'],
    ['creneau --help lists them', 'creneau --help en donne la liste'],
  ),
  'command-is-file': message(
    '“{command}” is a file, not a command',
    '« {command} » est un fichier, pas une commande',
    ['creneau simulate {command}', 'creneau simulate {command}'],
  ),
  'option-unknown': message(
    'there is no option --{option}',
    'il n’y a pas d’option --{option}',
    ['--{nearest}', '--{nearest}'],
    ['creneau {command} --help lists them', 'creneau {command} --help en donne la liste'],
  ),
  'option-value': message(
    '--{option} does not take “{value}” (expected: {expected})',
    '--{option} ne prend pas « {value} » (attendu : {expected})',
  ),
  'option-no-value': message('--{option} is given without a value', '--{option} est donnée sans valeur', [
    '--{option} {example}',
    '--{option} {example}',
  ]),
  'option-twice': message('--{option} is given twice', '--{option} est donnée deux fois'),
  'file-argument-missing': message('which scenario?', 'quel scénario ?', [
    'creneau {command} FILE.yaml',
    'creneau {command} FICHIER.yaml',
  ]),
  'argument-extra': message(
    'one scenario at a time; “{value}” is one too many',
    'un scénario à la fois ; « {value} » est de trop',
  ),
  'on-missing': message('--precision is asked of no indicator', '--precision ne vise aucun indicateur', [
    '--precision 5% --on access.A.mean',
    '--precision 5% --on access.A.mean',
  ]),
  'precision-missing': message(
    '--on names an indicator, but --precision is missing',
    '--on désigne un indicateur, mais --precision manque',
    ['--precision 5% --on {on}', '--precision 5% --on {on}'],
  ),
  'indicator-unknown': message(
    'no indicator ends in “{name}”',
    'aucun indicateur ne finit par « {name} »',
    ['--on {nearest}', '--on {nearest}'],
    [
      'access.A.mean, firstAvailable.H.mean, occupancy.scheduled',
      'access.A.mean, firstAvailable.H.mean, occupancy.scheduled',
    ],
  ),
  'site-unknown': message('no site is called “{site}”', 'aucun site ne s’appelle « {site} »', [
    '--site {nearest}',
    '--site {nearest}',
  ]),
  'sweep-out-missing': message('where should the sweep be kept?', 'où garder le balayage ?', [
    '--out FOLDER',
    '--out DOSSIER',
  ]),
  'sweep-large': message(
    'this sweep has {count} points; the most is {limit}',
    'ce balayage a {count} points ; le maximum est {limit}',
    ['fewer values, or several sweeps', 'moins de valeurs, ou plusieurs balayages'],
  ),
  'sweep-other': message(
    '{folder} holds the results of another sweep',
    '{folder} contient les résultats d’un autre balayage',
    [
      'another --out, or --force to replace sweep.csv and sweep.json',
      'un autre --out, ou --force pour remplacer sweep.csv et sweep.json',
    ],
  ),
  'vary-form': message('--vary does not take “{value}”', '--vary ne prend pas « {value} »', [
    '--vary devices.ID.slots.A=25,30,35',
    '--vary devices.ID.slots.A=25,30,35',
  ]),
  'vary-many': message(
    '--vary {path} has no value, or more than {limit}',
    '--vary {path} n’a aucune valeur, ou plus de {limit}',
    ['from..to..step, as 20..40..5', 'de..à..pas, comme 20..40..5'],
  ),
  'vary-value': message(
    '--vary {path}: “{value}” is not a value',
    '--vary {path} : « {value} » n’est pas une valeur',
    ['a number, a word, or [a, list]', 'un nombre, un mot, ou [une, liste]'],
  ),
  'vary-twice': message('--vary {path} is given twice', '--vary {path} est donné deux fois', [
    'all its values in one --vary',
    'toutes ses valeurs dans un seul --vary',
  ]),
  'set-form': message('--set does not take “{value}”', '--set ne prend pas « {value} »', [
    '--set devices.ID.slots.A=25',
    '--set devices.ID.slots.A=25',
  ]),
  'set-value': message(
    '--set {path}: “{value}” is not a value',
    '--set {path} : « {value} » n’est pas une valeur',
    ['a number, a word, or [a, list]', 'un nombre, un mot, ou [une, liste]'],
  ),
  'set-twice': message('--set {path} is given twice', '--set {path} est donné deux fois', [
    'one value for each path; several values: creneau sweep --vary',
    'une valeur par chemin ; plusieurs valeurs : creneau sweep --vary',
  ]),
  'lever-unknown': message('there is no lever “{lever}”', 'il n’y a pas de levier « {lever} »', [
    '--only {nearest}',
    '--only {nearest}',
  ]),
  'variant-missing': message('what should {file} be compared with?', 'à quoi comparer {file} ?', [
    'creneau compare {file} VARIANT.yaml, or --set devices.ID.slots.A=25',
    'creneau compare {file} VARIANTE.yaml, ou --set devices.ID.slots.A=25',
  ]),
  'variant-same': message(
    '{label} changes nothing that is simulated',
    '{label} ne change rien de ce qui est simulé',
    [
      'another value; creneau check FILE lists those in force',
      'une autre valeur ; creneau check FICHIER donne celles en vigueur',
    ],
  ),
  'variant-elsewhere': message(
    '{label} has no department in common with the base (base: {base}; variant: {variant})',
    '{label} n’a aucun service en commun avec la base (base : {base} ; variante : {variant})',
    ['a variant that extends the base', 'une variante qui étend la base (extends)'],
  ),
  'variant-calendar': message(
    '{label} starts on another date than the base: their weeks are not the same weeks',
    '{label} commence à une autre date que la base : leurs semaines ne sont pas les mêmes',
    ['the same calendar.start in both', 'le même calendar.start dans les deux'],
  ),
  'variants-many': message(
    '{count} variants; the most is {limit}',
    '{count} variantes ; le maximum est {limit}',
    ['several comparisons', 'plusieurs comparaisons'],
  ),
  'path-item': message(
    '“{step}” is not in {at} ({path})',
    '« {step} » n’est pas dans {at} ({path})',
    ['{nearest}', '{nearest}'],
    ['an id, or a rank from 1', 'un identifiant, ou un rang à partir de 1'],
  ),
  'path-value': message(
    '{at} is a value: it has no “{step}” ({path})',
    '{at} est une valeur : elle n’a pas de « {step} » ({path})',
    ['{at}', '{at}'],
  ),
  'path-empty': message('the path “{path}” has an empty step', 'le chemin « {path} » a une étape vide', [
    'steps separated by points, as devices.ID.slots.A',
    'des étapes séparées par des points, comme devices.ID.slots.A',
  ]),
  subcommand: message('“{value}” is not one of: {expected}', '« {value} » n’est pas dans : {expected}', [
    'one of: {expected}',
    'l’un de : {expected}',
  ]),
  'week-way': message('“{value}”: export or import?', '« {value} » : export ou import ?', [
    'creneau week export FILE --out week.xlsx',
    'creneau week export FICHIER --out semaine.xlsx',
  ]),
  'week-spreadsheet-missing': message('which spreadsheet?', 'quel tableau ?', [
    'creneau week import {file} week.xlsx',
    'creneau week import {file} semaine.xlsx',
  ]),
  'week-other-disk': message(
    'a variant must be on the same disk as the scenario it extends, {file}',
    'une variante doit être sur le même disque que le scénario qu’elle étend, {file}',
    ['another --out', 'un autre --out'],
  ),
  ...BACKLOG_MESSAGES,
  ...OPTIMIZE_MESSAGES,
  ...REGION_MESSAGES,
  'reference-or-json': message('--reference is a page, not JSON', '--reference est une page, pas du JSON', [
    'one of the two',
    'l’un ou l’autre',
  ]),
  'balance-missing': message(
    '--{option} goes with a balance of your own',
    '--{option} va avec un bilan à vous',
    ['--balance FILE.csv --{option} …', '--balance FICHIER.csv --{option} …'],
  ),
  'oqos-argument': message(
    'oqos takes no file as such; “{value}” is one too many',
    'oqos ne prend pas de fichier tel quel ; « {value} » est de trop',
    [
      '--balance {value} for a balance, --grant {value} for a request',
      '--balance {value} pour un bilan, --grant {value} pour une demande',
    ],
  ),
  'oqos-no-row': message(
    'the balance has no row for this equipment and department',
    'le bilan n’a pas de ligne pour cet équipement et ce département',
    ['creneau oqos shows it whole', 'creneau oqos le montre en entier'],
  ),
  'grants-impossible': message(
    'no order lets all of these be granted in full: {files}',
    'aucun ordre ne permet de tous les accorder en entier : {files}',
    [
      'creneau authorize with the same files shows which of them can be',
      'creneau authorize avec les mêmes fichiers montre lesquels peuvent l’être',
    ],
  ),
  'request-argument-missing': message('which request?', 'quelle demande ?', [
    'creneau authorize REQUEST.yaml; scenarios/requests/ has examples',
    'creneau authorize DEMANDE.yaml ; scenarios/requests/ a des exemples',
  ]),
  'requests-crowded': message(
    '{count} files ask for the same places ({equipment}); at most {limit} are compared',
    '{count} dossiers visent les mêmes places ({equipment}) ; {limit} au plus sont comparés',
    ['fewer files at a time', 'moins de dossiers à la fois'],
  ),
  'stdout-full': message(
    'the result could not be printed: the disk is full',
    'le résultat n’a pas pu être imprimé : le disque est plein',
    ['free some space, or send it elsewhere', 'libérer de la place, ou l’envoyer ailleurs'],
  ),
  'stdout-failed': message(
    'the result could not be printed ({reason})',
    'le résultat n’a pas pu être imprimé ({reason})',
    ['--out FILE, or another place to send it to', '--out FICHIER, ou un autre endroit où l’envoyer'],
  ),
  'out-of-memory': message('not enough memory for this scenario', 'pas assez de mémoire pour ce scénario', [
    'fewer --workers, fewer --weeks, or one site at a time',
    'moins de --workers, moins de --weeks, ou un site à la fois',
  ]),
  'internal-error': message('internal error {code}: {detail}', 'erreur interne {code} : {detail}', [
    'CRENEAU_DEBUG=1 shows where; please report it',
    'CRENEAU_DEBUG=1 montre où ; merci de la signaler',
  ]),
} satisfies Readonly<Record<string, Message>>);
export type CommandCode = keyof typeof COMMAND_MESSAGES;

/** What is wrong with the command line: a code with its values. */
export interface Problem {
  readonly code: CommandCode;
  readonly values: Values;
}

/**
 * The lines that tell a problem of the command line.
 * @example tellProblem({ code: 'command-unknown', values: { command: 'x', nearest: '' } }, 'en')[0] // 'creneau: error: there is no command “x”'
 */
export function tellProblem({ code, values }: Problem, language: Language): readonly string[] {
  const finding = { code, severity: 'error', path: [], file: 'creneau', values } as const;
  return findingLines(COMMAND_MESSAGES[code], finding, language);
}
