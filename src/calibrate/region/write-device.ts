/** A device of a region as written: the one calibration writes, with its vacations joined and all of one owner. */
import type { Modality } from '../../model/vocabulary.ts';
import { VACATION_FACTS, type VacationType } from '../../model/vocabulary.ts';
import { assumptionRanges } from '../assumption-sets.ts';
import type { PanelParameterId } from '../panel-parameters.ts';
import { type Knobs, rawSiteScenario } from '../site-scenario.ts';
import { defaultAssumptions } from '../solve.ts';
import type { AgendaDevice } from './implantation.ts';
import { meanSlot, slotPair } from './slots.ts';

/** Whose all programmed vacations and all flows are: residents may be booked at any site. */
export const OWNER = 'territory';
/** Exam types of a modality: only their slots differ, by device. */
export const examTypes = (modality: Modality): readonly [first: string, second: string] => [
  `${modality}-main`,
  `${modality}-other`,
];

type Raw = Readonly<Record<string, unknown>>;

/** Vacations alike but for their day, joined, in the order of their first day. */
export function joinedVacations(week: readonly Raw[]): readonly Raw[] {
  const days = new Map<string, string[]>();
  for (const { days: day, ...rest } of week) {
    const key = JSON.stringify(rest);
    days.set(key, [...(days.get(key) ?? []), String(day)]);
  }
  return [...days].map(([key, own]) => ({
    days: own.length === 1 ? own[0] : own,
    ...(JSON.parse(key) as Raw),
  }));
}

const tidy = (minutes: number): number => Number(minutes.toPrecision(4));

/** The parameter of the panel by which lost minutes are shortened. */
const SHORTENED: PanelParameterId = 'lost-share-most';

/** Lost minutes, where they are not the usual ones, with a range as much shorter. */
function lostMinutes(device: AgendaDevice, modality: Modality): Raw {
  const { assumptions } = device;
  const usual = defaultAssumptions(modality);
  const ranges = assumptionRanges(modality);
  const evidence = (value: number, of: number, [low, high]: readonly [number, number]): Raw => ({
    range: [tidy((low * value) / of), tidy((high * value) / of)],
    status: 'assumed',
    source: SHORTENED,
  });
  const minutes = (value: number, of: number, range: readonly [number, number]): Raw => ({
    minutes: tidy(value),
    ...evidence(value, of, range),
  });
  const { changeoverMinutes, lateStartMinutes, earlyEndMinutes } = assumptions;
  if (changeoverMinutes === usual.changeoverMinutes) return {};
  return {
    changeover: minutes(changeoverMinutes, usual.changeoverMinutes, ranges.changeoverMinutes),
    'late-start': minutes(lateStartMinutes, usual.lateStartMinutes, ranges.lateStartMinutes),
    'early-end': minutes(earlyEndMinutes, usual.earlyEndMinutes, ranges.earlyEndMinutes),
  };
}

/** The device, ready to be listed. */
export function writtenDevice(device: AgendaDevice, site: string): Raw {
  const { numbers, knobs, assumptions, id } = device;
  const { modality } = numbers;
  const pair = slotPair(knobs.slotMinutes);
  // The reserve is made of slots as they are on the grid.
  const onGrid: Knobs = { ...knobs, slotMinutes: meanSlot(pair) };
  const run = { weeks: 1, warmupWeeks: 0, seed: '' };
  const raw = rawSiteScenario(numbers, numbers.week ?? [], onGrid, assumptions, run);
  const [written] = raw.devices as readonly Raw[];
  const week = (written!.week as readonly Raw[]).map((vacation) =>
    VACATION_FACTS[vacation.type as VacationType].books ? { ...vacation, owner: OWNER } : vacation,
  );
  const [first, second] = examTypes(modality);
  const closed = written!['closed-room'];
  return {
    id,
    site,
    modality,
    slots: { exams: { [first]: pair.first, [second]: pair.second } },
    ...lostMinutes(device, modality),
    ...(closed === undefined ? {} : { 'closed-room': closed }),
    week: joinedVacations(week),
  };
}
