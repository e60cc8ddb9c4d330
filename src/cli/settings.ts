/** What `--set PATH=VALUE` says: one value of the scenario, changed for this run. */
import { parseDocument } from '../io/document.ts';
import type { Assignment } from './assignments.ts';
import { quoted } from './run-options.ts';
import type { Words } from './words.ts';

export interface Setting extends Assignment {
  /** The value as typed. */
  readonly text: string;
}

const FORM = /^([^=]+)=(.+)$/s;

/** The values set, in their order; what is wrong with them is added to the problems of the words. */
export function readSettings(words: Words): readonly Setting[] {
  const settings = words.texts('set').flatMap((written): Setting[] => {
    const [, path, text] = FORM.exec(written)?.map((part) => part.trim()) ?? [];
    if (path === undefined || text === undefined || text === '') {
      words.refuse('set-form', { value: written });
      return [];
    }
    const { document } = parseDocument(text, '--set');
    if (document === null) {
      words.refuse('set-value', { path, value: text });
      return [];
    }
    return [{ path, text, value: document.value, option: `--set ${path}=${text}` }];
  });
  const paths = settings.map(({ path }) => path);
  for (const path of new Set(paths.filter((one, rank) => paths.indexOf(one) !== rank)))
    words.refuse('set-twice', { path });
  return settings;
}

/** The settings as they would be typed. */
export const settingWords = (settings: readonly Setting[]): readonly string[] =>
  settings.flatMap(({ path, text }) => ['--set', quoted(`${path}=${text}`)]);
