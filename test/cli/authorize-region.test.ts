/** `creneau authorize --region`: the effect of each request beside its need, and what is refused. The simulation is put aside. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EffectOptions, EffectRequest } from '../../src/authorize/simulated-effect.ts';
import type { PairedIndicator } from '../../src/model/results/compare.ts';
import type { SimulatedEffect } from '../../src/model/results/region-effect.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { planDocument } from '../report/region-documents.ts';
import { run, SMALL, temporaryFolder } from './fake-terminal.ts';
import { TINY_REGION } from './tiny-region.ts';

interface State {
  effect: SimulatedEffect | null;
  asked: readonly EffectRequest[];
  options: EffectOptions | null;
}
const state = vi.hoisted((): State => ({ effect: null, asked: [], options: null }));

vi.mock(import('../../src/authorize/simulated-effect.ts'), async (original) => ({
  ...(await original()),
  simulatedEffect: async (request, _scenario, _balance, options) => {
    state.asked = [...state.asked, request];
    state.options = options;
    return state.effect;
  },
}));

const folder = temporaryFolder();
const REGION = folder.write('region.yaml', TINY_REGION);
const request = (name: string, more: string) =>
  folder.write(
    `${name}.yaml`,
    `request: 1\nid: ${name}\napplicant: x\nequipment: mri\ndepartment: "95"\n${more}`,
  );
const NEW = request('new', 'kind: new-device-existing-site\ndevices: 1\n');
const RENEWAL = request('renewal', 'kind: renewal\ndevices: 1\n');

const beside = (low: number, high: number, verdict: PairedIndicator['verdict']): PairedIndicator => ({
  base: { mean: 14, low: 13, high: 15, n: 4 },
  variant: { mean: 14, low: 13, high: 15, n: 4 },
  difference: { mean: (low + high) / 2, low, high, n: 4 },
  verdict,
  correlation: null,
  pairingGain: null,
});
const EFFECT: SimulatedEffect = {
  scenario: { name: { en: 'A region', fr: 'Une région' }, hash: '0' },
  seed: '1',
  weeks: 65,
  warmupWeeks: 13,
  replications: 4,
  level: 0.95,
  grounds: { sites: { synthetic: 5, real: 0 }, devices: { synthetic: 13, real: 0 } },
  department: '95',
  modality: 'mri',
  placed: [{ site: '95-02', devices: 1, isNewSite: false }],
  residents: planDocument().residents,
  daysSaved: planDocument().daysSaved!,
  opening: {
    evenings: 7,
    hoursPerWeek: 21,
    beside: beside(-0.4, 0.6, 'not-demonstrated'),
    residents: planDocument().residents,
  },
  mostEvenings: 15,
  sets: { drawn: 8, kept: 8 },
};

async function note(files: readonly string[], ...words: readonly string[]) {
  const { code, out, err } = await run(['authorize', ...files, '--region', REGION, ...words]);
  return { code, err, out: out.replace(/\s+/g, ' ') };
}

beforeEach(() => {
  state.effect = EFFECT;
  state.asked = [];
  state.options = null;
});

describe.each(LANGUAGES)('creneau authorize --region (%s)', (language) => {
  const isEnglish = language === 'en';
  const say = (en: string, fr: string) => (isEnglish ? en : fr);
  const told = async (...words: readonly string[]) => (await note([NEW], '--lang', language, ...words)).out;

  it('shows each department before and after with both intervals, and that its sites are nobody’s', async () => {
    const text = await told();
    expect(text).toContain(say('5 synthetic sites (13 devices): nobody’s', '5 sites synthétiques'));
    expect(text).toContain(
      say(
        '95 (Val-d’Oise) 1,228,618 22.3 19.4 −2.9 −3.5 to −2.3 −4.7 to −1.1',
        '95 (Val-d’Oise) 1 228 618 22,3 19,4 −2,9 −3,5 à −2,3 −4,7 à −1,1',
      ),
    );
    expect(text).not.toContain(say('31 28', '31,0 28'));
    expect(text).toContain(say('1 device put at 95-02, where the department waits longest', '95-02, là où'));
    expect(text).toContain(say('it says nothing of receivability', 'il ne dit rien de la recevabilité'));
  });

  it('says which longer opening would do the same, or that none does', async () => {
    expect(await told()).toContain(
      say(
        '7 evenings of 3 h a week (21 h in all) on its present devices; its residents would wait not demonstrably longer (−0.4 to +0.6 days)',
        '7 soirées de 3 h par semaine (21 h en tout)',
      ),
    );
    state.effect = { ...EFFECT, opening: null };
    expect(await told()).toContain(
      say('15 evenings a week can be opened at most', '15 soirées par semaine au plus'),
    );
  });

  it('calls one interval alone false precision', async () => {
    const sentence = say('false precision', 'fausse précision');
    expect(await told()).not.toContain(sentence);
    state.effect = { ...EFFECT, sets: null, daysSaved: { ...EFFECT.daysSaved, assumptions: null } };
    expect(await told('--sets', '0')).toContain(sentence);
  });

  it('says why a request is not simulated', async () => {
    const { out } = await note([RENEWAL], '--lang', language);
    expect(out).toContain(say('only new scanners and MRIs', 'seuls le sont les nouveaux scanners'));
    expect(state.asked).toEqual([]);
    state.effect = null;
    expect(await told()).toContain(
      say('has no place for these devices', 'n’a pas de place pour ces appareils'),
    );
  });
});

describe('creneau authorize --region', () => {
  it('simulates each request on its own, with the settings given, and keeps the effects in the document', async () => {
    const { out } = await run([
      ...['authorize', NEW, RENEWAL, '--region', REGION, '--json'],
      ...['--weeks', '40', '--warmup', '8', '--replications', '3', '--sets', '2', '--seed', 'x'],
    ]);
    expect(state.asked).toEqual([{ modality: 'mri', department: '95', devices: 1, isNewSite: false }]);
    expect(state.options).toMatchObject({ weeks: 40, warmupWeeks: 8, replications: 3, sets: 2, seed: 'x' });
    const { effects } = JSON.parse(out);
    expect(effects.map(({ request: id, why }: { request: string; why: string | null }) => [id, why])).toEqual(
      [
        ['new', null],
        ['renewal', 'not-simulated'],
      ],
    );
    const without = await run(['authorize', NEW, '--json']);
    expect(JSON.parse(without.out)).not.toHaveProperty('effects');
  });

  it('refuses a scenario beside it, a scenario that is no region, and a region of another balance', async () => {
    const both = await note([NEW], '--scenario', 'scenarios/gie-irm.yaml', '--lang', 'en');
    expect([both.code, both.out]).toEqual([2, '']);
    expect(both.err).toContain('--scenario shows one site: one of the two');
    const site = folder.write('site.yaml', SMALL);
    const plain = await run(['authorize', NEW, '--region', site, '--lang', 'en']);
    expect([plain.code, plain.err.includes('is no region')]).toEqual([2, true]);
    const paca = folder.write('paca.yaml', TINY_REGION.replace('idf-2020-05', 'paca-2021'));
    const other = await run(['authorize', NEW, '--region', paca, '--lang', 'fr']);
    expect([other.code, other.out, state.asked]).toEqual([2, '', []]);
    expect(other.err).toContain('qui n’est pas celui donné (idf-2020-05)');
  });
});
