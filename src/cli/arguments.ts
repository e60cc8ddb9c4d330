/** From the words of a command line to what is asked, or to everything that is wrong with it. */
import { nearestName } from '../model/nearest-name.ts';
import type { Language } from '../report/language.ts';
import { parseLanguage } from './language.ts';
import type { Problem } from './messages.ts';
import { type Option, type OptionName, SIMULATE_OPTIONS } from './options.ts';

/** Settings of the run given on the command line, which go before the scenario's own. */
export interface RunOverrides {
  readonly weeks?: number;
  readonly warmupWeeks?: number | 'auto';
  readonly replications?: number;
  readonly seed?: string;
}

/** A relative half-width, and the ends of the paths of the indicators it is asked of. */
export interface PrecisionTarget {
  readonly wanted: number;
  readonly on: readonly string[];
  readonly maxReplications: number;
}

export interface SimulateRequest {
  readonly file: string;
  readonly json: boolean;
  readonly out: string | null;
  readonly records: string | null;
  readonly force: boolean;
  readonly run: RunOverrides;
  readonly precision: PrecisionTarget | null;
  readonly site: string | null;
  readonly allAssumptions: boolean;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly language: Language;
}

export interface ParsedRequest {
  /** Null as soon as there is one problem. */
  readonly request: SimulateRequest | null;
  readonly problems: readonly Problem[];
}

const MOST_WEEKS = 20_000;
const MOST_REPLICATIONS = 100_000;
const DEFAULT_MAX_REPLICATIONS = 200;

const OPTIONS: readonly Option[] = SIMULATE_OPTIONS;

/** The words as yargs sorts them: options by name, the rest in order. */
async function sortWords(argv: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const named = (keep: (option: Option) => boolean) => OPTIONS.filter(keep).map(({ name }) => name);
  // Loaded here, and not with the program, so that `--help` is there at once.
  const { default: yargs } = await import('yargs');
  return await yargs([...argv])
    .parserConfiguration({
      'camel-case-expansion': false,
      'dot-notation': false,
      'boolean-negation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'short-option-groups': false,
    })
    .boolean(named(({ takes }) => takes === null))
    .string(named(({ takes }) => takes !== null))
    .help(false)
    .version(false)
    .exitProcess(false)
    .fail(false)
    .parse();
}

/** Every value an option was given. */
const valuesOf = (given: unknown): readonly string[] =>
  given === undefined ? [] : (Array.isArray(given) ? given : [given]).map(String);

/**
 * What `creneau simulate …` asks. Options may stand anywhere and be written `--weeks 52` or `--weeks=52`; every
 * mistake is told, not the first only.
 */
export async function parseSimulate(argv: readonly string[], language: Language): Promise<ParsedRequest> {
  const words = await sortWords(argv);
  const problems: Problem[] = [];
  const known = OPTIONS.map(({ name }) => name);
  for (const name of Object.keys(words)) {
    if (name === '_' || name === '$0' || known.includes(name)) continue;
    problems.push({
      code: 'option-unknown',
      values: { option: name, nearest: nearestName(name, known), command: 'simulate' },
    });
  }
  const reader = new OptionReader(words, problems);
  const files = valuesOf(words._);
  if (files.length === 0) problems.push({ code: 'file-argument-missing', values: {} });
  for (const value of files.slice(1)) problems.push({ code: 'argument-extra', values: { value } });
  const weeks = reader.count('weeks', 1, MOST_WEEKS);
  const warmupWeeks = reader.warmup();
  const replications = reader.count('replications', 1, MOST_REPLICATIONS);
  const seed = reader.text('seed');
  const request: SimulateRequest = {
    file: files[0] ?? '',
    json: reader.isOn('json'),
    out: reader.text('out'),
    records: reader.text('records'),
    force: reader.isOn('force'),
    run: {
      ...(weeks === null ? {} : { weeks }),
      ...(warmupWeeks === null ? {} : { warmupWeeks }),
      ...(replications === null ? {} : { replications }),
      ...(seed === null ? {} : { seed }),
    },
    precision: reader.precision(),
    site: reader.text('site'),
    allAssumptions: reader.isOn('assumptions'),
    strict: reader.isOn('strict'),
    quiet: reader.isOn('quiet'),
    color: !reader.isOn('no-color'),
    language: reader.language() ?? language,
  };
  return problems.length > 0 ? { request: null, problems } : { request, problems };
}

/** Reads options one by one; what is wrong with them is added to the problems. */
class OptionReader {
  readonly #words: Readonly<Record<string, unknown>>;
  readonly #problems: Problem[];

  constructor(words: Readonly<Record<string, unknown>>, problems: Problem[]) {
    this.#words = words;
    this.#problems = problems;
  }

  isOn(name: OptionName): boolean {
    return valuesOf(this.#words[name]).includes('true');
  }

  texts(name: OptionName): readonly string[] {
    const values = valuesOf(this.#words[name]);
    const option = OPTIONS.find((one) => one.name === name);
    if (values.includes('')) {
      this.#problems.push({
        code: 'option-no-value',
        values: { option: name, example: option?.example ?? '' },
      });
    } else if (values.length > 1 && option?.repeats !== true) {
      this.#problems.push({ code: 'option-twice', values: { option: name } });
    } else return values;
    return [];
  }

  text(name: OptionName): string | null {
    return this.texts(name)[0] ?? null;
  }

  #refuse(option: OptionName, value: string, expected: string): null {
    this.#problems.push({ code: 'option-value', values: { option, value, expected } });
    return null;
  }

  count(name: OptionName, low: number, high: number): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const count = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    return count >= low && count <= high ? count : this.#refuse(name, value, `${low}…${high}`);
  }

  warmup(): number | 'auto' | null {
    const value = this.text('warmup');
    if (value === null || value === 'auto') return value;
    const weeks = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
    return weeks <= MOST_WEEKS ? weeks : this.#refuse('warmup', value, `0…${MOST_WEEKS}, auto`);
  }

  language(): Language | null {
    const value = this.text('lang');
    return value === null ? null : (parseLanguage(value) ?? this.#refuse('lang', value, 'en, fr'));
  }

  precision(): PrecisionTarget | null {
    const value = this.text('precision');
    const on = this.texts('on')
      .flatMap((names) => names.split(','))
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const maxReplications = this.count('max-replications', 2, MOST_REPLICATIONS) ?? DEFAULT_MAX_REPLICATIONS;
    if (value === null) {
      if (on.length > 0) this.#problems.push({ code: 'precision-missing', values: { on: on[0]! } });
      return null;
    }
    if (on.length === 0) this.#problems.push({ code: 'on-missing', values: {} });
    const wanted = parsePrecision(value);
    if (wanted === null) return this.#refuse('precision', value, '5%, 0.05');
    return { wanted, on, maxReplications };
  }
}

/**
 * A relative precision: a percentage, or a ratio below 1; decimal comma or point. Null when it is neither.
 * @example parsePrecision('5%') // 0.05
 * @example parsePrecision('2,5 %') // 0.025
 * @example parsePrecision('0.05') // 0.05
 */
export function parsePrecision(text: string): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim());
  if (match === null) return null;
  const number = Number(match[1]!.replace(',', '.')) / (match[2] === '%' ? 100 : 1);
  return number > 0 && number < 1 ? number : null;
}
