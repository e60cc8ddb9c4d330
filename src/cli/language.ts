/** The language a user reads: asked for, else that of the system, else English. */
import { LANGUAGES, type Language } from '../report/language.ts';

const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);

/**
 * Null when a language is asked for that is not there.
 * @example parseLanguage('de') // null
 */
export function parseLanguage(asked: string): Language | null {
  return isLanguage(asked) ? asked : null;
}

/**
 * The language of the system: the first of LC_ALL, LC_MESSAGES and LANG that is set; French for `fr…`, else English.
 * @example systemLanguage({ LANG: 'fr_FR.UTF-8' }) // 'fr'
 * @example systemLanguage({ LC_ALL: 'C', LANG: 'fr_FR.UTF-8' }) // 'en'
 */
export function systemLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const set = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return /^fr(?![a-z])/i.test(set ?? '') ? 'fr' : 'en';
}

/**
 * The language to use before the command line is understood, so that its errors are told in the right one.
 * @example languageOf(['simulate', '--lang', 'fr'], {}) // 'fr'
 * @example languageOf(['simulate', '--lang=xx'], { LANG: 'fr_FR' }) // 'fr'
 */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at];
  const asked =
    word === undefined ? '' : word === '--lang' ? (argv[at + 1] ?? '') : word.slice('--lang='.length);
  return parseLanguage(asked) ?? systemLanguage(env);
}
