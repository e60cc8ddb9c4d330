/** A region small enough to be worked out by hand: MRI at a (department A) and b (B), a scanner at c, room for a new MRI in B. */
import type { Implantation, RegionProblem } from '../../../../src/optimize/region/problem.ts';
import { NO_LIMITS } from './small.ts';

const mri: Implantation = {
  id: 'a/mri',
  site: 'a',
  department: 'A',
  modality: 'mri',
  devices: 1,
  placesPerWeek: 100,
  placesPerDevice: 100,
  placesPerBlock: 10,
  mostBlocks: 2,
  mostBlocksPerAdded: 1,
  mostAdded: 2,
  isNew: false,
  load: 1.5,
  delayDays: 6,
};

/** 2 days a request up to one a place, 14 beyond: 8 days at 2 requests a place, 6 at 1.5. With a second device 10 beyond. */
const pieces = (slope: number) => [
  { width: 1, slope: 2 },
  { width: Infinity, slope },
];

export const handRegion: RegionProblem = {
  departments: [
    { code: 'A', population: 900_000 },
    { code: 'B', population: 100_000 },
  ],
  implantations: [
    mri,
    { ...mri, id: 'b/mri', site: 'b', department: 'B', load: 2, delayDays: 8, mostBlocks: 0, mostAdded: 3 },
    {
      ...mri,
      id: 'new/mri',
      site: 'new',
      department: 'B',
      devices: 0,
      placesPerWeek: 0,
      mostBlocks: 0,
      isNew: true,
      delayDays: null,
    },
    { ...mri, id: 'c/ct', site: 'c', modality: 'ct', load: 0.8 },
  ],
  demand: [
    { department: 'A', modality: 'mri', requests: new Map([['a/mri', 150]]) },
    { department: 'B', modality: 'mri', requests: new Map([['b/mri', 200]]) },
    { department: 'A', modality: 'ct', requests: new Map([['c/ct', 80]]) },
  ],
  minutes: (from, id) => (id.startsWith(from.toLowerCase()) ? 20 : 50),
  curves: (['ct', 'mri'] as const).map((modality) => ({
    modality,
    byDevices: [
      { pieces: pieces(14), floorDays: 2 },
      { pieces: pieces(10), floorDays: 2 },
    ],
  })),
  caps: [
    { department: 'A', modality: 'mri', devices: 1, sites: 0 },
    { department: 'B', modality: 'mri', devices: 3, sites: 0 },
  ],
  onCallPairs: ['ab', 'ba'].map(([closes, goesTo]) => ({
    closes: closes!,
    goesTo: goesTo!,
    minutes: 30,
    movedPerWeek: 12,
    freedTechnologistHours: 60,
    savedEurosPerYear: 100_000,
  })),
  costs: {
    deviceEurosPerYear: { ct: 175_000, mri: 350_000 },
    deviceStaffHours: {
      ct: { technologist: 80, radiologist: 30 },
      mri: { technologist: 90, radiologist: 40 },
    },
    newSiteEurosPerYear: 150_000,
    blockHours: 3,
    blockStaffHours: { technologist: 6, radiologist: 3 },
    eurosPerHour: { technologist: 30, radiologist: 100 },
  },
  limits: NO_LIMITS,
  horizon: { weeks: 200, deviceLagWeeks: 100, openingLagWeeks: 0, growthPerYear: { ct: 0, mri: 0 } },
  unmetDays: 30,
  travelDaysPerHour: 1,
  bookedElsewhere: { ct: 0, mri: 0.5 },
  attraction: 0.4,
};
