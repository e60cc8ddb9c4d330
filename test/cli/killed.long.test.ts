import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL, temporaryFolder } from './fake-terminal.ts';
import {
  hasPlayed,
  interrupted,
  killUntilDone,
  measuredPatience,
  type Reference,
  seeded,
  uninterrupted,
} from './killing.ts';

const folder = temporaryFolder();
const small = folder.write('small.yaml', SMALL.replace('replications: 3', 'replications: 4'));
const words = [
  small,
  '--vary',
  'devices.irm.slots.A=20,25,30',
  '--vary',
  'flows.ch/mri/A.per-week=30,40',
  '--weeks',
  '150',
];
const KILLS = 16;
/** Far longer than any test waits. */
const LONG = ['--weeks', '100', '--replications', '5000', '--quiet'];

let patience = 0;
beforeAll(async () => {
  patience = await measuredPatience();
});

describe('a sweep that is killed many times', () => {
  let reference: Reference;
  const counted: string[] = [];
  beforeAll(async () => {
    reference = await uninterrupted(words, folder.path('whole'));
  });
  afterAll(() => console.log(counted.join('; ')));

  it.each([1, 2])(
    `ends with the bytes of one never killed, after at least ${KILLS} kills (%i workers)`,
    async (workers) => {
      const random = seeded(100 + workers);
      let kills = 0;
      let answered = 0;
      for (let round = 0; kills < KILLS; round++) {
        const more = await killUntilDone(reference, folder.path(`${workers}-${round}`), workers, random);
        kills += more.kills;
        answered += more.answered;
      }
      counted.push(`${workers} workers: ${kills} kills, ${answered} answered`);
      expect(answered).toBeGreaterThan(0);
    },
  );
});

describe('a sweep that is stopped', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('answers %s in time, with one line and code %i', async (signal, code) => {
    const out = folder.path(signal);
    const parts = `${out}/parts`;
    const isTime = () => existsSync(parts) && readdirSync(parts).length > 1;
    const end = await interrupted(['sweep', small, ...LONG, '--workers', '2', '--out', out], signal, isTime);
    expect([end.code, end.out]).toEqual([code, '']);
    expect(end.err).toMatch(
      /^Interrupted: \d+ replications? of 5,000 kept in .*; the same command goes on from there\.\n$/,
    );
    expect(end.took).toBeLessThan(patience);
    expect(readdirSync(out)).toEqual(['parts']);
  });
});

describe('a simulation that is stopped', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('prints after %s what two workers have finished, with code %i', async (signal, code) => {
    const end = await interrupted(
      ['simulate', small, ...LONG, '--workers', '2', '--json'],
      signal,
      hasPlayed,
    );
    expect(end.code).toBe(code);
    const done = Number(
      /^Interrupted: what follows is of the (\d+) replications finished \(of 5,000\)\.\n$/.exec(end.err)?.[1],
    );
    expect(JSON.parse(end.out).replications).toBe(done);
    expect(end.took).toBeLessThan(patience);
  });

  it('leaves its files whole or absent, and nothing else', async () => {
    const [out, records] = [folder.path('out.json'), folder.path('passages.csv')];
    const files = ['--json', '--out', out, '--records', records];
    const end = await interrupted(
      ['simulate', small, ...files, '--weeks', '100', '--replications', '50000', '--quiet'],
      'SIGINT',
      hasPlayed,
    );
    expect(end.code).toBe(130);
    const done = JSON.parse(readFileSync(out, 'utf8')).replications;
    const rows = readFileSync(records, 'utf8');
    expect(rows.endsWith('\r\n')).toBe(true);
    expect(Number(rows.trimEnd().split('\r\n').at(-1)?.split(',')[0])).toBe(done - 1);
    expect(readdirSync(folder.path('')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
