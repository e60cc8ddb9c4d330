import { describe, expect, it } from 'vitest';
import { languageOf, parseLanguage, systemLanguage } from '../../src/cli/language.ts';

describe('systemLanguage', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
    [{ LANG: 'FR' }, 'fr'],
    [{ LC_ALL: 'en_US', LANG: 'fr_FR' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'fr_CA', LANG: 'en_US' }, 'fr'],
    [{ LANG: 'fry_NL' }, 'en'],
  ])('reads %j as %s', (env, language) => {
    expect(systemLanguage(env)).toBe(language);
  });
});

describe('languageOf', () => {
  it('goes by --lang before the system', () => {
    expect(languageOf(['--lang', 'fr', 'simulate'], { LANG: 'en_US' })).toBe('fr');
    expect(languageOf(['simulate', '--lang=en'], { LANG: 'fr_FR' })).toBe('en');
  });

  it('goes by the system when --lang names no language', () => {
    expect(languageOf(['--lang'], { LANG: 'fr_FR' })).toBe('fr');
    expect(languageOf(['--lang', 'de'], { LANG: 'fr_FR' })).toBe('fr');
  });
});

describe('parseLanguage', () => {
  it('knows two languages', () => {
    expect(parseLanguage('fr')).toBe('fr');
    expect(parseLanguage('de')).toBeNull();
  });
});
