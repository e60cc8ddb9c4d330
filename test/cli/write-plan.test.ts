/** A planned region as a variant: what is read back is what was simulated, or nothing is written. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type LoadedScenario, loadScenario } from '../../src/cli/load-scenario.ts';
import { playUpTo } from '../../src/cli/pool/play.ts';
import { LocalPlayer } from '../../src/cli/pool/player.ts';
import { writePlan } from '../../src/cli/region/write-plan.ts';
import { scenarioHash } from '../../src/model/hash.ts';
import { idf202005 } from '../../src/model/oqos/idf-2020-05.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { applyRegionPlan } from '../../src/optimize/region/apply.ts';
import { regionProblem } from '../../src/optimize/region/from-scenario.ts';
import { presentRegion } from '../../src/optimize/region/present.ts';
import { EMPTY_PLAN, type RegionPlan, type RegionProblem } from '../../src/optimize/region/problem.ts';
import { Experiment } from '../../src/stats/experiment.ts';
import { fakeTerminal, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const FILE = 'scenarios/regions/petite.yaml';
let region: LoadedScenario & { readonly scenario: Scenario };
let problem: RegionProblem;

beforeAll(async () => {
  const copy = folder.write('region.yaml', readFileSync(FILE, 'utf8'));
  const loaded = loadScenario(copy, { weeks: 10, warmupWeeks: 2, replications: 1 });
  region = { ...loadScenario(copy), scenario: loadScenario(copy).scenario! };
  const experiment = new Experiment(loaded.scenario!);
  await playUpTo(experiment, 1, new LocalPlayer(fakeTerminal(), () => {}));
  problem = regionProblem(region.scenario, idf202005, presentRegion(experiment, 2), { pooling: true });
});

let files = 0;
function written(planned: Scenario) {
  files += 1;
  const out = folder.path(`plan-${files}.yaml`);
  const file = folder.path('region.yaml');
  const told = writePlan({ file, out, force: false }, region, planned, ['a plan', 'two\nlines']);
  return { out, told };
}
const applied = (plan: Partial<RegionPlan>) =>
  applyRegionPlan(region.scenario, { ...EMPTY_PLAN, ...plan }, problem);
const present = (modality: string) =>
  problem.implantations.find((one) => !one.isNew && one.modality === modality && one.mostAdded > 0)!.id;

describe('a planned region', () => {
  it.each([
    [
      'devices and evenings on an agenda, and on-call hours shared',
      () => ({
        additions: [
          { implantation: present('ct'), devices: 1 },
          { implantation: present('mri'), devices: 2 },
        ],
        blocks: [{ implantation: present('mri'), blocks: 4 }],
        onCall: problem.onCallPairs.slice(0, 1).map(({ closes, goesTo }) => ({ closes, goesTo })),
      }),
    ],
    [
      'both modalities at a new site',
      () => {
        const { site } = problem.implantations.find(({ isNew }) => isNew)!;
        const own = problem.implantations.filter((one) => one.site === site);
        return { additions: own.map(({ id }) => ({ implantation: id, devices: 1 })) };
      },
    ],
  ] as const)('with %s comes back to the last bit', (_name, plan) => {
    const planned = applied(plan());
    expect(scenarioHash(planned)).not.toBe(scenarioHash(region.scenario));
    const { out, told } = written(planned);
    expect(told).toEqual({ findings: [], problems: [] });
    const back = loadScenario(out);
    expect(back.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(scenarioHash(back.scenario!)).toBe(scenarioHash(planned));
    const text = readFileSync(out, 'utf8');
    expect(text.split('\n').slice(0, 3)).toEqual(['# a plan', '# two lines', 'extends: region.yaml']);
    expect(text.length).toBeLessThan(readFileSync(join(FILE), 'utf8').length);
  });

  it('that no variant can say is refused, and nothing is written', () => {
    const devices = region.scenario.devices.map((one) => ({ ...one, speed: 1.5 }));
    const { out, told } = written({ ...region.scenario, devices });
    expect(told.problems.map(({ code }) => code)).toEqual(['plan-unwritable']);
    expect(existsSync(out)).toBe(false);
    const [gone, ...flows] = region.scenario.flows;
    expect(gone).toBeDefined();
    expect(written({ ...region.scenario, flows }).told.problems).toHaveLength(1);
  });
});
