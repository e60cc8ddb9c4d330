import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
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
/** Far longer than any test waits. */
const LONG = ['--weeks', '100', '--replications', '5000', '--quiet'];

let patience = 0;
beforeAll(async () => {
  patience = await measuredPatience();
});

describe('a sweep that is killed at any moment', () => {
  const words = [small, '--vary', 'devices.irm.slots.A=20,30', '--weeks', '100'];
  let reference: Reference;
  beforeAll(async () => {
    reference = await uninterrupted(words, folder.path('whole'));
  });

  it('ends with the bytes of one never killed', async () => {
    await killUntilDone(reference, folder.path('killed'), 2, seeded(2), 3);
  });

  it('answers Ctrl-C in time, with one line and code 130', async () => {
    const out = folder.path('stopped');
    const parts = `${out}/parts`;
    const isTime = () => existsSync(parts) && readdirSync(parts).length > 1;
    const end = await interrupted(
      ['sweep', small, ...LONG, '--workers', '2', '--out', out],
      'SIGINT',
      isTime,
    );
    expect([end.code, end.out]).toEqual([130, '']);
    expect(end.err).toMatch(
      /^Interrupted: \d+ replications? of 5,000 kept in .*; the same command goes on from there\.\n$/,
    );
    expect(end.took).toBeLessThan(patience);
    expect(readdirSync(out)).toEqual(['parts']);
  });
});

describe('a simulation that is stopped', () => {
  it('prints after SIGTERM what two workers have finished, with code 143', async () => {
    const end = await interrupted(
      ['simulate', small, ...LONG, '--workers', '2', '--json'],
      'SIGTERM',
      hasPlayed,
    );
    expect(end.code).toBe(143);
    const done = Number(
      /^Interrupted: what follows is of the (\d+) replications finished \(of 5,000\)\.\n$/.exec(end.err)?.[1],
    );
    expect(JSON.parse(end.out).replications).toBe(done);
    expect(end.took).toBeLessThan(patience);
  });
});
