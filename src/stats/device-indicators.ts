/** Indicators of one device from one replication's tally. */
import { binMinutes, CAUSES, type DeviceOffsets, WAIT_BINS } from '../engine/tally.ts';
import type { CauseMinutes, DeviceIndicators, PerClass, PerOpening } from '../model/results/results.ts';
import { CLASSES, type PatientClass } from '../model/vocabulary.ts';
import { binnedQuantile } from './histogram.ts';

type Value = number | null;
const OPENINGS_EACH = 3;

export const perClass = <T>(of: (patientClass: PatientClass, index: number) => T): PerClass<T> => ({
  A: of('A', 0),
  H: of('H', 1),
  R: of('R', 2),
  U: of('U', 3),
});

const ratio = (part: number, whole: number): Value => (whole === 0 ? null : part / whole);

/** Seconds by opening notion (each including the smaller ones) and cause. */
function secondsByOpening(tally: Float64Array, offset: number): number[][] {
  const nested: number[][] = [];
  const sum = CAUSES.map(() => 0);
  for (let opening = 0; opening < OPENINGS_EACH; opening++) {
    CAUSES.forEach((_, cause) => {
      sum[cause]! += tally[offset + opening * CAUSES.length + cause]!;
    });
    nested.push([...sum]);
  }
  return nested;
}

const perOpening = <T>(of: (opening: number) => T): PerOpening<T> => ({
  scheduled: of(0),
  extended: of(1),
  total: of(2),
});

/** The device's indicators over `weeks` weeks of tally (formulas: `model/results/results.ts`, rule M5). */
export function deviceIndicators(
  tally: Float64Array,
  offsets: DeviceOffsets,
  weeks: number,
): DeviceIndicators<Value> {
  const seconds = secondsByOpening(tally, offsets.seconds);
  const opening = seconds.map((causes) => causes.reduce((sum, value) => sum + value, 0));
  const icr = (last: number) => {
    let sum = 0;
    for (let k = 0; k <= last; k++) sum += tally[offsets.icr + k]!;
    return ratio(sum, opening[last]! / 3600);
  };
  const minutes = (causes: readonly number[], cause: number) => causes[cause]! / 60 / weeks;
  const causeMinutes = (causes: readonly number[]): CauseMinutes<Value> => ({
    exams: minutes(causes, 0),
    interExam: minutes(causes, 1),
    lateStart: minutes(causes, 2),
    earlyEnd: minutes(causes, 3),
    unfilled: minutes(causes, 4),
    noShow: minutes(causes, 5),
    breakdown: minutes(causes, 6),
    planned: minutes(causes, 7),
  });
  const done = perClass((_, index) => tally[offsets.done + index]! / weeks);
  const { exams: _exams, planned: _planned, ...lostMinutes } = causeMinutes(seconds[0]!);
  return {
    opening: perOpening((k) => opening[k]! / 3600 / weeks),
    occupancy: perOpening((k) => ratio(seconds[k]![0]!, opening[k]!)),
    fillRate: ratio(tally[offsets.booked]!, opening[0]!),
    volume: {
      ...done,
      all: done.A + done.H + done.R + done.U,
      night: tally[offsets.done + CLASSES.length]! / weeks,
    },
    icrPerHour: { scheduled: icr(0), extended: icr(1) },
    wait: perClass((_, index) => {
      const from = offsets.waits + index * WAIT_BINS;
      return {
        mean: ratio(tally[offsets.waitSum + index]! / 60, tally[offsets.done + index]!),
        p50: binnedQuantile(tally, from, WAIT_BINS, 0.5, binMinutes),
        p90: binnedQuantile(tally, from, WAIT_BINS, 0.9, binMinutes),
      };
    }),
    overtime: {
      minutesPerWeek: tally[offsets.overrun]! / 60 / weeks,
      share: ratio(tally[offsets.overrun + 1]!, tally[offsets.overrun + 2]!),
    },
    lostMinutes,
    openingMinutes: perOpening((k) => causeMinutes(seconds[k]!)),
  };
}
