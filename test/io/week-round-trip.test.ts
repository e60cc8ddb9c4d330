import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weekVariant } from '../../src/io/week-variant.ts';
import { type Format, hashOf, readScenario, SCENARIOS, throughFile } from './week-round-trip.ts';

const CASES = SCENARIOS.flatMap((file) =>
  (['csv', 'xlsx'] as const).flatMap((format) =>
    (['fr', 'en'] as const).map((language) => ({ name: basename(file), file, format, language })),
  ),
);

const NAMES = { extended: 'base.yaml', weekFile: 'week.xlsx' };

describe('a scenario whose weeks went through a spreadsheet', () => {
  it.each(CASES)('is the same: $name, $format, $language', async ({ file, format, language }) => {
    const read = readScenario(file);
    const { scenario, findings } = await throughFile(read, format as Format, language);
    expect(findings).toEqual([]);
    expect(hashOf(scenario)).toBe(hashOf(read));
  });

  it.each(CASES)('changes no week: $name, $format, $language', async ({ file, format, language }) => {
    const read = readScenario(file);
    const { table } = await throughFile(read, format as Format, language);
    expect(weekVariant(read.input, table, NAMES)).toMatchObject({ isChanged: false, text: '', changes: [] });
    expect(table.language).toBe(language);
    expect(table.absentRooms).toEqual([]);
  });
});
