/** A region as a scenario file would hold it: plain objects, kebab-case keys, nothing said that is usual. */

import type { Modality } from '../../model/vocabulary.ts';
import { MODALITIES } from '../../model/vocabulary.ts';
import { latentOf } from '../panel-latent.ts';
import type { ModalityDemand } from './demand.ts';
import { INTERVENTIONAL_EXAM, interventionalDevice, interventionalFlow } from './interventional.ts';
import type { RegionLayout, RegionSite } from './layout.ts';
import { examTypes, writtenDevice } from './write-device.ts';
import { localFlows, residentFlows } from './write-flows.ts';
import { observedOf } from './write-observed.ts';

export type Raw = Readonly<Record<string, unknown>>;

/** All that a written region is made of. */
export interface RegionDraft {
  readonly name: Raw;
  readonly description: Raw;
  readonly balance: string;
  readonly departments: readonly {
    readonly code: string;
    readonly population: number;
    readonly examsPerThousand: Readonly<Partial<Record<Modality, number>>>;
  }[];
  readonly travel: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** To sites whose place is known, from each department. */
  readonly travelToSites: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly layout: RegionLayout;
  readonly demand: Readonly<Record<Modality, ModalityDemand | null>>;
  /** Requests of hospitalised patients: by implantation, what the panel says times what simulation found. */
  readonly factorsH: ReadonlyMap<string, number>;
  /** All requests of a modality are multiplied by it: growth, ageing, stated rates. */
  readonly growth: Readonly<Record<Modality, number>>;
  readonly run: {
    readonly weeks: number;
    readonly warmupWeeks: number;
    readonly replications: number;
    readonly seed: string;
  };
}

/** The exam types, with durations as they were in 2010 before anybody wrote them down. */
function examList(): Raw {
  const labels = {
    ct: { en: 'CT', fr: 'scanner' },
    mri: { en: 'MRI', fr: 'IRM' },
  } as const;
  const list = MODALITIES.flatMap((modality) => {
    const { en, fr } = labels[modality];
    const [first, second] = examTypes(modality);
    const durations = latentOf(modality);
    return [
      [
        first,
        {
          modality,
          label: { en: `${en}, two patients in three`, fr: `${fr}, deux patients sur trois` },
          durations,
        },
      ],
      [
        second,
        {
          modality,
          label: { en: `${en}, one patient in three`, fr: `${fr}, un patient sur trois` },
          durations,
        },
      ],
    ] as const;
  });
  return Object.fromEntries(list);
}

const written = (
  { id, department, real }: RegionSite,
  travel: Readonly<Record<string, number>> | undefined,
): Raw => ({
  id,
  ...(real === null || real.label === id ? {} : { label: real.label }),
  zone: department,
  ...(real === null ? { synthetic: true } : {}),
  ...(travel === undefined ? {} : { travel }),
});

/** The scenario as written. */
export function writtenRegion(draft: RegionDraft): Raw {
  const { layout, demand, growth, run, factorsH } = draft;
  const { sites, implantations } = layout;
  const interventional = sites.flatMap(({ id, interventional: count }) =>
    Array.from({ length: count }, (_, rank) => `${id}-cti-${rank + 1}`).map((device) => ({
      device,
      site: id,
    })),
  );
  const fitted = MODALITIES.flatMap((modality) => {
    const own = demand[modality];
    return own === null ? [] : [{ modality, own }];
  });
  const observed = sites.flatMap(({ real }) => (real === null ? [] : observedOf(real)));
  return {
    creneau: 1,
    name: draft.name,
    description: draft.description,
    defaults: 'anap-2010',
    run: {
      weeks: run.weeks,
      'warmup-weeks': run.warmupWeeks,
      replications: run.replications,
      seed: run.seed,
    },
    region: {
      balance: draft.balance,
      departments: Object.fromEntries(
        draft.departments.map(({ code, population, examsPerThousand }) => [
          code,
          {
            population,
            'exams-per-thousand': Object.fromEntries(
              Object.entries(examsPerThousand).map(([modality, rate]) => [modality, tidyRate(rate)]),
            ),
          },
        ]),
      ),
      travel: draft.travel,
    },
    exams: { ...examList(), ...(interventional.length > 0 ? INTERVENTIONAL_EXAM : {}) },
    sites: sites.map((site) => written(site, draft.travelToSites.get(site.id))),
    devices: [
      ...implantations.flatMap(({ site, devices }) => devices.map((device) => writtenDevice(device, site))),
      ...interventional.map(({ device, site }) => interventionalDevice(device, site)),
    ],
    flows: [
      ...fitted.flatMap(({ modality, own }) => residentFlows(modality, own, growth[modality])),
      ...fitted.flatMap(({ modality, own }) =>
        own.agendas.flatMap((agenda) =>
          localFlows(agenda, factorsH.get(agenda.implantation.id) ?? 1, growth[modality]),
        ),
      ),
      ...interventional.map(({ device, site }) => interventionalFlow(device, site, growth.ct)),
    ],
    ...(observed.length > 0 ? { observed } : {}),
  };
}

/** Exams for 1 000 inhabitants, to a tenth. */
const tidyRate = (rate: number): number => Math.round(rate * 10) / 10;
