import { describe, expect, it } from 'vitest';
import { validateHistory } from '../../src/calibrate/history.ts';
import { historyPage } from '../../src/report/history-page.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { PAGE_WIDTH, PLAIN } from '../../src/report/table-layout.ts';

const document = validateHistory({ seed: 'page', replications: 2, sets: 1, weeks: 2 });

describe.each(LANGUAGES)('the page of the past (%s)', (language) => {
  const lines = historyPage(document, { language, style: PLAIN });
  /** As one line, since sentences are wrapped. */
  const text = lines.join(' ').replace(/ +/g, ' ');

  it('stays within the page', () => {
    expect(lines.filter((line) => line.length > PAGE_WIDTH)).toEqual([]);
  });

  it('prints as many misses as there are', () => {
    const word = language === 'en' ? 'MISS' : 'RATÉ';
    const missed = document.cases
      .flatMap(({ claims }) => claims)
      .filter(({ verdict }) => verdict === 'outside');
    expect(missed.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.startsWith(`  ${word} `))).toHaveLength(missed.length);
  });

  it('shows every year of the series beside the prediction', () => {
    for (const { year } of document.cases[0]!.years)
      expect(lines.filter((line) => line.startsWith(`  ${year} `))).toHaveLength(1);
  });

  it('says which numbers are no predictions', () => {
    expect(text).toContain(
      language === 'en' ? 'inversion, not a prediction' : 'inversion, pas une prédiction',
    );
    expect(text).toContain(
      language === 'en' ? 'second reading, after a miss' : 'seconde lecture, après un échec',
    );
  });

  it('names every parameter and leaves no placeholder', () => {
    expect(text).not.toMatch(/\{[a-zA-Z]+[|}]/);
    for (const { parameters } of document.cases)
      for (const { id } of parameters)
        if (id.includes('-') && id !== 'no-show')
          expect(
            lines.filter((line) => line.startsWith(`  ${id} `)),
            id,
          ).toEqual([]);
  });
});
