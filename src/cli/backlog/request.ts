/** What `creneau backlog …` asks, read from its words. */
import { SESSION_KINDS, type SessionKind } from '../../model/results/backlog.ts';
import { type DelayTarget, parseTarget } from '../../optimize/backlog/target.ts';
import type { Language } from '../../report/language.ts';
import { type Emission, readEmission } from '../emit.ts';
import { type Manner, type RunOverrides, readManner, readRun, readWorkers } from '../run-options.ts';
import type { Words } from '../words.ts';

export interface BacklogRequest extends Manner, Emission {
  readonly file: string;
  readonly target: DelayTarget;
  readonly kinds: readonly SessionKind[];
  /** Null: chosen. */
  readonly perWeek: number | null;
  /** Of each session; null: by its kind. */
  readonly hours: number | null;
  readonly longestWeeks: number;
  /** Assumption sets drawn; 0 = none. */
  readonly sets: number;
  readonly run: RunOverrides;
  readonly workers: number | null;
  readonly strict: boolean;
}

const MOST_PER_WEEK = 999;
const MOST_HOURS = 12;
const LONGEST_WEEKS = 52;
const MOST_LONGEST_WEEKS = 260;
const SETS = 24;
const MOST_SETS = 1000;

/** What a user may call a kind of session. */
const KIND_NAMES: Readonly<Record<string, SessionKind>> = Object.freeze({
  ...Object.fromEntries(SESSION_KINDS.map((kind) => [kind, kind])),
  soir: 'evening',
  soirée: 'evening',
  soiree: 'evening',
  samedi: 'saturday',
  dimanche: 'sunday',
});

/** Stands where a target is missing or wrong: the request is refused then. */
const NO_TARGET: DelayTarget = { class: 'A', modality: 'mri', site: null, days: 0 };

export function readBacklog(words: Words, language: Language): BacklogRequest {
  return {
    file: words.file('backlog'),
    target: readTarget(words),
    kinds: readKinds(words),
    perWeek: words.count('per-week', 1, MOST_PER_WEEK),
    hours: readHours(words),
    longestWeeks: words.count('longest', 1, MOST_LONGEST_WEEKS) ?? LONGEST_WEEKS,
    sets: words.count('sets', 0, MOST_SETS) ?? SETS,
    run: readRun(words),
    workers: readWorkers(words),
    strict: words.isOn('strict'),
    ...readEmission(words),
    ...readManner(words, language),
  };
}

function readTarget(words: Words): DelayTarget {
  const text = words.text('target');
  if (text === null) {
    // A wrong one is told already.
    if (words.problems.length === 0) words.refuse('target-missing', {});
    return NO_TARGET;
  }
  const target = parseTarget(text);
  if (!('fault' in target)) return target;
  words.refuse(`target-${target.fault}`, { value: target.value });
  return NO_TARGET;
}

function readKinds(words: Words): readonly SessionKind[] {
  const names = words.names('sessions');
  const kinds = names.flatMap((name) => {
    const key = name.toLowerCase();
    const kind = Object.hasOwn(KIND_NAMES, key) ? KIND_NAMES[key] : undefined;
    if (kind === undefined) words.refuseValue('sessions', name, SESSION_KINDS.join(', '));
    return kind === undefined ? [] : [kind];
  });
  return kinds.length === 0 ? ['evening'] : [...new Set(kinds)];
}

function readHours(words: Words): number | null {
  const text = words.text('hours');
  if (text === null) return null;
  const hours = /^\d{1,2}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return hours > 0 && hours <= MOST_HOURS ? hours : words.refuseValue('hours', text, `0.5…${MOST_HOURS}`);
}
