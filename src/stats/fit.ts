/** How well a base gives back the numbers its sites know of themselves. */
import type { Estimate } from '../model/results/estimate.ts';
import type { DeviceIndicators, FitRow, Indicator, SiteIndicators } from '../model/results/results.ts';
import type { Observed, Scenario } from '../model/scenario.ts';
import { CLASSES } from '../model/vocabulary.ts';

/**
 * Gaps within which a number counts as given back: a delay is known to the day, an occupancy to the point, shares to two
 * points, opening to a quarter of an hour, passages to 5 %.
 */
export const FIT_TOLERANCE = Object.freeze({
  openingHours: 0.25,
  passagesRatio: 0.05,
  share: 0.02,
  delayDays: 0.5,
  occupancy: 0.01,
});

type Devices = Readonly<Record<string, DeviceIndicators<Indicator>>>;
type Sites = Readonly<Record<string, SiteIndicators<Indicator>>>;

const isEstimate = (indicator: Indicator): indicator is Estimate =>
  indicator !== null && indicator !== 'unstable';

/** The sum of indicators; its interval is that of a sum of independent numbers. Null when one says nothing. */
function sum(parts: readonly Indicator[], weights: readonly number[] = parts.map(() => 1)): Indicator {
  if (parts.length === 0 || !parts.every(isEstimate)) return parts.includes('unstable') ? 'unstable' : null;
  const mean = parts.reduce((total, one, rank) => total + one.mean * weights[rank]!, 0);
  const squares = parts.reduce((total, { low, high }, rank) => {
    const half = low === null || high === null ? Number.NaN : ((high - low) / 2) * weights[rank]!;
    return total + half * half;
  }, 0);
  const half = Math.sqrt(squares);
  const n = Math.min(...parts.map((one) => one.n));
  return Number.isNaN(half)
    ? { mean, low: null, high: null, n }
    : { mean, low: mean - half, high: mean + half, n };
}

function rowsOf(observed: Observed, scenario: Scenario, devices: Devices, sites: Sites): readonly FitRow[] {
  const { site, modality, mix, delayDays } = observed;
  const own = scenario.devices
    .filter((device) => device.site === site && device.modality === modality)
    .flatMap(({ id }) => devices[id] ?? []);
  const indicators = sites[site]?.[modality];
  if (own.length === 0 || indicators === undefined) return [];
  const opening = sum(own.map((device) => device.opening.scheduled));
  const hours = own.map(({ opening: { scheduled } }) => (isEstimate(scheduled) ? scheduled.mean : 0));
  const total = hours.reduce((all, one) => all + one, 0);
  const occupancy =
    total === 0
      ? null
      : sum(
          own.map((device) => device.occupancy.scheduled),
          hours.map((one) => one / total),
        );
  const passages = sum(own.map((device) => device.volume.all));
  const row = (
    number: string,
    unit: FitRow['unit'],
    known: number | null | undefined,
    simulated: Indicator,
    tolerance: number,
  ): readonly FitRow[] => {
    if (known === null || known === undefined) return [];
    // Rounding of a mean of whole days must not decide.
    const ok = isEstimate(simulated) && Math.abs(simulated.mean - known) <= tolerance + 1e-9;
    return [{ site, modality, number, unit, observed: known, simulated, tolerance, ok }];
  };
  const all = isEstimate(passages) && passages.mean > 0 ? passages.mean : Number.NaN;
  return [
    ...row('opening', 'h/week', observed.openingHours, opening, FIT_TOLERANCE.openingHours),
    ...row(
      'passages',
      '/week',
      observed.passagesPerWeek,
      passages,
      FIT_TOLERANCE.passagesRatio * (observed.passagesPerWeek ?? 0),
    ),
    ...CLASSES.flatMap((one) => {
      const share = sum(
        own.map((device) => device.volume[one]),
        own.map(() => 1 / all),
      );
      return row(`mix.${one}`, 'ratio', mix[one], Number.isNaN(all) ? null : share, FIT_TOLERANCE.share);
    }),
    ...row('delay.A', 'd', delayDays.A, indicators.firstAvailable.A.p50, FIT_TOLERANCE.delayDays),
    ...row('delay.H', 'd', delayDays.H, indicators.firstAvailable.H.p50, FIT_TOLERANCE.delayDays),
    ...row('occupancy', 'ratio', observed.occupancy, occupancy, FIT_TOLERANCE.occupancy),
  ];
}

/** A row for each number known, in the order of the scenario; nothing where nothing is known. */
export function fitRows(scenario: Scenario, devices: Devices, sites: Sites): readonly FitRow[] {
  return scenario.observed.flatMap((observed) => rowsOf(observed, scenario, devices, sites));
}
