/** Regions small enough that every plan can be tried: one to three departments, three or four implantations. */
import seedrandom from 'seedrandom';
import type { Modality } from '../../../../src/model/vocabulary.ts';
import type {
  DelayCurve,
  Implantation,
  RegionPlan,
  RegionProblem,
  ResidentDemand,
} from '../../../../src/optimize/region/problem.ts';
import { brokenRules } from '../../../../src/optimize/region/verify.ts';

export const NO_LIMITS: RegionProblem['limits'] = {
  budgetEurosPerYear: null,
  staffHoursPerWeek: { technologist: null, radiologist: null },
  mostDevices: null,
  mostBlocks: null,
};

/** A curve whose slopes rise piece by piece; devices that share an agenda wait less. */
function curveOf(modality: Modality, random: () => number): DelayCurve {
  const floorDays = 1 + random();
  const steps = [0, 0, 0].map(() => 2 + 20 * random());
  return {
    modality,
    byDevices: [1, 0.8, 0.7].map((factor) => {
      let slope = factor * floorDays;
      const pieces = [0.5, 0.4, Infinity].map((width, at) => {
        const piece = { width, slope };
        slope += factor * steps[at]!;
        return piece;
      });
      return { pieces, floorDays: factor * floorDays };
    }),
  };
}

export interface SmallOptions {
  readonly implantations?: number;
  /** No limit beside the caps. */
  readonly isUnlimited?: boolean;
}

/** A small region, all of its numbers drawn; the same seed gives the same region. */
export function smallRegion(
  seed: string,
  { implantations: most = 4, isUnlimited = false }: SmallOptions = {},
) {
  const random = seedrandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const between = (low: number, high: number) => low + (high - low) * random();
  const codes = ['A', 'B', 'C'].slice(0, 1 + pick(3));
  const modalities: readonly Modality[] = random() < 0.5 ? ['ct', 'mri'] : ['mri'];
  const implantations: Implantation[] = [];
  const count = 3 + pick(most - 2);
  for (let at = 0; at < count; at++) {
    const modality = modalities[at % modalities.length]!;
    const department = codes[at % codes.length]!;
    // The first of each modality is there: somebody must be asked.
    const isNew = at >= modalities.length && random() < 0.3;
    const site = `${department}-${modality === 'ct' ? at - 1 : at}`;
    const devices = isNew ? 0 : 1 + pick(2);
    const load = between(0.7, 1.6);
    implantations.push({
      id: `${site}/${modality}`,
      site,
      department,
      modality,
      devices,
      placesPerWeek: devices * between(50, 100),
      placesPerDevice: between(50, 100),
      placesPerBlock: between(4, 10),
      mostBlocks: isNew ? 0 : pick(3),
      mostBlocksPerAdded: pick(2),
      mostAdded: pick(3),
      isNew,
      load,
      delayDays: isNew ? null : 5,
    });
  }
  const minutes = new Map<string, number>();
  const demand = codes.flatMap((department) =>
    modalities.map((modality): ResidentDemand => {
      const requests = new Map<string, number>();
      for (const { id, modality: own, devices, placesPerWeek, load } of implantations) {
        minutes.set(`${department}>${id}`, Math.round(between(10, 60)));
        if (own !== modality || devices === 0 || random() < 0.25) continue;
        // Places where patience is not the mean one do not get just their load.
        requests.set(id, (placesPerWeek * load * between(0.5, 1.5)) / codes.length);
      }
      return { department, modality, requests };
    }),
  );
  const maybe = (value: number) => (isUnlimited || random() < 0.6 ? null : value);
  const sites = [...new Set(implantations.filter(({ devices }) => devices > 0).map(({ site }) => site))];
  const problem: RegionProblem = {
    departments: codes.map((code) => ({ code, population: Math.round(between(200, 3000)) * 1000 })),
    implantations,
    demand,
    minutes: (from, id) => minutes.get(`${from}>${id}`)!,
    curves: [curveOf('ct', random), curveOf('mri', random)],
    caps: codes.flatMap((department) =>
      modalities.map((modality) => ({ department, modality, devices: pick(3), sites: pick(2) })),
    ),
    onCallPairs:
      sites.length > 1 && random() < 0.4
        ? [
            {
              closes: sites[0]!,
              goesTo: sites[1]!,
              minutes: 25,
              movedPerWeek: between(5, 30),
              freedTechnologistHours: 60,
              savedEurosPerYear: 100_000,
            },
            {
              closes: sites[1]!,
              goesTo: sites[0]!,
              minutes: 25,
              movedPerWeek: between(5, 30),
              freedTechnologistHours: 60,
              savedEurosPerYear: 100_000,
            },
          ]
        : [],
    costs: {
      deviceEurosPerYear: { ct: 175_000, mri: 350_000 },
      deviceStaffHours: {
        ct: { technologist: 80, radiologist: 30 },
        mri: { technologist: 90, radiologist: 40 },
      },
      newSiteEurosPerYear: 150_000,
      blockHours: 3,
      blockStaffHours: { technologist: 6, radiologist: 3 },
      eurosPerHour: { technologist: 35, radiologist: 90 },
    },
    limits: {
      budgetEurosPerYear: maybe(between(0, 1_500_000)),
      staffHoursPerWeek: { technologist: maybe(between(0, 200)), radiologist: maybe(between(0, 90)) },
      mostDevices: maybe(pick(4)),
      mostBlocks: maybe(pick(4)),
    },
    horizon: {
      weeks: 260,
      deviceLagWeeks: [0, 78, 78, 300][pick(4)]!,
      openingLagWeeks: [9, 9, 100][pick(3)]!,
      growthPerYear: { ct: 0.01, mri: between(0, 0.05) },
    },
    unmetDays: between(0, 60),
    travelDaysPerHour: between(0, 5),
    bookedElsewhere: { ct: 0.3, mri: between(0, 0.8) },
    attraction: between(0.3, 1),
  };
  return problem;
}

/** Every plan that can be written down, whether it keeps caps and limits or not. */
export function everyPlan({ implantations, onCallPairs }: RegionProblem): readonly RegionPlan[] {
  let plans: readonly RegionPlan[] = [{ additions: [], blocks: [], onCall: [] }];
  for (const { id, mostAdded, mostBlocks, mostBlocksPerAdded } of implantations)
    plans = plans.flatMap((plan) =>
      Array.from({ length: mostAdded + 1 }, (_, devices) =>
        Array.from({ length: mostBlocks + mostBlocksPerAdded * devices + 1 }, (_, blocks) => ({
          ...plan,
          additions: devices === 0 ? plan.additions : [...plan.additions, { implantation: id, devices }],
          blocks: blocks === 0 ? plan.blocks : [...plan.blocks, { implantation: id, blocks }],
        })),
      ).flat(),
    );
  for (const { closes, goesTo } of onCallPairs)
    plans = plans.flatMap((plan) => [plan, { ...plan, onCall: [...plan.onCall, { closes, goesTo }] }]);
  return plans;
}

/** Every plan that breaks no rule. */
export const allowedPlans = (problem: RegionProblem): readonly RegionPlan[] =>
  everyPlan(problem).filter((plan) => brokenRules(problem, plan).length === 0);
