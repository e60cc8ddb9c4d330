import { describe, expect, it } from 'vitest';
import { validateHistory } from '../../src/calibrate/history.ts';
import { EMERGENCY_PARAMETERS, mriDayScenario } from '../../src/calibrate/history-emergencies.ts';
import { averageMriScenario, EQUIPMENT_PARAMETERS, slopeOf } from '../../src/calibrate/history-equipment.ts';
import { neededDemand } from '../../src/calibrate/history-needed-growth.ts';
import { NATION_STANDARD_ERROR_DAYS, NATIONAL_SLOPE } from '../../src/calibrate/history-observed.ts';
import { TECHNOLOGISTS } from '../../src/calibrate/history-parameters.ts';
import { meanOf, playOnce } from '../../src/calibrate/history-play.ts';
import { fixedSet } from '../../src/calibrate/history-sets.ts';
import {
  predictTechnologists,
  sessionScenario,
  TECHNOLOGIST_PARAMETERS,
} from '../../src/calibrate/history-technologists.ts';
import { nationalMriSeries } from '../../src/model/benchmark/mri-access-surveys.ts';
import { checkScenario } from '../../src/model/consistency/consistency.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import { HISTORY_CLAIMS } from '../../src/model/results/results.ts';

const SMALL = { seed: 'small', replications: 1, sets: 2, weeks: 3 };
const document = validateHistory(SMALL);
const claims = document.cases.flatMap((one) => one.claims);
const claim = (id: string) => claims.find((one) => one.id === id)!;

const findingsOf = (raw: unknown) => {
  const { input, findings } = parseScenario(raw);
  return input === null ? findings : checkScenario(input);
};

describe('the scenarios built', () => {
  it('are sound, as a user would write them', () => {
    const day = {
      changeoverMinutes: 2,
      outsideMinutes: 3,
      appointments: 18,
      everyMinutes: 30,
      emergenciesAWeek: 15,
    };
    expect(findingsOf(averageMriScenario(fixedSet(EQUIPMENT_PARAMETERS), 34.5, 0.6))).toEqual([]);
    expect(findingsOf(mriDayScenario(fixedSet(EMERGENCY_PARAMETERS), day))).toEqual([]);
    const set = fixedSet(TECHNOLOGIST_PARAMETERS);
    for (const n of TECHNOLOGISTS) expect(findingsOf(sessionScenario(set, n, 'prepared'))).toEqual([]);
  });

  it('hold the delay of the first year before anything is added', () => {
    const raw = averageMriScenario(fixedSet(EQUIPMENT_PARAMETERS), 34.5, 1);
    const result = playOnce(raw, { seed: 'x', weeks: 26, warmupWeeks: 13 });
    expect(Math.abs(meanOf(result.sites.site!.mri!.firstAvailable.A.mean) - 34.5)).toBeLessThan(3);
  });

  it('keep a session as busy as its room time and changeover allow', () => {
    const set = fixedSet(TECHNOLOGIST_PARAMETERS);
    const result = playOnce(sessionScenario(set, 2, 'plain'), { seed: 'x', weeks: 2, warmupWeeks: 1 });
    const { volume, opening } = result.devices.scanner!;
    expect(meanOf(volume.all) / meanOf(opening.scheduled)).toBeCloseTo(60 / (9.7 + 3), 0);
  });
});

describe('the document', () => {
  it('makes every claim once, in order', () => {
    expect(claims.map(({ id }) => id)).toEqual(HISTORY_CLAIMS);
  });

  it('is the same each time', () => {
    const again = predictTechnologists(SMALL).predictions.map(({ id, model, assumption }) => [
      id,
      model,
      assumption,
    ]);
    const before = again
      .map(([id]) => claim(String(id)))
      .map(({ id, model, assumption }) => [id, model, assumption]);
    expect(again).toEqual(before);
  });

  it('keeps its misses: one technologist is not what the model has', () => {
    expect(claim('ct-1').verdict).toBe('outside');
    expect(document.score.outside).toBeGreaterThan(0);
  });

  it('counts every prediction once in the score', () => {
    const { inside, outside, notComparable } = document.score;
    expect(inside + outside + notComparable).toBe(claims.filter(({ kind }) => kind === 'prediction').length);
  });

  it('predicts a much shorter delay when demand is held while machines double', () => {
    expect(claim('fixed-demand').model.mean).toBeLessThan(-12);
  });

  it('does not judge an inversion', () => {
    for (const { kind, verdict } of claims) if (kind === 'inversion') expect(verdict).toBeNull();
  });
});

it('finds the printed slope of the national series again', () => {
  const points = nationalMriSeries().map(({ machines, delayDays }): readonly [number, number] => [
    Math.log(machines),
    Math.log(delayDays),
  ]);
  expect(slopeOf(points)).toBeCloseTo(NATIONAL_SLOPE.value, 3);
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const rest = points.reduce((sum, [x, y]) => sum + (y - meanY - slopeOf(points) * (x - meanX)) ** 2, 0);
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  expect(Math.sqrt(rest / 8 / spread)).toBeCloseTo(NATIONAL_SLOPE.standardError, 3);
});

it('gives a national mean a standard error of 1.3 days', () => {
  expect(NATION_STANDARD_ERROR_DAYS).toBeCloseTo(1.28, 2);
});

it('needs twice the demand where machines doubled and the delay did not move', () => {
  const first = { year: 2009, machines: 480, delayDays: 34.5 };
  expect(neededDemand({ year: 2018, machines: 960, delayDays: 34.5 }, first, 30)).toBe(2);
});
