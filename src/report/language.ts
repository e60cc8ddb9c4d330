/** Texts in the two languages of the product, and the typography of each. */

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language: a missing one does not compile. */
export type Text = Readonly<Record<Language, string>>;

/** Narrow no-break space (U+202F). */
export const THIN = '\u202f';

/**
 * A text as it is printed: in French, a narrow no-break space before `; : ! ? %` and inside guillemets. Only spaces
 * that are there are changed, so `08:30` and `a.yaml:3` stay.
 * @example typeset('Attention : rien', 'fr') // 'Attention\u202f: rien'
 * @example typeset('Mind: nothing', 'en') // 'Mind: nothing'
 */
export function typeset(text: string, language: Language): string {
  if (language === 'en') return text;
  return text.replace(/ (?=[;:!?%»])/g, THIN).replace(/« /g, `«${THIN}`);
}

/**
 * A text with a capital first letter.
 * @example capital('délais') // 'Délais'
 */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
