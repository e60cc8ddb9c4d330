/** What a variant changes, line by line: weeks as vacations, other values by their paths. */
import type { DocumentChange } from '../model/document-changes.ts';
import type { RoomChanges } from '../model/week/changes.ts';
import type { Language, Text } from './language.ts';
import { fill } from './sentence.ts';
import { cut } from './table-layout.ts';
import { weekChangeLines } from './week-changes.ts';

const NOTHING: Text = { en: '—', fr: '—' };
const MORE: Text = {
  en: '… and {count|other value|other values}',
  fr: '… et {count|autre valeur|autres valeurs}',
};
/** Values longer than this are cut: the file has them whole. */
const VALUE_WIDTH = 36;
const MOST_VALUES = 12;

/**
 * The lines that tell what a variant changes.
 * @example changeLines([{ path: 'devices.irm.slots.A', before: '30', after: '25' }], [], 'en') // ['devices.irm.slots.A: 30 → 25']
 */
export function changeLines(
  values: readonly DocumentChange[],
  weeks: readonly RoomChanges[],
  language: Language,
): readonly string[] {
  const shown = (value: string | null) =>
    value === null ? fill(NOTHING, {}, language) : cut(value, VALUE_WIDTH);
  const told = values
    .slice(0, MOST_VALUES)
    .map(({ path, before, after }) => `${path}: ${shown(before)} → ${shown(after)}`);
  const more =
    values.length > MOST_VALUES ? [fill(MORE, { count: values.length - MOST_VALUES }, language)] : [];
  return [...(weeks.length === 0 ? [] : weekChangeLines(weeks, [], language)), ...told, ...more];
}
