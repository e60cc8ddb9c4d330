/** A plan under other assumptions: each set calibrated again on the present delays, then played with and without the plan. */
import { hypercubeColumn } from '../../calibrate/assumption-sets.ts';
import { pow } from '../../engine/math.ts';
import { openStream } from '../../engine/streams.ts';
import { deepFreeze } from '../../model/freeze.ts';
import type { Label, Scenario } from '../../model/scenario.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import { Experiment } from '../../stats/experiment.ts';
import type { Play } from '../rank/options.ts';
import { modalitiesOf, onlyModalities, RegionArena } from './arena.ts';
import { USUAL_ATTRACTION } from './attract.ts';
import { meanTauDays } from './from-scenario.ts';
import { isResidents } from './places.ts';
import { presentRegion } from './present.ts';
import type { RegionPlan, RegionProblem } from './problem.ts';
import {
  correctedFactors,
  firstRequestFactors,
  type RegionAssumptions,
  underAssumptions,
  withFirstRequests,
} from './recalibrate.ts';
import type { BeforeAfter } from './refill.ts';

/** An input of a region that no data fix, with what it is and could be. */
export interface RegionAssumption {
  readonly path: string;
  readonly label: Label;
  /** Used where no set is played. */
  readonly value: number;
  readonly unit: string;
  readonly range: readonly [low: number, high: number];
  readonly source: Label;
  readonly spread: 'logarithm' | 'plain';
}

/** The usual patience of each modality and the range before-and-after studies leave it, days. */
const TAU = { ct: { value: 15, range: [5, 40] }, mri: { value: 30, range: [10, 60] } } as const;
const TRAVEL_SCALE = { value: 30, range: [15, 60] } as const;

const MODALITY_LABEL: Readonly<Record<Modality, Label>> = {
  ct: { en: 'CT', fr: 'scanner' },
  mri: { en: 'MRI', fr: 'IRM' },
};

const rounded = (x: number): number => Number(x.toPrecision(4));
const scaled = ([low, high]: readonly [number, number], factor: number): [number, number] => [
  rounded(low * factor),
  rounded(high * factor),
];

function patience(scenario: Scenario, modality: Modality): readonly RegionAssumption[] {
  const value = meanTauDays(scenario, modality);
  if (value === null) return [];
  const { en, fr } = MODALITY_LABEL[modality];
  return [
    {
      path: `region.${modality}.tau`,
      label: {
        en: `mean scale of acceptance of ambulatory patients, ${en}`,
        fr: `échelle d’acceptation moyenne des patients ambulatoires, ${fr}`,
      },
      value: rounded(value),
      unit: 'd',
      range: scaled(TAU[modality].range, value / TAU[modality].value),
      source: {
        en: 'assumed: before-and-after cases lie between elasticities of −0.5 and −3 within two years',
        fr: 'supposé : les cas avant-après vont d’une élasticité de −0,5 à −3 en deux ans',
      },
      spread: 'logarithm',
    },
  ];
}

/** Mean travel scale of residents by their requests; null where distance has no effect. */
function meanTravelScale({ flows }: Scenario): number | null {
  let [minutes, weight] = [0, 0];
  for (const flow of flows) {
    if (!isResidents(flow) || flow.travelScaleMinutes === null) continue;
    minutes += flow.perWeek * flow.travelScaleMinutes;
    weight += flow.perWeek;
  }
  return weight === 0 ? null : minutes / weight;
}

function travelScale(scenario: Scenario): readonly RegionAssumption[] {
  const value = meanTravelScale(scenario);
  if (value === null) return [];
  return [
    {
      path: 'region.travel-scale',
      label: {
        en: 'minutes more by which another site is accepted e times less',
        fr: 'minutes en plus au bout desquelles un autre site est accepté e fois moins',
      },
      value: rounded(value),
      unit: 'min',
      range: scaled(TRAVEL_SCALE.range, value / TRAVEL_SCALE.value),
      source: { en: 'assumed; no public figure', fr: 'supposé ; aucun chiffre public' },
      spread: 'logarithm',
    },
  ];
}

const ATTRACTION: RegionAssumption = deepFreeze({
  path: 'region.attraction',
  label: {
    en: 'share of first requests that follows added places, 1 = in proportion to places',
    fr: 'part des premières demandes qui suit les places ajoutées, 1 = à proportion des places',
  },
  value: USUAL_ATTRACTION,
  unit: 'ratio',
  range: [0.4, 1],
  source: {
    en: 'assumed: referrers and habits may keep patients where they asked',
    fr: 'supposé : prescripteurs et habitudes peuvent retenir les patients où ils demandaient',
  },
  spread: 'plain',
});

/** What assumption sets of a region draw, for the modalities a plan touches. */
export function regionAssumptions(
  scenario: Scenario,
  modalities: readonly Modality[] = MODALITIES,
): readonly RegionAssumption[] {
  return deepFreeze([
    ...modalities.flatMap((modality) => patience(scenario, modality)),
    ...travelScale(scenario),
    ATTRACTION,
  ]);
}

export interface DrawnAssumption {
  readonly input: RegionAssumption;
  readonly value: number;
}

/** Values of a seeded Latin hypercube, one row a set; those of an input depend on its path and range only. */
export function drawAssumptions(
  inputs: readonly RegionAssumption[],
  count: number,
  seed: string,
): readonly (readonly DrawnAssumption[])[] {
  const columns = inputs.map(({ path, range: [low, high], spread }) =>
    hypercubeColumn(count, openStream(seed, 'region-assumptions', path)).map((u) =>
      spread === 'logarithm' ? low * pow(high / low, u) : low + (high - low) * u,
    ),
  );
  return Array.from({ length: count }, (_, set) =>
    inputs.map((input, at) => ({ input, value: columns[at]![set]! })),
  );
}

/** A set that gives the present delays back, and the region before and after the plan under it. */
export interface PlayedSet extends BeforeAfter {
  readonly inputs: readonly DrawnAssumption[];
}

export interface PlayedRegionSets {
  readonly drawn: number;
  readonly played: readonly PlayedSet[];
}

export interface RegionSetOptions {
  readonly count: number;
  readonly seed: string;
  /** Of each run of a set, the warm-up included. */
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly isWhole: boolean;
  /** Hears which part of the work is done, 0..1. */
  readonly onPlayed?: (part: number) => void;
}

/** Simulations of a set’s present at most, to correct what the region without chance missed. */
const CORRECTIONS = 3;
/** The delay of a department of residence is given back within so many days, or this share of it. */
const MISS = { days: 1, share: 0.1 };

const drawnValue = (drawn: readonly DrawnAssumption[], path: string, otherwise: number): number =>
  drawn.find(({ input }) => input.path === path)?.value ?? otherwise;

const factorOf = (drawn: readonly DrawnAssumption[], path: string): number => {
  const found = drawn.find(({ input }) => input.path === path);
  return found === undefined ? 1 : found.value / found.input.value;
};

class RegionSets {
  readonly #scenario: Scenario;
  readonly #problem: RegionProblem;
  readonly #plan: RegionPlan;
  readonly #play: Play;
  readonly #options: RegionSetOptions;
  #runs = 0;

  constructor(
    scenario: Scenario,
    problem: RegionProblem,
    plan: RegionPlan,
    play: Play,
    options: RegionSetOptions,
  ) {
    const { weeks, warmupWeeks, seed } = options;
    const modalities = options.isWhole ? MODALITIES : modalitiesOf(plan, problem);
    const run = { weeks, warmupWeeks, seed: `${seed}/sets`, replications: 1 };
    this.#scenario = { ...onlyModalities(scenario, modalities), run };
    this.#problem = problem;
    this.#plan = plan;
    this.#play = play;
    this.#options = options;
  }

  async #delaysOf(scenario: Scenario): Promise<ReadonlyMap<string, number>> {
    const experiment = new Experiment(scenario);
    await this.#play(experiment, 1);
    this.#told();
    const { implantations } = presentRegion(experiment, this.#options.warmupWeeks);
    return new Map(
      [...implantations].flatMap(([id, { delayDays }]) =>
        delayDays === null ? [] : [[id, delayDays] as const],
      ),
    );
  }

  #told(): void {
    this.#runs += 1;
    const expected = 1 + this.#options.count * (CORRECTIONS + 1);
    this.#options.onPlayed?.(Math.min(1, this.#runs / expected));
  }

  async play(): Promise<PlayedRegionSets> {
    const { count, seed } = this.#options;
    const wanted = await this.#delaysOf(this.#scenario);
    const inputs = regionAssumptions(
      this.#scenario,
      MODALITIES.filter((one) => this.#scenario.flows.some(({ modality }) => modality === one)),
    );
    const played: PlayedSet[] = [];
    for (const drawn of drawAssumptions(inputs, count, seed)) {
      const under = await this.#calibrated(drawn, wanted);
      if (under !== null) played.push({ inputs: drawn, ...(await this.#beside(drawn, under)) });
    }
    return { drawn: count, played };
  }

  /** The present region under a set, with its present delays; null when it does not give them back. */
  async #calibrated(
    drawn: readonly DrawnAssumption[],
    wanted: ReadonlyMap<string, number>,
  ): Promise<Scenario | null> {
    const assumptions: RegionAssumptions = {
      tauFactor: { ct: factorOf(drawn, 'region.ct.tau'), mri: factorOf(drawn, 'region.mri.tau') },
      travelScaleFactor: factorOf(drawn, 'region.travel-scale'),
    };
    const under = underAssumptions(this.#scenario, assumptions);
    let factors = firstRequestFactors(this.#scenario, under, wanted);
    for (let turn = 0; turn < CORRECTIONS; turn++) {
      const scenario = withFirstRequests(under, factors);
      const found = await this.#delaysOf(scenario);
      if (this.#isGivenBack(wanted, found)) return scenario;
      factors = correctedFactors(factors, under, wanted, found);
    }
    return null;
  }

  /** Whether the mean delay offered to every department of residence is that of the present region. */
  #isGivenBack(wanted: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): boolean {
    return this.#problem.demand.every(({ requests }) => {
      let [asked, was, is] = [0, 0, 0];
      for (const [id, count] of requests) {
        const [before, now] = [wanted.get(id), found.get(id)];
        if (before === undefined || now === undefined) continue;
        asked += count;
        was += count * before;
        is += count * now;
      }
      return Math.abs(is - was) <= Math.max(MISS.days * asked, MISS.share * was);
    });
  }

  async #beside(drawn: readonly DrawnAssumption[], present: Scenario): Promise<BeforeAfter> {
    const attraction = drawnValue(drawn, ATTRACTION.path, ATTRACTION.value);
    const arena = new RegionArena(present, this.#problem, this.#play, this.#options.isWhole, attraction);
    await arena.play([this.#plan], 1);
    this.#told();
    const { before, after } = arena.played(this.#plan);
    return { before, after };
  }
}

/**
 * A plan under assumption sets: patience by modality, what distance weighs and how far first requests follow places, drawn over
 * their ranges; requests are today’s, as in the proof. First requests are found again for each set so that the present delays come
 * back; a set under which they do not, within a tenth of the delay of every department, is left out.
 */
export const playRegionSets = (
  scenario: Scenario,
  problem: RegionProblem,
  plan: RegionPlan,
  play: Play,
  options: RegionSetOptions,
): Promise<PlayedRegionSets> => new RegionSets(scenario, problem, plan, play, options).play();
