/** Reads the words of a command line: options by name, the rest in order; every mistake is told, not the first only. */
import { nearestName } from '../model/nearest-name.ts';
import type { Language } from '../report/language.ts';
import { parseLanguage } from './language.ts';
import type { Problem } from './messages.ts';
import type { Option } from './option.ts';

type Sorted = Readonly<Record<string, unknown>>;

/** Every value an option was given. */
const valuesOf = (given: unknown): readonly string[] =>
  given === undefined ? [] : (Array.isArray(given) ? given : [given]).map(String);

/** The words as yargs sorts them. */
async function sortWords(argv: readonly string[], options: readonly Option[]): Promise<Sorted> {
  const named = (keep: (option: Option) => boolean) => options.filter(keep).map(({ name }) => name);
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

/** The words after the name of a command, to be asked one by one. What is wrong is added to `problems`. */
export class Words {
  readonly problems: Problem[] = [];
  readonly #options: readonly Option[];
  readonly #sorted: Sorted;

  private constructor(command: string, options: readonly Option[], sorted: Sorted) {
    this.#options = options;
    this.#sorted = sorted;
    const known = options.map(({ name }) => name);
    for (const name of Object.keys(sorted)) {
      if (name === '_' || name === '$0' || known.includes(name)) continue;
      this.refuse('option-unknown', { option: name, nearest: nearestName(name, known), command });
    }
  }

  /** Options may stand anywhere and be written `--weeks 52` or `--weeks=52`. */
  static async of(command: string, argv: readonly string[], options: readonly Option[]): Promise<Words> {
    return new Words(command, options, await sortWords(argv, options));
  }

  refuse(code: Problem['code'], values: Problem['values']): null {
    this.problems.push({ code, values });
    return null;
  }

  refuseValue(option: string, value: string, expected: string): null {
    return this.refuse('option-value', { option, value, expected });
  }

  /** The words that are no option, in order. */
  get plain(): readonly string[] {
    return valuesOf(this.#sorted._);
  }

  /** The one file a command is about; an empty text, with its problem, when there is none. */
  file(command: string): string {
    const files = this.plain;
    if (files.length === 0) this.refuse('file-argument-missing', { command });
    for (const value of files.slice(1)) this.refuse('argument-extra', { value });
    return files[0] ?? '';
  }

  isOn(name: string): boolean {
    return valuesOf(this.#sorted[name]).includes('true');
  }

  /** The values of an option that may repeat. */
  texts(name: string): readonly string[] {
    const values = valuesOf(this.#sorted[name]);
    const option = this.#options.find((one) => one.name === name);
    if (values.includes('')) {
      this.refuse('option-no-value', { option: name, example: option?.example ?? '' });
    } else if (values.length > 1 && option?.repeats !== true) {
      this.refuse('option-twice', { option: name });
    } else return values;
    return [];
  }

  text(name: string): string | null {
    return this.texts(name)[0] ?? null;
  }

  /** Names, each option or between commas. */
  names(name: string): readonly string[] {
    return this.texts(name)
      .flatMap((names) => names.split(','))
      .map((one) => one.trim())
      .filter((one) => one !== '');
  }

  /** A whole number within limits. */
  count(name: string, low: number, high: number): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const count = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    return count >= low && count <= high ? count : this.refuseValue(name, value, `${low}…${high}`);
  }

  /** One of a few words. */
  choice<T extends string>(name: string, allowed: readonly T[]): T | null {
    const value = this.text(name);
    if (value === null) return null;
    return allowed.find((one) => one === value) ?? this.refuseValue(name, value, allowed.join(', '));
  }

  language(): Language | null {
    const value = this.text('lang');
    return value === null ? null : (parseLanguage(value) ?? this.refuseValue('lang', value, 'en, fr'));
  }
}
