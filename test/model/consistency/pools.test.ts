import { describe, expect, it } from 'vitest';
import { checkPoolPlace, checkPoolShares, checkPoolSize } from '../../../src/model/consistency/pools.ts';
import { device, scenarioInput, told, withDevice } from './scenario.ts';

const pool = (...changes: readonly object[]) =>
  scenarioInput({
    sites: [{ id: 'ch' }, { id: 'b' }],
    devices: changes.map((one, rank) => ({ ...device, id: `irm${rank}`, pool: 'p', ...one })),
  });

describe('checkPoolPlace', () => {
  it('accepts devices of one site and modality', () => {
    expect(checkPoolPlace(pool({}, {}))).toEqual([]);
  });

  it.each([[{ site: 'b' }], [{ modality: 'ct' }]])('reports a device with %j', (other) => {
    expect(told(checkPoolPlace(pool({}, other)))).toEqual(['error pool-split devices.1.pool']);
  });
});

describe('checkPoolShares', () => {
  it('accepts devices that differ in what is their own', () => {
    expect(checkPoolShares(pool({ speed: 1 }, { speed: 1.2, changeover: 4 }))).toEqual([]);
  });

  it.each([
    ['order', { order: ['U', 'H', 'R', 'A'] }],
    ['waiting-places', { 'waiting-places': 3 }],
    ['closed-room', { 'closed-room': 'divert' }],
    ['end-of-vacation', { 'end-of-vacation': { policy: 'carry-over' } }],
    ['preparation', { preparation: { time: 10 } }],
  ])('reports devices that differ in %s', (field, other) => {
    const found = checkPoolShares(pool({}, other));
    expect(told(found)).toEqual([`error pool-differs devices.1.${field}`]);
    expect(found[0]?.values).toEqual({ pool: 'p', device: 'irm1', other: 'irm0', field });
  });

  it('accepts devices of different rooms that differ', () => {
    const devices = [device, { ...device, id: 'irm2', 'waiting-places': 3 }];
    expect(checkPoolShares(scenarioInput({ devices }))).toEqual([]);
  });
});

describe('checkPoolSize', () => {
  it('accepts twenty devices', () => {
    expect(checkPoolSize(withDevice({ count: 20 }))).toEqual([]);
  });

  it('reports twenty-one, copies counted', () => {
    const found = checkPoolSize(pool({ count: 20 }, {}));
    expect(told(found)).toEqual(['error pool-too-large devices.1']);
    expect(found[0]?.values.count).toBe(21);
  });
});
