/** The pages of a proposed week, from documents made by hand: what is said in each case, and what is never said. */
import { describe, expect, it } from 'vitest';
import type { OptimizeDocument } from '../../src/model/results/optimize.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { PAGE_WIDTH } from '../../src/report/table-layout.ts';
import {
  firstLook,
  impossible,
  noGain,
  optimizeDocument,
  optimizeMarkup,
  optimizeText,
  relaxedDocument,
  relaxedText,
} from './optimize-documents.ts';
import { expectedText, rounded } from './stored-pages.ts';

const flat = (lines: readonly string[]) => lines.join(' ').replace(/ +/g, ' ');
const DOCUMENTS = { proposed: optimizeDocument, 'no-gain': noGain, first: firstLook, impossible } as const;

describe.each(LANGUAGES)('the page of a proposed week (%s)', (language) => {
  const isEnglish = language === 'en';
  const told = (document: OptimizeDocument) => flat(optimizeText(document, language));
  const withProposal = (change: Partial<NonNullable<OptimizeDocument['proposal']>>): OptimizeDocument => ({
    ...optimizeDocument(),
    proposal: { ...optimizeDocument().proposal!, ...change },
  });

  it.each(Object.entries(DOCUMENTS))('%s: is as stands beside this test, within its width', (name, make) => {
    const lines = optimizeText(make(), language);
    const text = `${lines.join('\n')}\n`;
    expect(text).toBe(expectedText(`optimize-${name}.${language}.txt`, text));
    const isCommand = (line: string) => line.startsWith('  creneau ');
    expect(lines.filter((line) => line.length > PAGE_WIDTH && !isCommand(line))).toEqual([]);
    expect(text).not.toMatch(/\{[a-zA-Z]+[|:}]/);
  });

  it.each(Object.entries(DOCUMENTS))('%s: as HTML is as stands beside this test', (name, make) => {
    const text = rounded(optimizeMarkup(make(), language));
    expect(text).toBe(expectedText(`optimize-${name}.${language}.html.txt`, text));
    expect(text).toContain(`<html lang="${language}">`);
  });

  it('of the relaxed model is as stands beside this test, and says that nothing was simulated', () => {
    const lines = relaxedText(relaxedDocument(), language);
    const text = `${lines.join('\n')}\n`;
    expect(text).toBe(expectedText(`optimize-relaxed.${language}.txt`, text));
    expect(flat(lines)).toContain(isEnglish ? 'nothing simulated' : 'rien n’est simulé');
  });

  it('of a relaxed model that was not solved gives no amounts', () => {
    const { solved, ...document } = relaxedDocument();
    const failed = { ...document, solved: { ...solved, status: 'failed', gap: null } } as const;
    const text = flat(relaxedText(failed, language));
    expect(text).toContain(isEnglish ? 'was not solved' : 'n’a pas été résolu');
    expect(text).not.toContain('58');
  });

  it('says plainly that no gain is demonstrable, and proposes nothing', () => {
    const text = told(noGain());
    expect(text).toContain(isEnglish ? 'No demonstrable gain' : 'Pas de gain démontrable');
    expect(text).not.toContain(isEnglish ? 'What changes' : 'Ce qui change');
  });

  it('says that a week which leads breaks a guardrail, and that it will not be proposed', () => {
    const text = told(firstLook());
    expect(text).toContain(
      isEnglish ? 'breaks: overtime. Such a week is not proposed' : 'dépassement horaire. Une telle',
    );
  });

  it('counts a change once for each device it is made on, in the answer and on the ladder', () => {
    const text = told(optimizeDocument());
    expect(text).toContain(isEnglish ? '3 changes of the present week' : '3 changements de la semaine');
    expect(text).toContain(isEnglish ? 'it is made on: 3 in all' : 'où il est fait\u202f: 3 en tout');
    expect(text).toContain(isEnglish ? '→ at most 2 3 +2' : '→ au plus 2 3 +2');
    const alone = { ...optimizeDocument().leader!, changes: optimizeDocument().leader!.changes.slice(0, 1) };
    expect(told(withProposal({ week: alone }))).not.toContain(isEnglish ? 'in all' : 'en tout');
  });

  it('says of a guardrail that the proof cannot tell whether it is kept', () => {
    const doubtful = [{ en: 'overtime', fr: 'dépassement horaire' }];
    const sentence = isEnglish ? 'may not hold: overtime' : 'peut-être pas\u202f: dépassement horaire';
    expect(told(withProposal({ doubtful }))).toContain(sentence);
    expect(told(optimizeDocument())).not.toContain(isEnglish ? 'may not hold' : 'tiennent peut-être');
  });

  it('gives no bounds that print as one number', () => {
    const [hours] = optimizeDocument().binding;
    const binding = [{ ...hours!, worth: { perUnit: 36.1, low: 36, high: 36.3 } }];
    const text = told({ ...optimizeDocument(), binding });
    expect(text).toContain(
      isEnglish ? '36 patient-days a week saved, ' : '36 jours-patients gagnés par semaine, ',
    );
    expect(text).not.toContain('+36');
  });

  it('says that a gain turns round under some assumptions', () => {
    const sentence = isEnglish ? 'So the gain is not established' : 'Le gain n’est donc pas établi';
    const { daysSaved } = optimizeDocument().proposal!;
    const assumptions = { ...daysSaved.assumptions!, low: -5 };
    expect(told(withProposal({ daysSaved: { ...daysSaved, assumptions } }))).toContain(sentence);
    expect(told(optimizeDocument())).not.toContain(sentence);
  });

  it('says that an interval without assumption sets is false precision', () => {
    const { daysSaved } = optimizeDocument().proposal!;
    const text = told({
      ...withProposal({ daysSaved: { ...daysSaved, assumptions: null }, betterInSets: null }),
      sets: null,
    });
    expect(text).toContain(isEnglish ? 'false precision' : 'fausse précision');
    expect(text).toContain('--sets 12');
  });

  it('says which targets are reached and which are not', () => {
    const text = told(optimizeDocument());
    expect(text).toContain(isEnglish ? '14 days — reached' : '14 jours au plus — atteint');
    expect(text).toContain(isEnglish ? '2 days — NOT reached' : '2 jours au plus — NON atteint');
  });

  it('never puts a price on a law', () => {
    const [hours] = optimizeDocument().binding;
    const law = { ...hours!, owner: 'law', worth: null } as const;
    const text = told({ ...optimizeDocument(), binding: [law] });
    expect(text).toContain(isEnglish ? 'never relaxed' : 'jamais assouplie');
    expect(text).not.toContain(isEnglish ? 'hour more: 14' : 'heure de plus\u202f: 14');
  });

  it('says that a choice is not certified', () => {
    const sentence = isEnglish ? 'NOT certified' : 'PAS certifié';
    const { selection } = optimizeDocument();
    expect(told({ ...optimizeDocument(), selection: { ...selection!, isCertified: false } })).toContain(
      sentence,
    );
    expect(told(optimizeDocument())).not.toContain(sentence);
  });

  it('names the rules in conflict, and says when nothing may be given up', () => {
    const text = told(impossible());
    expect(text).toContain(
      isEnglish ? 'MRI open on Tuesday evenings (rule)' : 'IRM ouverte le mardi soir (règle)',
    );
    const { infeasible } = impossible();
    const stuck = told({
      ...impossible(),
      infeasible: { ...infeasible!, relaxations: [], isMinimal: false },
    });
    expect(stuck).toContain(isEnglish ? 'Nothing that may be given up' : 'Aucun renoncement permis');
    expect(stuck).toContain(isEnglish ? 'not narrowed down' : 'pas été resserré');
  });

  it('gives the gap of a model that was not proved, and a word where there is none', () => {
    const text = told(optimizeDocument());
    expect(text).toContain(isEnglish ? 'within 2.3%' : 'à 2,3\u202f% près');
    expect(text).toContain(isEnglish ? 'not proved' : 'non prouvé');
  });
});

it('the HTML of a proposed week escapes the names of a file', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const { proposal, ...document } = optimizeDocument();
  const changes = proposal!.week.changes.map((one) => ({ ...one, label: { en: evil, fr: evil } }));
  const week = { ...proposal!.week, changes };
  const name = { en: evil, fr: evil };
  const text = optimizeMarkup(
    { ...document, proposal: { ...proposal!, week }, scenario: { name, hash: '0' } },
    'en',
  );
  expect(text).not.toContain('<img');
  expect(text.split('&lt;img').length).toBeGreaterThan(3);
});
