/** Delays of the devices of a simulated region beside those published in 2010. */
import { anap2010 } from '../../model/benchmark/anap-2010.ts';
import type { BandRow } from '../../model/results/region.ts';
import { MODALITIES } from '../../model/vocabulary.ts';
import { estimate } from '../../stats/estimate.ts';
import { TOLERANCES } from '../panel-rows.ts';
import { deviceQuantile } from '../panel-tally.ts';
import type { Implantation } from './implantation.ts';
import type { ObservedRegion } from './observe.ts';

const QUANTILES = [
  [0.2, 'p20'],
  [0.5, 'p50'],
  [0.8, 'p80'],
] as const;

/**
 * Each published quantile of delays, and that of the region's devices, each with the median delay of its agenda, one number
 * a replication. Modalities without a device are left out.
 */
export function bandRows(
  implantations: readonly Implantation[],
  replications: readonly ObservedRegion[],
): readonly BandRow[] {
  return MODALITIES.flatMap((modality) => {
    const own = implantations.filter((one) => one.modality === modality);
    if (own.length === 0) return [];
    return (['A', 'H'] as const).flatMap((patientClass) => {
      const days = replications.map((seen) =>
        own.flatMap(({ id, devices }) => {
          const { medianDays } = seen.get(`${id}/${patientClass}`) ?? { medianDays: Number.NaN };
          return Number.isNaN(medianDays) ? [] : devices.map(() => medianDays);
        }),
      );
      if (days.some(({ length }) => length === 0)) return [];
      const band = anap2010.modalities[modality].appointmentDelayDays[patientClass];
      return QUANTILES.map(([quantile, key]): BandRow => {
        const published = band[key];
        const simulated = estimate(days.map((values) => deviceQuantile(values, quantile)));
        const tolerance = TOLERANCES.days.value;
        // A gap printed as the tolerance is within it.
        const isWithin = Math.abs(simulated.mean - published) <= tolerance + 1e-9;
        return { modality, class: patientClass, quantile, published, simulated, tolerance, isWithin };
      });
    });
  });
}
