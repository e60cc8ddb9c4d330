/** Requests of regions that tests build, and how they play them. */
import type {
  PlayRegion,
  RealDevice,
  RealSite,
  RegionRequest,
} from '../../../src/calibrate/region/request.ts';
import { idf202005 } from '../../../src/model/oqos/idf-2020-05.ts';

/** All of Île-de-France, nothing stated. */
export const wholeRegion = (changes: Partial<RegionRequest> = {}): RegionRequest => ({
  balance: idf202005,
  departments: null,
  seed: 'test',
  pairing: 1,
  examsPerThousand: {},
  departmentRates: {},
  growthPerYear: {},
  ageingPerYear: 0,
  years: 0,
  realSites: [],
  ...changes,
});

export const realDevice = (id: string, known: Partial<RealDevice> = {}): RealDevice => ({
  id,
  modality: 'ct',
  openingHours: null,
  passagesPerWeek: null,
  occupancy: null,
  delayDays: { A: null, H: null },
  ...known,
});

export const realSite = (id: string, department: string, devices: readonly RealDevice[]): RealSite => ({
  id,
  label: id,
  department,
  coordinates: null,
  devices,
});

/** Plays in this thread. */
export const playHere: PlayRegion = async (experiment, replications) => {
  while (experiment.replications < replications) experiment.runNext();
};
