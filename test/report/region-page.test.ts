/** The pages of a region and of a plan, from documents made by hand: what is said in each case, and what is never said. */
import { describe, expect, it } from 'vitest';
import type { RegionPlanDocument } from '../../src/model/results/region.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { lagWords } from '../../src/report/plan-rows.ts';
import { groundsSentence, inputValue } from '../../src/report/region-words.ts';
import { PAGE_WIDTH } from '../../src/report/table-layout.ts';
import {
  infeasibleDocument,
  longDocument,
  MIXED,
  modelDocument,
  nothingDocument,
  planDocument,
  planMarkup,
  planText,
  REAL,
  regionDocument,
  regionText,
} from './region-documents.ts';
import { expectedText, rounded } from './stored-pages.ts';

const flat = (lines: readonly string[]) => lines.join(' ').replace(/ +/g, ' ');
const DOCUMENTS = {
  proposed: planDocument,
  model: modelDocument,
  nothing: nothingDocument,
  infeasible: infeasibleDocument,
} as const;
const isCommand = (line: string) => line.startsWith('  creneau ');

describe.each(LANGUAGES)('the page of a built region (%s)', (language) => {
  const isEnglish = language === 'en';

  it('is as stands beside this test, within its width', () => {
    const lines = regionText(regionDocument(), language);
    const text = `${lines.join('\n')}\n`;
    expect(text).toBe(expectedText(`region-build.${language}.txt`, text));
    expect(lines.filter((line) => line.length > PAGE_WIDTH && !isCommand(line))).toEqual([]);
    expect(text).not.toMatch(/\{[a-zA-Z]+[|:}]/);
  });

  it('says before any number that its sites are nobody’s', () => {
    const [, second = ''] = regionText(regionDocument(), language);
    expect(second).toContain(isEnglish ? '41 synthetic sites' : '41 sites synthétiques');
    expect(second).toContain(isEnglish ? 'nobody’s' : 'de personne');
  });

  it('says that some sites are real, or that all are', () => {
    expect(groundsSentence(MIXED, language)).toContain(isEnglish ? '1 real site (2 devices)' : '1 site réel');
    expect(groundsSentence(MIXED, language)).toContain(isEnglish ? '40 synthetic' : '40 sites synthétiques');
    expect(groundsSentence(REAL, language)).not.toContain(isEnglish ? 'nobody' : 'personne');
  });

  it('counts the published quantiles that do not come back, and marks them', () => {
    const text = flat(regionText(regionDocument(), language));
    expect(text).toContain(isEnglish ? '3 of the 4 published quantiles' : '3 des 4 quantiles publiés');
    expect(text).toMatch(isEnglish ? /39\.4 ±0\.2 ±0\.5 NO/ : /39,4 ±0,2 ±0,5 NON/);
    const bands = regionDocument().bands.map((band) => ({ ...band, isWithin: true }));
    expect(flat(regionText({ ...regionDocument(), bands }, language))).toContain(
      isEnglish ? 'All 4 published quantiles' : 'Les 4 quantiles publiés',
    );
  });

  it('says that quantiles of few devices are coarse, and of which', () => {
    const document = regionDocument();
    expect(flat(regionText(document, language))).not.toContain(isEnglish ? 'coarse' : 'grossiers');
    const departments = document.departments.filter(
      ({ department, modality }) => department === '78' || modality === 'mri',
    );
    expect(flat(regionText({ ...document, departments }, language))).toContain(
      isEnglish ? 'Few devices: 27 CTs. Quantiles' : 'Peu d’appareils\u202f: 27 scanners. Les quantiles',
    );
  });

  it('says that bands are read before what was stated, where something was', () => {
    const sentence = isEnglish ? 'at the demand of the calibration, before' : 'à la demande du calage, avant';
    const document = regionDocument();
    expect(flat(regionText(document, language))).toContain(sentence);
    const inputs = document.inputs.filter(({ status }) => status !== 'stated');
    expect(flat(regionText({ ...document, inputs }, language))).not.toContain(sentence);
  });

  it('lists each input with value, unit, range and how it is known, the assumed ones first', () => {
    const text = flat(regionText(regionDocument(), language));
    const thin = '\u202f';
    const places = isEnglish
      ? ['30 min (15–60), assumed', '118.4 per 1,000 inhabitants, calibrated', '3% a year (0–6), stated']
      : [
          '30 min (15–60), supposé',
          '118,4 pour 1 000 habitants, calé',
          `3${thin}% par an (0–6), indiqué par vous`,
        ];
    const at = places.map((place) => text.indexOf(place));
    expect(at.every((one) => one > 0)).toBe(true);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
    expect(inputValue({ value: 4, unit: 'parsecs', range: null }, language)).toBe('4 parsecs');
    expect(inputValue({ value: 0, unit: 'min', range: [-5, 5] }, language)).toMatch(/−5 (to|à) 5/);
  });
});

it.each([
  [9, '2 months', '2 mois'],
  [4, '1 month', '1 mois'],
  [6, '6 weeks', '6 semaines'],
  [78, '18 months', '18 mois'],
])('a lag of %i weeks is %s', (weeks, en, fr) => {
  expect([lagWords(weeks, 'en'), lagWords(weeks, 'fr')]).toEqual([en, fr]);
});

describe.each(LANGUAGES)('the page of a plan (%s)', (language) => {
  const isEnglish = language === 'en';
  const told = (document: RegionPlanDocument) => flat(planText(document, language));

  it.each(Object.entries(DOCUMENTS))('%s: is as stands beside this test, within its width', (name, make) => {
    const lines = planText(make(), language);
    const text = `${lines.join('\n')}\n`;
    expect(text).toBe(expectedText(`plan-${name}.${language}.txt`, text));
    expect(lines.filter((line) => line.length > PAGE_WIDTH && !isCommand(line))).toEqual([]);
    expect(text).not.toMatch(/\{[a-zA-Z]+[|:}]/);
    expect(text).not.toMatch(/undefined|NaN/);
  });

  it.each(Object.entries(DOCUMENTS))('%s: as HTML is as stands beside this test', (name, make) => {
    const text = rounded(planMarkup(make(), language));
    expect(text).toBe(expectedText(`plan-${name}.${language}.html.txt`, text));
    expect(text).toContain(`<html lang="${language}">`);
  });

  it.each(Object.entries(DOCUMENTS))(
    '%s: says that its sites are synthetic and that receivable is not authorised',
    (_name, make) => {
      for (const text of [told(make()), planMarkup(make(), language)]) {
        expect(text).toContain(isEnglish ? '41 synthetic sites' : '41 sites synthétiques');
        expect(text).toContain(
          isEnglish ? 'Receivable is not authorised' : 'Recevable ne veut pas dire autorisé',
        );
      }
    },
  );

  it('of the model alone says that nothing is proved, in capitals', () => {
    const sentence = isEnglish ? 'NOTHING IS PROVED' : 'RIEN N’EST PROUVÉ';
    expect(told(modelDocument())).toContain(sentence);
    expect(told(planDocument())).not.toContain(sentence);
  });

  it('gives both intervals of the gain, and calls one alone false precision', () => {
    expect(told(planDocument())).toContain(isEnglish ? '+1,900 to +7,300 over' : '7\u202f300 selon les hyp');
    const { daysSaved } = planDocument();
    const alone = { ...planDocument(), daysSaved: { ...daysSaved!, assumptions: null }, sets: null };
    expect(told(alone)).toContain(isEnglish ? 'false precision' : 'fausse précision');
    expect(told(alone)).toContain('--sets 8');
  });

  it('says that a gain is not established where some assumption turns it round', () => {
    const sentence = isEnglish ? 'the gain is not established' : 'gain n’est donc pas établi';
    const { daysSaved } = planDocument();
    const assumptions = { ...daysSaved!.assumptions!, low: -40 };
    expect(told({ ...planDocument(), daysSaved: { ...daysSaved!, assumptions } })).toContain(sentence);
    expect(told(planDocument())).not.toContain(sentence);
  });

  it('shows residents before and after with both intervals, and “none shown” where no difference shows', () => {
    const lines = planText(planDocument(), language);
    const row = lines.filter((line) => line.includes('95 (Val-d’Oise)'));
    const minus = isEnglish
      ? '22.3    19.4        −2.9   −3.5 to −2.3'
      : '22,3    19,4        −2,9    −3,5 à −2,3';
    expect(row.some((line) => line.includes(minus))).toBe(true);
    expect(row.some((line) => line.includes(isEnglish ? 'none shown' : 'non montré'))).toBe(true);
  });

  it('says what one more of a cap that is reached is worth: a number, with bounds where a gap was left', () => {
    const text = told(planDocument());
    expect(text).toContain(
      isEnglish
        ? 'One more MRI authorised in Val-d’Oise is worth about 1,480 patient-days a week; free places taken: 2 of 2.'
        : 'Une IRM autorisée de plus (Val-d’Oise) vaut environ 1\u202f480 jours-patients par semaine\u202f; places libres prises\u202f: 2 sur 2.',
    );
    expect(text).toContain(
      isEnglish
        ? 'One more MRI site authorised in Val-d’Oise is worth about 60 patient-days a week (between 20 and 110); no place'
        : 'Une implantation d’IRM autorisée de plus (Val-d’Oise) vaut environ 60 jours-patients par semaine (entre 20 et 110)',
    );
    expect(text).toContain(
      isEnglish ? 'Free device places taken: 2 of 3' : 'appareils libres prises\u202f: 2 sur 3',
    );
  });

  it('gives no number where a solver cannot tell a worth from nothing, or gave none', () => {
    const text = told(planDocument());
    expect(text).toContain(
      isEnglish
        ? 'One more CT authorised in Yvelines: nothing that can be told (below 1,000 patient-days a week).'
        : 'Un scanner autorisé de plus (Yvelines)\u202f: rien qu’on puisse dire (moins de 1\u202f000 jours-patients par semaine).',
    );
    expect(text).toContain(
      isEnglish
        ? 'One more CT authorised in Val-d’Oise: not known'
        : 'Un scanner autorisé de plus (Val-d’Oise)\u202f: inconnu',
    );
    expect(text).not.toMatch(/ 0(?:[.,]0)? (to|à) \+|Yvelines\)? (is worth|vaut)/);
  });

  it('says in words, without a worth, that a cap which leaves places free is not what holds back', () => {
    const text = told(planDocument());
    expect(text).toContain(
      isEnglish
        ? 'another limit or the need does): MRI in Yvelines (taken: 0 of 1).'
        : 'une autre limite ou le besoin)\u202f: IRM, Yvelines (prises\u202f: 0 sur 1).',
    );
    expect(text).not.toContain('700');
  });

  it('is silent on sites where no device could stand at a new one', () => {
    expect(told(planDocument())).not.toContain(isEnglish ? 'CT site authorised' : 'implantation de scanner');
  });

  it('counts what the plan told takes, and gives no worth found beside another plan of the model', () => {
    const document = planDocument();
    const caps = document.caps.map((one) => ({ ...one, used: 0 }));
    const text = told({ ...document, caps });
    expect(text).toContain(
      isEnglish ? 'Free device places taken: 2 of 3' : 'appareils libres prises\u202f: 2 sur 3',
    );
    expect(text).not.toContain(isEnglish ? '1,480' : '1\u202f480');
    expect(text).toMatch(
      isEnglish
        ? /One more MRI authorised in Val-d’Oise; .*: not known/
        : /Une IRM autorisée de plus \(Val-d’Oise\)\u202f; .*: inconnu/,
    );
  });

  it('keeps two spaces between columns where numbers are long, within its width', () => {
    const document = planDocument();
    const far = { low: -140.4, high: -99, least: -140.4, most: -99, values: [-140.4, -99] };
    const estimate = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half, n: 4 });
    const residents = document.residents.map((row) => {
      const wide = { ...row.offeredDays, base: estimate(231.5, 1), variant: estimate(111.6, 1) };
      const moved = {
        ...wide,
        difference: estimate(-119.9, 3.3),
        verdict: 'lower' as const,
        assumptions: far,
      };
      return { ...row, department: '93', offeredDays: moved, unmetPerWeek: moved, travelMinutes: wide };
    });
    const lines = planText({ ...document, residents }, language);
    const rows = lines.filter((line) => line.includes('93 (Seine-Saint-Denis)'));
    expect(rows).toHaveLength(8);
    const bounds = isEnglish
      ? /\S {2,}−123\.2 to −116\.6 {2,}−140\.4 to −99\.0(?: {2,}\S|$)/
      : /\S {2,}−123,2 à −116,6 {2,}−140,4 à −99,0(?: {2,}\S|$)/;
    for (const row of rows) {
      expect(row).toMatch(bounds);
      expect(row.length).toBeLessThanOrEqual(PAGE_WIDTH);
    }
  });

  it('sums hours by department and modality where they are many, and keeps each site in HTML', () => {
    const text = told(longDocument());
    expect(text).toContain(
      isEnglish
        ? 'MRI: 105 h more a week 78 (Yvelines) 7 synthetic sites 2 months'
        : 'IRM\u202f: 105 h de plus par semaine 78 (Yvelines) 7 sites synthétiques 2 mois',
    );
    expect(text).toContain(isEnglish ? 'bellevue 2 months' : 'bellevue 2 mois');
    expect(text).toContain('--html');
    expect(text).not.toContain('95-06');
    expect(planMarkup(longDocument(), language)).toContain('95-06');
    expect(told(planDocument())).not.toContain('--html');
  });

  it('says why the model and the simulation differ, where they do', () => {
    const sentence = isEnglish ? 'in proportion to places' : 'à proportion des places';
    expect(told(planDocument())).toContain(sentence);
    const { proposal } = planDocument();
    const alike = { ...proposal!, predictedDaysSaved: proposal!.daysSaved!.mean };
    expect(told({ ...planDocument(), proposal: alike })).not.toContain(sentence);
  });

  it('gives a plan of the front what the simulator said of it, and says when there is nothing to trade', () => {
    const document = planDocument();
    const [first, ...rest] = document.front;
    const unplayed = { ...first!.plan, daysSaved: null, worstDays: null, verdict: null };
    const front = [{ ...first!, plan: unplayed }, ...rest];
    expect(told({ ...document, front })).toBe(told(document));
    const sentence = isEnglish ? 'Nothing to trade' : 'Rien à arbitrer';
    expect(told({ ...document, front: front.slice(0, 1) })).toContain(sentence);
    expect(planMarkup({ ...document, front: front.slice(0, 1) }, language)).toContain(sentence);
    expect(told(document)).not.toContain(sentence);
  });

  it('compares the refill with the surveys, where there are some', () => {
    const text = told(planDocument());
    expect(text).toContain(
      isEnglish ? '31% go to requests that got none before' : '31\u202f% pour des demandes',
    );
    expect(text).toContain(isEnglish ? 'The surveys: −0.06%' : 'Les enquêtes\u202f: −0,06');
    const refill = planDocument().refill.map((one) => ({ ...one, surveys: null }));
    expect(told({ ...planDocument(), refill })).not.toContain(isEnglish ? 'The surveys' : 'Les enquêtes');
  });

  it('says that a choice is not certified, and how many plans are as good', () => {
    const sentence = isEnglish ? 'NOT certified' : 'PAS certifié';
    expect(told({ ...planDocument(), isCertified: false })).toContain(sentence);
    expect(told(planDocument())).not.toContain(sentence);
    expect(told(planDocument())).toContain(
      isEnglish ? '1 other plan is as good' : '1 autre plan est aussi bon',
    );
  });

  it('names the gap of a model that was not proved to the end', () => {
    expect(told(planDocument())).toContain(isEnglish ? 'within 0.07%' : 'à 0,07\u202f% près');
  });

  it('tells infeasible from nothing that helps, and from a model without an answer', () => {
    expect(told(infeasibleDocument())).toContain(isEnglish ? 'Infeasible' : 'Impossible');
    expect(told(infeasibleDocument())).toContain(
      isEnglish ? 'no plan goes below 16.4' : 'aucun plan ne descend sous 16,4',
    );
    expect(told(infeasibleDocument())).toContain(
      isEnglish ? 'MRIs of 95 under the cap (law)' : 'IRM du 95 sous le plafond (loi)',
    );
    expect(told(nothingDocument())).toContain(isEnglish ? 'No demonstrable gain' : 'Pas de gain démontrable');
    const { solved } = nothingDocument();
    const cut = { ...nothingDocument(), others: [], solved: { ...solved, status: 'time-limit' } as const };
    expect(told(cut)).toContain(
      isEnglish ? 'nothing is known to be impossible' : 'rien n’est prouvé impossible',
    );
  });
});

it('the HTML of a plan escapes the names of a file', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const document = planDocument();
  const additions = document.proposal!.additions.map((one) => ({ ...one, site: evil }));
  const text = planMarkup(
    {
      ...document,
      proposal: { ...document.proposal!, additions },
      scenario: { name: { en: evil, fr: evil }, hash: '0' },
    },
    'en',
  );
  expect(text).not.toContain('<img');
  expect(text.split('&lt;img').length).toBeGreaterThan(3);
});
