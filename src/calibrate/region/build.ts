/** A territory built from its balance: drawn, its demand calibrated to the delays of the panel, and simulated. */
import { completeScenario } from '../../model/complete/complete.ts';
import { deepFreeze } from '../../model/freeze.ts';
import { parseScenario } from '../../model/load/load.ts';
import type { Grounds } from '../../model/results/region.ts';
import type { Flow, Scenario } from '../../model/scenario.ts';
import { MODALITIES } from '../../model/vocabulary.ts';
import { Experiment } from '../../stats/experiment.ts';
import { bandRows } from './bands.ts';
import { inputsOf } from './built-inputs.ts';
import type { RegionLayout } from './layout.ts';
import { observeRegion } from './observe.ts';
import type { BuiltRegion, PlayRegion, RegionPlaying, RegionProgress, RegionRequest } from './request.ts';
import { eachModality, RegionUnderway } from './underway.ts';
import { OWNER } from './write-device.ts';

/** Sized so that the bands of the whole of Île-de-France come back within their tolerances. */
export const REGION_PLAYING: RegionPlaying = Object.freeze({
  corrections: 2,
  weeks: 44,
  warmupWeeks: 4,
  replications: 3,
});

/** The written scenario complete; an Error when it is not sound, which would be a defect here. */
function complete(raw: Readonly<Record<string, unknown>>): Scenario {
  const { input, findings } = parseScenario(raw);
  if (input === null) throw new Error(`the region was written wrong: ${JSON.stringify(findings[0])}`);
  return completeScenario(input);
}

/** Interventional scanners have an owner of their own: they are in no band. */
const isDiagnostic = ({ owner }: Flow): boolean => owner === OWNER;

/** What of a region is somebody's. */
function groundsOf({ sites, implantations }: RegionLayout, { devices }: Scenario): Grounds {
  const real = new Set(sites.flatMap(({ id, real: own }) => (own === null ? [] : [id])));
  const known = implantations.reduce((sum, one) => sum + (real.has(one.site) ? one.devices.length : 0), 0);
  return {
    sites: { synthetic: sites.length - real.size, real: real.size },
    devices: { synthetic: devices.length - known, real: known },
  };
}

/**
 * A region as a scenario. Sites are drawn from the panel department by department up to what the balance counts, real ones
 * in their place; demand is calibrated for the delays of the panel to come back, first without chance, then on simulations;
 * growth, ageing and stated rates come after. The same request gives the same bytes, whoever plays.
 * @param play plays an experiment until it has so many replications.
 * @throws RangeError where a department has no known population, where real sites do not fit into the balance
 * (`realSitesFaults`), or where stated rates are more than all devices do.
 */
export async function buildRegion(
  request: RegionRequest,
  play: PlayRegion,
  onProgress: (progress: RegionProgress) => void = () => {},
  playing: RegionPlaying = REGION_PLAYING,
): Promise<BuiltRegion> {
  const { seed, realSites } = request;
  const { corrections, weeks, warmupWeeks, replications } = playing;
  const realDevices = realSites.reduce((sum, { devices }) => sum + devices.length, 0);
  let calibrated = 0;
  const building = new RegionUnderway(request, playing, () => {
    calibrated += 1;
    onProgress({ stage: 'real-sites', done: calibrated, total: realDevices });
  });
  const simulate = async (scenario: Scenario, runSeed: string, count: number) => {
    const experiment = new Experiment(scenario, { seed: runSeed });
    await play(experiment, count);
    return experiment;
  };
  const none = eachModality(() => 1);
  for (let step = 0; step < corrections; step++) {
    onProgress({ stage: 'correction', done: step, total: corrections });
    const played = await simulate(complete(building.written(none)), `${seed}/correction/${step}`, 1);
    building.correct(observeRegion(played, isDiagnostic)[0]!);
  }
  onProgress({ stage: 'bands', done: 0, total: 1 });
  const calibratedRaw = building.written(none);
  const calibratedScenario = complete(calibratedRaw);
  const played = await simulate(calibratedScenario, seed, replications);
  const bands = bandRows(building.layout.implantations, observeRegion(played, isDiagnostic));
  const growth = eachModality((modality) => building.growthOf(modality));
  const isGrown = MODALITIES.some((modality) => building.demand[modality] !== null && growth[modality] !== 1);
  const raw = isGrown ? building.written(growth) : calibratedRaw;
  const scenario = isGrown ? complete(raw) : calibratedScenario;
  const seen = isGrown ? await simulate(scenario, seed, replications) : played;
  onProgress({ stage: 'bands', done: 1, total: 1 });
  return deepFreeze({
    raw,
    scenario,
    grounds: groundsOf(building.layout, scenario),
    departments: building.departments(growth, seen.measured(warmupWeeks).residents()),
    bands,
    inputs: inputsOf(request, building.rates),
    weeks,
    warmupWeeks,
    replications,
    seed,
  });
}
