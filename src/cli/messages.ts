/** What is said of the command line itself. */
import type { Language, Text } from '../report/language.ts';
import { findingLines, type Message, message } from '../report/message.ts';
import { fill, type Values } from '../report/sentence.ts';

export const COMMAND_MESSAGES = Object.freeze({
  'command-unknown': message(
    'there is no command “{command}”',
    'il n’y a pas de commande « {command} »',
    ['creneau {nearest}', 'creneau {nearest}'],
    ['creneau --help lists them', 'creneau --help les liste'],
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
    ['creneau {command} --help lists them', 'creneau {command} --help les liste'],
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
    'creneau simulate FILE.yaml',
    'creneau simulate FICHIER.yaml',
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
    '--on names an indicator without a precision',
    '--on nomme un indicateur sans précision',
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

const NOTES = {
  findings: {
    en: '{errors|error|errors}, {warnings|warning|warnings}.',
    fr: '{errors|erreur|erreurs}, {warnings|avertissement|avertissements}.',
  },
  strict: {
    en: '--strict: warnings stop the run.',
    fr: '--strict : les avertissements arrêtent la simulation.',
  },
  more: { en: '… and {count} more.', fr: '… et {count} de plus.' },
  written: { en: 'Written: {file}', fr: 'Écrit : {file}' },
  interrupted: {
    en: 'Interrupted: what follows is of the {done} replications finished (of {asked}).',
    fr: 'Interrompu : ce qui suit porte sur les {done} réplications finies (sur {asked}).',
  },
  interruptedEarly: {
    en: 'Interrupted before two replications were finished: nothing to show.',
    fr: 'Interrompu avant que deux réplications soient finies : rien à montrer.',
  },
  precisionReached: {
    en: 'Precision ±{wanted}% reached after {count|replication|replications} ({name}: ±{reached}%).',
    fr: 'Précision ±{wanted} % atteinte après {count|réplication|réplications} ({name} : ±{reached} %).',
  },
  precisionMissed: {
    en: 'Precision ±{wanted}% NOT reached after {count|replication|replications} ({name}: {reached}).',
    fr: 'Précision ±{wanted} % NON atteinte après {count|réplication|réplications} ({name} : {reached}).',
  },
  precisionMore: {
    en: '  Maybe: --max-replications {count}, or more --weeks',
    fr: '  Peut-être : --max-replications {count}, ou plus de --weeks',
  },
  next: {
    en: 'Next: every number: --json · every passage: --records passages.csv · {other}',
    fr: 'Ensuite : tous les nombres : --json · tous les passages : --records passages.csv · {other}',
  },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * A line for the user that is no error: see the names.
 * @example note('written', { file: 'a.txt' }, 'en') // 'Written: a.txt'
 */
export function note(name: keyof typeof NOTES, values: Values, language: Language): string {
  return fill(NOTES[name], values, language);
}
