/** Indicators of one site and modality from one replication's tally. */
import type { IslandPlan, RoutePlan, SitePlan } from '../engine/plan.ts';
import {
  binMinutes,
  OUTCOMES,
  type Outcome,
  ROUTE_REBOOKED,
  ROUTE_REQUESTED,
  ROUTE_WITHIN_TARGET,
  WAIT_BINS,
} from '../engine/tally.ts';
import type { AccessDelay, ModalityIndicators, PerClass } from '../model/results/results.ts';
import { CLASSES, MODALITIES, type Modality, type PatientClass } from '../model/vocabulary.ts';
import { perClass } from './device-indicators.ts';
import { binnedQuantile, wholeMean, wholeQuantile } from './histogram.ts';

type Value = number | null;
type Series = 'access' | 'first' | 'third';

/** Sum of several delay histograms, as one. */
function addUp(
  tally: Float64Array,
  parts: readonly { readonly from: number; readonly bins: number }[],
): Float64Array {
  const sum = new Float64Array(Math.max(1, ...parts.map(({ bins }) => bins)));
  for (const { from, bins } of parts) for (let bin = 0; bin < bins; bin++) sum[bin]! += tally[from + bin]!;
  return sum;
}

function delayOf(counts: Float64Array): AccessDelay<Value> {
  return {
    mean: wholeMean(counts, 0, counts.length),
    p20: wholeQuantile(counts, 0, counts.length, 0.2),
    p50: wholeQuantile(counts, 0, counts.length, 0.5),
    p80: wholeQuantile(counts, 0, counts.length, 0.8),
  };
}

/** Flows of a class and modality as they are offered at a site. */
function routesAt(
  island: IslandPlan,
  site: SitePlan,
  modality: Modality,
  classIndex: number,
): readonly RoutePlan[] {
  const modalityIndex = MODALITIES.indexOf(modality);
  return island.bySite[site.index]!.routes.filter((route) => {
    const flow = island.flows[route.flow]!;
    return flow.modalityIndex === modalityIndex && flow.classIndex === classIndex;
  });
}

/** Requests of a class booked at a site in a tally: those whose access delay was counted. */
export function bookedRequests(
  tally: Float64Array,
  island: IslandPlan,
  site: SitePlan,
  modality: Modality,
  patientClass: PatientClass,
): number {
  let booked = 0;
  for (const route of routesAt(island, site, modality, CLASSES.indexOf(patientClass))) {
    const { exams, delayBins } = island.layout.routes[route.index]!;
    for (const { access } of exams) for (let bin = 0; bin < delayBins; bin++) booked += tally[access + bin]!;
  }
  return booked;
}

/** The modality's indicators at a site over `weeks` weeks of tally. */
export function modalityIndicators(
  tally: Float64Array,
  island: IslandPlan,
  site: SitePlan,
  modality: Modality,
  weeks: number,
): ModalityIndicators<Value> {
  const modalityIndex = MODALITIES.indexOf(modality);
  const routes = CLASSES.map((_, index) => routesAt(island, site, modality, index));
  const histograms = (own: readonly RoutePlan[], series: Series, exam: string | null) =>
    own.flatMap((route) => {
      const offsets = island.layout.routes[route.index]!;
      const { exams } = island.flows[route.flow]!;
      return offsets.exams
        .map((one, index) => ({ from: one[series], bins: offsets.delayBins, exam: exams[index]!.exam.id }))
        .filter((part) => exam === null || part.exam === exam);
    });
  const delays = (series: Series, exam: string | null): PerClass<AccessDelay<Value>> =>
    perClass((_, index) => delayOf(addUp(tally, histograms(routes[index]!, series, exam))));
  const counter = (own: readonly RoutePlan[], offset: number) =>
    own.reduce((sum, route) => sum + tally[island.layout.routes[route.index]!.counters + offset]!, 0);
  const perWeek = (offset: number) => perClass((_, index) => counter(routes[index]!, offset) / weeks);
  const ended = (outcome: Outcome) => perWeek(OUTCOMES.indexOf(outcome));
  const examIds = [
    ...new Set(
      routes
        .flat()
        .filter((route) => route.rules.length > 0)
        .flatMap((route) => island.flows[route.flow]!.exams.map(({ exam }) => exam.id)),
    ),
  ].sort();
  return {
    access: delays('access', null),
    firstAvailable: delays('first', null),
    thirdNextAvailable: delays('third', null),
    byExam: Object.fromEntries(
      examIds.map((exam) => {
        const access = delays('access', exam);
        const firstAvailable = delays('first', exam);
        return [
          exam,
          perClass((patientClass) => ({
            access: access[patientClass],
            firstAvailable: firstAvailable[patientClass],
          })),
        ];
      }),
    ),
    withinTarget: perClass((_, index) => {
      const aimed = routes[index]!.filter((route) => island.flows[route.flow]!.flow.targetDays !== null);
      const booked = addUp(tally, histograms(aimed, 'access', null)).reduce((sum, count) => sum + count, 0);
      return booked === 0 ? null : counter(aimed, ROUTE_WITHIN_TARGET) / booked;
    }),
    requested: perWeek(ROUTE_REQUESTED),
    declined: ended('declined'),
    refused: ended('refused'),
    diverted: ended('diverted'),
    blocked: ended('blocked'),
    reneged: ended('reneged'),
    noShow: ended('noShow'),
    cancelled: ended('cancelled'),
    rebooked: perWeek(ROUTE_REBOOKED),
    report: perClass((_, index) => {
      const cell = (site.index * MODALITIES.length + modalityIndex) * CLASSES.length + index;
      const from = island.layout.reports[cell]!;
      const quantile = (p: number) =>
        from < 0 ? null : binnedQuantile(tally, from, WAIT_BINS, p, binMinutes);
      return { p20: quantile(0.2), p50: quantile(0.5), p80: quantile(0.8) };
    }),
  };
}
