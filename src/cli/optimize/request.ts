/** What `creneau optimize …` asks, read from its words. */
import { type AskedFreeze, parseFreeze } from '../../model/rules/freeze.ts';
import { type DelayTarget, parseTarget } from '../../optimize/backlog/target.ts';
import type { Language } from '../../report/language.ts';
import { MOST_SETS } from '../commands/compare.ts';
import { type Emission, readEmission } from '../emit.ts';
import type { RuleOptions } from '../load-rules.ts';
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

export interface OptimizeRequest extends Manner, Emission {
  readonly file: string;
  readonly rules: string | null;
  readonly options: RuleOptions;
  /** Targets and freezes as typed. */
  readonly typed: { readonly targets: readonly string[]; readonly freeze: readonly string[] };
  readonly costs: string | null;
  readonly sets: number | null;
  readonly run: RunOverrides;
  readonly workers: number | null;
  readonly html: string | null;
  readonly strict: boolean;
  readonly relaxed: boolean;
  /** Of the relaxed model. */
  readonly device: string | null;
}

const MOST_HOURS = 9999;
const MOST_CHANGES = 200;
const MOST_EUROS = 1e9;
/** What says nothing to a model that is not simulated. */
const SIMULATION_OPTIONS = ['out', 'html', 'sets', 'replications', 'weeks', 'warmup', 'workers'];

export function readOptimize(words: Words, language: Language): OptimizeRequest {
  const run = readRun(words);
  if (run.replications === 1) words.refuseValue('replications', '1', '2…');
  const targets = words.texts('target');
  const freeze = words.texts('freeze');
  const relaxed = words.isOn('relaxed');
  const device = words.text('device');
  if (device !== null && !relaxed) words.refuse('device-not-relaxed', { device });
  for (const option of SIMULATION_OPTIONS)
    if (relaxed && words.texts(option).length > 0) words.refuse('relaxed-not-simulated', { option });
  return {
    file: words.file('optimize'),
    rules: words.text('rules'),
    options: {
      maxHours: readAmount(words, 'max-hours', MOST_HOURS),
      maxChanges: words.count('max-changes', 0, MOST_CHANGES),
      budget: readAmount(words, 'budget', MOST_EUROS),
      targets: targets.flatMap((text) => readTarget(text, words)),
      freeze: freeze.flatMap((text) => readFreeze(text, words)),
    },
    typed: { targets, freeze },
    costs: words.text('costs'),
    sets: words.count('sets', 0, MOST_SETS),
    run,
    workers: readWorkers(words),
    html: words.text('html'),
    strict: words.isOn('strict'),
    relaxed,
    device,
    ...readEmission(words),
    ...readManner(words, language),
  };
}

/** A number from 0, decimals allowed. */
function readAmount(words: Words, option: 'max-hours' | 'budget', most: number): number | null {
  const text = words.text(option);
  if (text === null) return null;
  const amount = /^\d{1,10}(?:[.,]\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return amount <= most ? amount : words.refuseValue(option, text, `0…${most}`);
}

function readTarget(text: string, words: Words): readonly DelayTarget[] {
  const target = parseTarget(text);
  if (!('fault' in target)) return [target];
  words.refuse(`target-${target.fault}`, { value: target.value });
  return [];
}

function readFreeze(text: string, words: Words): readonly AskedFreeze[] {
  const freeze = parseFreeze(text);
  if (!('fault' in freeze)) return [freeze];
  words.refuse(`freeze-${freeze.fault}`, { value: freeze.value, nearest: freeze.nearest });
  return [];
}

/**
 * The command that asks the same again.
 * @param sets assumption sets to ask for; null for the usual number.
 */
export function optimizeCommand(request: OptimizeRequest, sets: number | null): string {
  const { file, rules, options, typed, costs, run, relaxed, device } = request;
  const { maxHours, maxChanges, budget } = options;
  const given = (name: string, value: string | number | null): readonly string[] =>
    value === null ? [] : [`--${name}`, quoted(String(value))];
  return [
    'creneau',
    'optimize',
    quoted(file),
    ...(relaxed ? ['--relaxed'] : []),
    ...given('device', device),
    ...given('rules', rules),
    ...given('max-hours', maxHours),
    ...given('max-changes', maxChanges),
    ...given('budget', budget),
    ...typed.targets.flatMap((target) => given('target', target)),
    ...typed.freeze.flatMap((freeze) => given('freeze', freeze)),
    ...given('costs', costs),
    ...given('sets', sets),
    ...runWords(run, run.replications ?? null),
  ].join(' ');
}
