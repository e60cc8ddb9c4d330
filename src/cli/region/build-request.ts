/** What `creneau region build …` asks, read from its words, and the command that asks the same again. */
import { nearestDepartment, parseDepartment } from '../../model/oqos/departments.ts';
import type { Language } from '../../report/language.ts';
import { readBalanceChoice } from '../balance-options.ts';
import { type Emission, readEmission } from '../emit.ts';
import type { BalanceChoice } from '../load-balance.ts';
import { type Manner, quoted, readManner, readWorkers } from '../run-options.ts';
import type { Words } from '../words.ts';
import { type ByModality, readAmount, readByDepartment, readByModality, readPercent } from './amounts.ts';

export interface BuildRequest extends Manner, Emission, BalanceChoice {
  /** Codes; null = all of the balance. */
  readonly departments: readonly string[] | null;
  readonly sites: string | null;
  readonly seed: string;
  readonly pairing: number;
  readonly exams: ByModality;
  readonly examsIn: Readonly<Record<string, ByModality>>;
  readonly growth: ByModality;
  readonly ageing: number;
  readonly years: number;
  readonly workers: number | null;
  /** Options that say which region, as typed. */
  readonly typed: readonly (readonly [option: string, value: string])[];
}

const RATES = { low: 1, high: 2000 };
const GROWTH = { low: -0.2, high: 0.2 };
const MOST_YEARS = 20;
const DEFAULT_SEED = '1';
const ALL_PAIRED = 1;
/** Options that make another region. */
const TYPED = [
  'balance',
  'totals',
  'effective',
  'interventional',
  'departments',
  'sites',
  'seed',
  'pairing',
  'exams',
  'exams-in',
  'growth',
  'ageing',
  'years',
] as const;

export function readBuild(words: Words, language: Language): BuildRequest {
  const [way = '', ...more] = words.plain;
  if (way !== 'build') words.refuse('subcommand', { value: way, expected: 'build' });
  for (const value of more) words.refuse('argument-extra', { value });
  return {
    ...readBalanceChoice(words),
    departments: readDepartments(words),
    sites: words.text('sites'),
    seed: words.text('seed') ?? DEFAULT_SEED,
    pairing: readAmount(words, 'pairing', { low: 0, high: 1 }) ?? ALL_PAIRED,
    exams: readByModality(words, 'exams', RATES),
    examsIn: readByDepartment(words, 'exams-in', RATES),
    growth: readByModality(words, 'growth', GROWTH, 'percent'),
    ageing: readPercent(words, 'ageing', GROWTH) ?? 0,
    years: words.count('years', 0, MOST_YEARS) ?? 0,
    workers: readWorkers(words),
    typed: TYPED.flatMap((option) => words.texts(option).map((value) => [option, value] as const)),
    ...readEmission(words),
    ...readManner(words, language),
  };
}

/** Codes or names between commas, each once. */
function readDepartments(words: Words): readonly string[] | null {
  const names = words.names('departments');
  if (names.length === 0) return null;
  const codes = names.flatMap((name) => {
    const code = parseDepartment(name);
    if (code === null) words.refuse('departments-unknown', { value: name, nearest: nearestDepartment(name) });
    return code ?? [];
  });
  return [...new Set(codes)];
}

/** The command that builds the same region. */
export const buildCommand = ({ typed }: BuildRequest, out: string | null): string =>
  [
    'creneau region build',
    ...typed.map(([option, value]) => `--${option} ${quoted(value)}`),
    ...(out === null ? [] : [`--out ${quoted(out)}`]),
  ].join(' ');
