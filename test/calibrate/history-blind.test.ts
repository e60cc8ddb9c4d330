/** Nothing was tuned: what predicts cannot see what was observed, and rests on the defaults and stated constants only. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { EMERGENCY_PARAMETERS, predictEmergencies } from '../../src/calibrate/history-emergencies.ts';
import {
  EQUIPMENT_PARAMETERS,
  predictEquipment,
  predictSeries,
} from '../../src/calibrate/history-equipment.ts';
import { CT_ROOM_MINUTES, REGIONS_2013 } from '../../src/calibrate/history-parameters.ts';
import { predictTechnologists, TECHNOLOGIST_PARAMETERS } from '../../src/calibrate/history-technologists.ts';
import type { HistoryOptions } from '../../src/calibrate/history-types.ts';
import type { EquipmentConditions } from '../../src/model/benchmark/mri-access-surveys.ts';
import { DEFAULTS } from '../../src/model/complete/defaults.ts';

const folder = 'src/calibrate';
const MAY_SEE = ['history-needed-growth.ts', 'history-observed.ts', 'history-score.ts', 'history.ts'];
const files = readdirSync(folder).filter((name) => name.startsWith('history'));
const blind = files.filter((name) => !MAY_SEE.includes(name));
const textOf = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');

describe('the files that predict', () => {
  it('are the seven that may not see', () => {
    expect(blind).toEqual([
      'history-emergencies.ts',
      'history-equipment.ts',
      'history-parameters.ts',
      'history-play.ts',
      'history-sets.ts',
      'history-technologists.ts',
      'history-types.ts',
    ]);
  });

  it.each(blind)('%s imports neither the observations nor the survey rows', (name) => {
    const text = textOf(name);
    for (const other of MAY_SEE) expect(text).not.toContain(`./${other}'`);
    expect(text).not.toMatch(/\b(surveyRow|nationalMriSeries|MRI_ACCESS_SURVEYS|historyObservations)\b/);
  });

  it('take conditions and sizes, no observation', () => {
    expectTypeOf(predictEquipment).parameters.toEqualTypeOf<[EquipmentConditions, HistoryOptions]>();
    expectTypeOf(predictSeries).parameters.toEqualTypeOf<[EquipmentConditions, HistoryOptions]>();
    expectTypeOf(predictEmergencies).parameters.toEqualTypeOf<[HistoryOptions]>();
    expectTypeOf(predictTechnologists).parameters.toEqualTypeOf<[HistoryOptions]>();
    expectTypeOf<EquipmentConditions['years'][number]>().toEqualTypeOf<{
      readonly year: number;
      readonly machines: number;
    }>();
  });
});

it('predicts first, and opens the observations after', () => {
  const text = textOf('history.ts');
  const body = text.slice(text.indexOf('export function validateHistory'));
  const last = Math.max(
    ...['predictEquipment(', 'predictSeries(', 'predictEmergencies(', 'predictTechnologists('].map((call) =>
      body.indexOf(call),
    ),
  );
  expect(body.indexOf('predictEquipment(')).toBeGreaterThan(0);
  expect(body.indexOf('historyObservations(')).toBeGreaterThan(last);
  expect(body.indexOf('nationalMriSeries(')).toBeGreaterThan(last);
});

describe('the parameters', () => {
  const all = [...EQUIPMENT_PARAMETERS, ...EMERGENCY_PARAMETERS, ...TECHNOLOGIST_PARAMETERS];
  const brief = ({ id, value, range }: (typeof all)[number]) => [id, Math.round(value * 1e4) / 1e4, range];
  const { mri, ct } = DEFAULTS['anap-2010'].byModality;
  const MINUTE = 60;

  it('of the defaults have their values and ranges', () => {
    const mriSlot = mri.slotSeconds!.A;
    const seconds = (law: typeof mri.changeover) =>
      law.value.law === 'deterministic' ? law.value.value : -1;
    const known = new Map([
      ['tau', [mri.tauDays.A!.value, mri.tauDays.A!.range]],
      ['no-show', [mri.noShow.value, mri.noShow.range]],
      ['slot', [mriSlot.value / MINUTE, mriSlot.range]],
      ['late-start', [seconds(mri.lateStart) / MINUTE, mri.lateStart.range]],
    ]);
    for (const one of all.filter(({ from, id }) => from === 'defaults' && id !== 'changeover'))
      expect([one.value, one.range], one.id).toEqual(known.get(one.id));
    const changeovers = all.filter(({ id }) => id === 'changeover').map(({ value, range }) => [value, range]);
    expect(changeovers).toEqual([
      [seconds(mri.changeover) / MINUTE, mri.changeover.range],
      [seconds(ct.changeover) / MINUTE, ct.changeover.range],
    ]);
  });

  it('stated are these, and no others', () => {
    const stated = new Map(all.filter(({ from }) => from === 'stated').map((one) => [one.id, brief(one)]));
    expect([...stated.values()]).toEqual([
      ['exam-growth', 0.0377, [expect.closeTo(0.0192, 4), expect.closeTo(0.0556, 4)]],
      ['indication-growth', 0.075, [0.05, 0.1]],
      ['turnaround', 6, [3, 12]],
      ['saved-each', 5.4667, null],
      ['freed', 60, null],
      ['emergencies', 90, null],
      ['preparation', 10, [5, 15]],
      ['cv', 0.5, [0.3, 0.8]],
      ['room-time-1', 12, null],
      ['room-time-2', 9.7, null],
      ['room-time-3', 8, null],
    ]);
    expect(CT_ROOM_MINUTES).toEqual({ 1: 12, 2: 9.7, 3: 8 });
    expect(REGIONS_2013).toEqual({ least: 6.7, most: 13.6, country: 10.1 });
  });
});
