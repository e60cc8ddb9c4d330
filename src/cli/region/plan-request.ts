/** What `creneau plan …` asks, read from its words, and the command that asks the same again. */
import type { Equity } from '../../optimize/region/problem.ts';
import type { Language } from '../../report/language.ts';
import { readBalanceChoice } from '../balance-options.ts';
import { MOST_SETS } from '../commands/compare.ts';
import { type Emission, readEmission } from '../emit.ts';
import type { BalanceChoice } from '../load-balance.ts';
import {
  type Manner,
  quoted,
  type RunOverrides,
  readManner,
  readRun,
  readWorkers,
  runWords,
} from '../run-options.ts';
import type { Words } from '../words.ts';
import { readAmount } from './amounts.ts';

export interface PlanRequest extends Manner, Emission, BalanceChoice {
  readonly file: string;
  readonly equity: Equity;
  readonly budgetEurosPerYear: number | null;
  readonly staffHoursPerWeek: { readonly technologist: number | null; readonly radiologist: number | null };
  readonly devices: number | null;
  readonly evenings: number | null;
  readonly years: number | null;
  readonly lagMonths: number | null;
  readonly unmetDays: number | null;
  readonly pooling: boolean;
  readonly modelOnly: boolean;
  readonly sets: number | null;
  readonly run: RunOverrides;
  readonly workers: number | null;
  readonly html: string | null;
  readonly strict: boolean;
  /** Options that say which plan is asked for, as typed. */
  readonly typed: readonly (readonly [option: string, value: string])[];
}

const EQUITIES = ['none', 'worst', 'p80', 'travel'] as const;
const MOST_EUROS = 1e9;
const MOST_HOURS = 99_999;
const MOST_DAYS = 365;
const MOST_MINUTES = 600;
const MOST_DEVICES = 500;
const MOST_EVENINGS = 5000;
const MOST_YEARS = 20;
const MOST_MONTHS = 120;
/** What says nothing to a model that is not simulated. */
const SIMULATION_OPTIONS = ['out', 'sets'];
const TYPED = [
  'balance',
  'totals',
  'effective',
  'interventional',
  'equity',
  'most-days',
  'most-minutes',
  'budget',
  'technologist-hours',
  'radiologist-hours',
  'devices',
  'evenings',
  'horizon',
  'lag',
  'unmet-days',
] as const;

export function readPlan(words: Words, language: Language): PlanRequest {
  const run = readRun(words);
  if (run.replications === 1) words.refuseValue('replications', '1', '2…');
  const modelOnly = words.isOn('model-only');
  for (const option of SIMULATION_OPTIONS)
    if (modelOnly && words.texts(option).length > 0) words.refuse('plan-not-simulated', { option });
  const hours = (option: string) => readAmount(words, option, { low: 0, high: MOST_HOURS });
  return {
    file: words.file('plan'),
    ...readBalanceChoice(words),
    equity: readEquity(words),
    budgetEurosPerYear: readAmount(words, 'budget', { low: 0, high: MOST_EUROS }),
    staffHoursPerWeek: {
      technologist: hours('technologist-hours'),
      radiologist: hours('radiologist-hours'),
    },
    devices: words.count('devices', 0, MOST_DEVICES),
    evenings: words.count('evenings', 0, MOST_EVENINGS),
    years: readYears(words),
    lagMonths: words.count('lag', 0, MOST_MONTHS),
    unmetDays: readAmount(words, 'unmet-days', { low: 0, high: MOST_DAYS }),
    pooling: words.isOn('pooling'),
    modelOnly,
    sets: words.count('sets', 0, MOST_SETS),
    run,
    workers: readWorkers(words),
    html: words.text('html'),
    strict: words.isOn('strict'),
    typed: TYPED.flatMap((option) => words.texts(option).map((value) => [option, value] as const)),
    ...readEmission(words),
    ...readManner(words, language),
  };
}

/** `5`, `5y`, `5 ans`: whole years. */
function readYears(words: Words): number | null {
  const text = words.text('horizon');
  if (text === null) return null;
  const [, digits = ''] = /^(\d{1,2})\s*(?:y|years?|a|ans?)?$/i.exec(text) ?? [];
  const years = digits === '' ? Number.NaN : Number(digits);
  return years >= 1 && years <= MOST_YEARS ? years : words.refuseValue('horizon', text, `1y…${MOST_YEARS}y`);
}

/** The measure of equity with its bound; a bound without its measure is told. */
function readEquity(words: Words): Equity {
  const kind = words.choice('equity', EQUITIES) ?? 'none';
  const [days, minutes] = [words.text('most-days'), words.text('most-minutes')];
  if (days !== null && kind !== 'worst' && kind !== 'p80')
    words.refuse('plan-bound-without-equity', { option: 'most-days', equity: 'worst', value: days });
  if (minutes !== null && kind !== 'travel')
    words.refuse('plan-bound-without-equity', { option: 'most-minutes', equity: 'travel', value: minutes });
  const mostDays = readAmount(words, 'most-days', { low: 0, high: MOST_DAYS });
  const mostMinutes = readAmount(words, 'most-minutes', { low: 0, high: MOST_MINUTES });
  if (kind === 'none') return { kind };
  return kind === 'travel' ? { kind, mostMinutes } : { kind, mostDays };
}

/**
 * The command that asks the same again.
 * @param sets assumption sets to ask for; null for the usual number.
 */
export function planCommand(request: PlanRequest, sets: number | null): string {
  const { file, typed, pooling, modelOnly, run } = request;
  return [
    'creneau',
    'plan',
    quoted(file),
    ...typed.map(([option, value]) => `--${option} ${quoted(value)}`),
    ...(pooling ? ['--pooling'] : []),
    ...(modelOnly ? ['--model-only'] : []),
    ...(sets === null || modelOnly ? [] : ['--sets', String(sets)]),
    ...runWords(run, run.replications ?? null),
  ].join(' ');
}
