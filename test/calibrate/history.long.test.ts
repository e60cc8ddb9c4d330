/** The published answer in full. UPDATE_EXPECTED=1 writes the texts anew: read what has changed before keeping it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateHistory } from '../../src/calibrate/history.ts';
import { historyPage } from '../../src/report/history-page.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { PLAIN } from '../../src/report/table-layout.ts';

const isUpdating = process.env.UPDATE_EXPECTED === '1';

describe('what history says, in full', () => {
  const started = process.cpuUsage();
  const document = validateHistory();
  const used = process.cpuUsage(started);

  it.each(LANGUAGES)('prints what stands beside it (%s)', (language) => {
    const text = `${historyPage(document, { language, style: PLAIN }).join('\n')}\n`;
    const expected = `test/calibrate/expected/history.${language}.txt`;
    if (isUpdating) writeFileSync(expected, text);
    expect(existsSync(expected), `${expected} is missing: run with UPDATE_EXPECTED=1`).toBe(true);
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });

  it('takes at most two minutes of CPU, a minute on a machine of its own', () => {
    expect((used.user + used.system) / 1e6).toBeLessThan(120);
  });
});
