import { describe, expect, it } from 'vitest';
import { documentChanges } from '../../src/model/document-changes.ts';

const base = {
  name: 'base',
  run: { weeks: 52 },
  devices: [
    {
      id: 'irm',
      slots: { A: 30, H: 35 },
      'late-start': { minutes: 5, range: [0, 20] },
      week: [{ days: 'mon' }],
    },
    { id: 'scanner', changeover: 3 },
  ],
  flows: [{ site: 'ch', exams: { knee: 0.4, spine: 0.6 } }],
};

const changed = (edit: (copy: typeof base) => unknown) => {
  const copy = structuredClone(base);
  edit(copy);
  return documentChanges(base, copy);
};

describe('what a variant changes', () => {
  it('is nothing between a document and itself', () => {
    expect(documentChanges(base, structuredClone(base))).toEqual([]);
  });

  it('is told by ids and keys, with the value before and after', () => {
    expect(changed(({ devices }) => Object.assign(devices[0]!.slots!, { A: 25 }))).toEqual([
      { path: 'devices.irm.slots.A', before: '30', after: '25' },
    ]);
  });

  it('names an item without an id by its rank from 1', () => {
    expect(changed(({ flows }) => Object.assign(flows[0]!.exams, { knee: 0.5 }))).toEqual([
      { path: 'flows.1.exams.knee', before: '0.4', after: '0.5' },
    ]);
  });

  it('tells a list of numbers as one value', () => {
    expect(changed(({ devices }) => Object.assign(devices[0]!['late-start']!, { range: [0, 10] }))).toEqual([
      { path: 'devices.irm.late-start.range', before: '[0,20]', after: '[0,10]' },
    ]);
  });

  it('tells minutes with a range by their number, where the other has no parts', () => {
    expect(
      changed(({ devices }) => Object.assign(devices[1]!, { changeover: { minutes: 2, range: [1, 8] } })),
    ).toEqual([{ path: 'devices.scanner.changeover', before: '3', after: '2' }]);
  });

  it('tells what only one of the two has, part by part', () => {
    expect(changed(({ devices }) => devices.push({ id: 'irm-2', changeover: 2 } as never))).toEqual([
      { path: 'devices.irm-2.id', before: null, after: 'irm-2' },
      { path: 'devices.irm-2.changeover', before: null, after: '2' },
    ]);
  });

  it('leaves names, the run and the weeks of devices to those who tell them in words', () => {
    const edit = (copy: typeof base) => {
      copy.name = 'variant';
      copy.run.weeks = 104;
      copy.devices[0]!.week = [{ days: 'tue' }];
    };
    expect(changed(edit)).toEqual([]);
  });
});
