import { beforeAll, describe, expect, it } from 'vitest';
import { namedIndicators } from '../../src/cli/indicators.ts';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { indicatorFormat, indicatorName } from '../../src/report/indicator-words.ts';
import { LANGUAGES, type Language } from '../../src/report/language.ts';
import { Experiment } from '../../src/stats/experiment.ts';

let paths: readonly string[] = [];
/** What the scenario itself names: these stand in a name as they are written. */
let ids: ReadonlySet<string> = new Set();
beforeAll(() => {
  const scenario = loadScenario('scenarios/every-effect.yaml').scenario!;
  const experiment = new Experiment(scenario, { weeks: 2, warmupWeeks: 0 });
  experiment.runNext();
  paths = namedIndicators(experiment.result()).map(({ path }) => path);
  ids = new Set([scenario.sites, scenario.devices, scenario.exams].flatMap((all) => all.map(({ id }) => id)));
});

/** Words of a path that are the same in the language, or that both take from elsewhere. */
const SAME: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'all',
    'mean',
    'total',
    'occupancy',
    'access',
    'opening',
    'report',
    'wait',
    'overtime',
    'refused',
    'share',
  ],
  fr: ['total', 'report', 'passages'],
};
const isPlain = (step: string, language: Language) =>
  ids.has(step) || /^[AHRU]$/.test(step) || /^p\d\d$/i.test(step) || SAME[language].includes(step);

describe('the name of an indicator', () => {
  it('is there for every path of a result, with more than the path in it', () => {
    expect(paths.length).toBeGreaterThan(500);
    for (const path of paths)
      for (const language of LANGUAGES) expect(indicatorName(path, language)).not.toBe(path);
  });

  it.each(LANGUAGES)('holds no step of its path that is not a word of the language (%s)', (language) => {
    const raw = paths.flatMap((path) => {
      const named = indicatorName(path, language)
        .replace(/\([^()]*\)$/, '')
        .split(/ · |, /)
        .map((one) => one.trim());
      return path.split('.').filter((step) => !isPlain(step, language) && named.includes(step));
    });
    const english = ['declined', 'diverted', 'scheduled', 'extended', 'exams', 'breakdowns'];
    expect([...new Set(raw)].filter((step) => language === 'fr' || !english.includes(step))).toEqual([]);
  });

  it('is not the same in both languages but where all its words are', () => {
    const same = paths.filter((path) => {
      const words = (language: Language) => indicatorName(path, language).replace(/^.* · /, '');
      return words('en') === words('fr');
    });
    expect(same).toEqual([]);
  });

  it.each(LANGUAGES)('tells paths apart (%s)', (language) => {
    const names = paths.map((path) => indicatorName(path, language));
    const twice = names.filter((name, rank) => names.indexOf(name) !== rank);
    expect(twice).toEqual([]);
  });

  it.each(LANGUAGES)('ends in its unit, ICR per hour being one itself (%s)', (language) => {
    const without = paths.filter(
      (path) =>
        !/\((days|jours|minutes|hours a week|heures par semaine|%|a week|par semaine)\)$/.test(
          indicatorName(path, language),
        ),
    );
    expect(without.filter((path) => !path.includes('.icrPerHour.'))).toEqual([]);
  });

  it('is a sentence a planner knows', () => {
    const names = (path: string) => LANGUAGES.map((language) => indicatorName(path, language));
    expect(names('sites.ch.mri.firstAvailable.A.p50')).toEqual([
      'ch · MRI · first place offered, ambulatory A, median (days)',
      'ch · IRM · premier rendez-vous proposé, ambulatoire A, médiane (jours)',
    ]);
    expect(names('devices.irm.overtime.share')).toEqual([
      'irm · overtime, share of vacations (%)',
      'irm · débordement, part des vacations (%)',
    ]);
    expect(names('sites.ch.ct.withinTarget.H')).toEqual([
      'ch · CT · within the target, inpatient H (%)',
      'ch · scanner · dans le délai cible, hospitalisé H (%)',
    ]);
    expect(names('sites.ch.mri.byExam.MR-1.H.access.mean')).toEqual([
      'ch · MRI · MR-1 · request to appointment, inpatient H, mean (days)',
      'ch · IRM · MR-1 · de la demande au rendez-vous, hospitalisé H, moyenne (jours)',
    ]);
  });

  it('keeps ids that hold points, or that are words of a path', () => {
    expect(indicatorName('devices.irm.2.fillRate', 'en')).toBe('irm.2 · fill rate (%)');
    expect(indicatorName('sites.ch.1.mri.byExam.CT.1.A.access.p20', 'en')).toBe(
      'ch.1 · MRI · CT.1 · request to appointment, ambulatory A, P20 (days)',
    );
    expect(indicatorName('devices.wait.fillRate', 'en')).toBe('wait · fill rate (%)');
    expect(indicatorName('sites.access.mri.declined.A', 'en')).toBe(
      'access · MRI · declined, ambulatory A (a week)',
    );
    expect(indicatorName('devices.report.fillRate', 'en')).toBe('report · fill rate (%)');
    expect(indicatorName('devices.ct.volume.A', 'en')).toBe('ct · passages, ambulatory A (a week)');
    expect(indicatorName('sites.mri.ct.requested.A', 'en')).toBe(
      'mri · CT · requests, ambulatory A (a week)',
    );
  });

  it('is the path itself for what is no indicator', () => {
    expect(indicatorName('sites.ch.mri.unheard', 'en')).toBe('sites.ch.mri.unheard');
  });
});

describe('the format of an indicator', () => {
  it('is a percentage for a ratio, and plain for anything else', () => {
    expect(indicatorFormat('devices.irm.fillRate', 'en')).toMatchObject({ scale: 100, suffix: '%' });
    expect(indicatorFormat('devices.irm.overtime.share', 'en').scale).toBe(100);
    expect(indicatorFormat('devices.irm.overtime.minutesPerWeek', 'en').scale).toBe(1);
    expect(indicatorFormat('sites.ch.mri.access.A.mean', 'en')).toMatchObject({ scale: 1, suffix: '' });
  });
});
