/**
 * The requests of `scenarios/requests`, instructed and printed, against the texts beside them, in both languages.
 * UPDATE_EXPECTED=1 writes these texts anew: read what has changed before keeping it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AuthorizeDocument } from '../../src/model/results/authorize.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { run } from '../cli/fake-terminal.ts';

const FOLDER = 'scenarios/requests';
const isUpdating = process.env.UPDATE_EXPECTED === '1';

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

/** What is instructed together: each file alone, and the two for the one MRI of Yvelines. */
const NOTES: readonly (readonly [name: string, words: readonly string[]])[] = [
  ...files.map((name) => [name.replace('.yaml', ''), [`${FOLDER}/${name}`]] as const),
  ['78-irm-a-et-b', [`${FOLDER}/78-irm-a.yaml`, `${FOLDER}/78-irm-b.yaml`]],
  ['92-scanner-lecture-incluse', [`${FOLDER}/92-scanner-site-existant.yaml`, '--interventional', 'included']],
];

async function documentOf(...words: readonly string[]): Promise<AuthorizeDocument> {
  const { out } = await run(['authorize', ...words, '--json', '--quiet']);
  return JSON.parse(out) as AuthorizeDocument;
}

const verdictOf = async (name: string, ...options: readonly string[]) => {
  const { requests } = await documentOf(`${FOLDER}/${name}.yaml`, ...options);
  const { verdict, devicesReceivable } = requests[0]!.regime2020;
  return `${verdict} ${devicesReceivable ?? '-'}`;
};

describe.each(NOTES)('%s', (name, words) => {
  it.each(LANGUAGES)('prints what stands beside it (%s)', async (language) => {
    const { code, out, err } = await run(['authorize', ...words, '--lang', language, '--quiet']);
    expect([code, err]).toEqual([0, '']);
    const expected = `${FOLDER}/${name}.expected.${language === 'en' ? '' : `${language}.`}txt`;
    if (isUpdating) writeFileSync(expected, out);
    expect(existsSync(expected), `${expected} is missing: run with UPDATE_EXPECTED=1`).toBe(true);
    expect(out).toBe(readFileSync(expected, 'utf8'));
  });

  it.each(LANGUAGES)('never says that a request is authorised (%s)', async (language) => {
    const { out } = await run(['authorize', ...words, '--lang', language, '--quiet']);
    expect(out).not.toMatch(/avis favorable|favourable opinion|demande autorisée|request is authorised/i);
  });
});

describe('the verdicts of 2020', () => {
  it.each([
    ['93-scanner-interventionnel-nouveau-site', 'not-receivable 0'],
    ['93-scanner-interventionnel-site-existant', 'receivable 1'],
    ['93-scanner-diagnostique', 'not-receivable 0'],
    ['94-irm-nouveau-site', 'not-receivable 0'],
    ['94-irm-deplacement', 'receivable 1'],
    ['91-tep-nouveau-site', 'not-receivable 0'],
    ['91-tep-site-existant', 'receivable 1'],
    ['78-irm-a', 'receivable 1'],
    ['78-irm-b', 'receivable 1'],
    ['75-gamma-camera', 'receivable 2'],
    ['92-scanner-site-existant', 'receivable 1'],
    ['77-irm-trois-appareils', 'partly-receivable 2'],
    ['77-scanner-interventionnel', 'not-determined -'],
    ['75-irm-renouvellement', 'outside-count -'],
    ['91-cyclotron-remplacement', 'outside-count -'],
    ['92-caisson-hyperbare', 'not-receivable 0'],
    ['93-irm-besoins-exceptionnels', 'receivable 1'],
    ['95-scanner-venant-du-75', 'receivable 1'],
    ['93-irm-deplacement-sans-place', 'not-determined -'],
  ])('%s: %s', async (name, verdict) => {
    expect(await verdictOf(name)).toBe(verdict);
  });

  it('are known for every request of the folder', () => {
    expect(files).toHaveLength(19);
  });

  it('change in 92 and 93 when the parentheses are part of the main figure', async () => {
    const included = ['--interventional', 'included'];
    expect(await verdictOf('92-scanner-site-existant', ...included)).toBe('not-receivable 0');
    expect(await verdictOf('93-scanner-interventionnel-site-existant', ...included)).toBe('not-receivable 0');
  });

  it('let one of the two files for the MRI of Yvelines be granted, whichever', async () => {
    const { competitions } = await documentOf(`${FOLDER}/78-irm-a.yaml`, `${FOLDER}/78-irm-b.yaml`);
    const sets = competitions[0]!.maximalSets;
    expect(sets.map(({ granted }) => granted)).toEqual([['78-irm-a'], ['78-irm-b']]);
    expect(sets.flatMap(({ others }) => others.map(({ outcome }) => outcome.verdict))).toEqual([
      'not-receivable',
      'not-receivable',
    ]);
  });

  it('come with --require receivable as exit code 4 when one is not, 0 when all are', async () => {
    const required = async (...names: readonly string[]) => {
      const words = names.map((name) => `${FOLDER}/${name}.yaml`);
      return (await run(['authorize', ...words, '--require', 'receivable', '--quiet'])).code;
    };
    expect(await required('91-tep-site-existant')).toBe(0);
    expect(await required('91-tep-nouveau-site')).toBe(4);
    expect(await required('78-irm-a', '78-irm-b')).toBe(4);
  });
});

describe('the regime since June 2023', () => {
  const since = async (name: string) => {
    const { requests } = await documentOf(`${FOLDER}/${name}.yaml`);
    return requests[0]!.regime2023.map(({ rule, verdict }) => `${rule}: ${verdict}`);
  };

  it.each([
    ['92-scanner-site-existant', 'device-on-authorised-site: information-only'],
    ['78-irm-b', 'device-on-authorised-site: authorisation-needed'],
    ['78-irm-a', 'site-authorisation: not-determined'],
    ['93-scanner-interventionnel-site-existant', 'dedicated-interventional: information-only'],
    ['91-tep-site-existant', 'nuclear-medicine: not-determined'],
    ['92-caisson-hyperbare', 'other-equipment: not-determined'],
    ['75-irm-renouvellement', 'renewal-2023: not-determined'],
  ])('answers %s by %s', async (name, first) => {
    expect((await since(name))[0]).toBe(first);
  });
});

describe('a scenario beside the need', () => {
  it('brings its delays and occupancy with their intervals', async () => {
    const scenario = ['--scenario', 'scenarios/gie-irm.yaml', '--weeks', '60', '--replications', '3'];
    const { simulated } = await documentOf(`${FOLDER}/78-irm-b.yaml`, ...scenario);
    const [department] = simulated!.departments;
    const [device] = simulated!.devices;
    expect(department!.modality).toBe('mri');
    for (const indicator of [department!.firstAvailable.A, device!.occupancy]) {
      const { low, mean, high } = indicator as { low: number; mean: number; high: number };
      expect(low).toBeLessThan(mean);
      expect(mean).toBeLessThan(high);
    }
  });
});
