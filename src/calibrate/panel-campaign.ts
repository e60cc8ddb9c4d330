/** The campaign of 28 days on one device of the panel: its passages as the engine records them, written down as in 2010. */
import { compileScenario } from '../engine/compile.ts';
import { unpackCounts } from '../engine/counts.ts';
import type { PassageRecord } from '../engine/record.ts';
import { runReplication } from '../engine/simulate.ts';
import { openStream } from '../engine/streams.ts';
import type { ObservationSwitches } from '../model/results/reproduce.ts';
import type { Scenario, Vacation } from '../model/scenario.ts';
import { VACATION_FACTS } from '../model/vocabulary.ts';
import { windowOf } from './measure.ts';
import { deviceScenario, type PanelDevice } from './panel-device.ts';
import {
  CAMPAIGN_WEEKS,
  clippedInto,
  isKept,
  observedTimes,
  passesFilter,
  type Stretch,
} from './panel-observe.ts';
import type { ObservedDevice, Pooled } from './panel-tally.ts';

const HOUR = 3600;
const DAY = 86_400;
const WEEK = 7 * DAY;
const NIGHT_FROM = 20 * HOUR;
const NIGHT_TO = 7 * HOUR;
const WEEKDAYS = 5;

type Kind = 'scheduled' | 'emergency' | 'onCall';
type Span = Stretch & { readonly rank: number; readonly kind: Kind };

const kindOf = ({ type }: Vacation): Kind =>
  VACATION_FACTS[type].opening === 'scheduled' ? 'scheduled' : type === 'emergency' ? 'emergency' : 'onCall';

/** The spans of a device's week, by day. */
function spansOf(scenario: Scenario): readonly (readonly Span[])[] {
  const spans = scenario.devices[0]!.week.map((vacation, rank) => ({
    rank,
    kind: kindOf(vacation),
    day: vacation.day,
    from: vacation.fromSeconds,
    to: vacation.toSeconds,
  }));
  return Array.from({ length: 7 }, (_, day) => spans.filter((one) => one.day === day));
}

function spanAt(spans: readonly Span[], clock: number): Span | undefined {
  for (const span of spans) if (clock >= span.from && clock < span.to) return span;
  return undefined;
}

/** Median of whole days, by how many probes found each; NaN without any. */
export function medianDay(counts: Float64Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (let day = 0; day < counts.length; day++) {
    below += counts[day]!;
    if (total > 0 && below >= total / 2) return day;
  }
  return Number.NaN;
}

/** What is known of a device before anything is counted. */
function openingFacts(spans: readonly Span[]) {
  const hours = (kind: Kind) =>
    spans.reduce((sum, one) => sum + (one.kind === kind ? (one.to - one.from) / HOUR : 0), 0);
  const [scheduled, emergency, onCall] = [hours('scheduled'), hours('emergency'), hours('onCall')];
  const weekdays = spans.filter(({ kind, day, to }) => kind === 'onCall' && day < WEEKDAYS && to === DAY);
  const emergencies = spans.filter(({ kind }) => kind === 'emergency');
  return {
    opening: { scheduled, withEmergency: scheduled + emergency, total: scheduled + emergency + onCall },
    onCallHours: onCall + emergency,
    longestEmergency: Math.max(0, ...emergencies.map(({ from, to }) => (to - from) / HOUR)),
    onCallFrom:
      weekdays.length === 0
        ? null
        : weekdays.reduce((sum, { from }) => sum + from / HOUR, 0) / weekdays.length,
  };
}

/** How a campaign is played. */
export interface CampaignOptions {
  readonly seed: string;
  readonly warmupWeeks: number;
  readonly switches: ObservationSwitches;
}

/** Plays and observes one device, replication after replication. */
export class DeviceCampaign {
  readonly #device: PanelDevice;
  readonly #options: CampaignOptions;
  readonly #plan;
  readonly #byDay: readonly (readonly Span[])[];
  readonly #spans: readonly Span[];
  readonly #facts;

  constructor(device: PanelDevice, options: CampaignOptions) {
    const { warmupWeeks, seed } = options;
    const scenario = deviceScenario(device, {
      weeks: CAMPAIGN_WEEKS,
      warmupWeeks,
      seed: `${seed}/${device.id}`,
    });
    this.#device = device;
    this.#options = options;
    this.#plan = compileScenario(scenario, CAMPAIGN_WEEKS + warmupWeeks);
    this.#byDay = spansOf(scenario);
    this.#spans = this.#byDay.flat().sort((a, b) => a.rank - b.rank);
    this.#facts = openingFacts(this.#spans);
  }

  /** One campaign; exams are also added to those of the modality. */
  play(replication: number, pooled: Pooled): ObservedDevice {
    const { seed, warmupWeeks, switches } = this.#options;
    const { isTyped, id, modality, isOnCall } = this.#device;
    const start = warmupWeeks * WEEK;
    const end = start + CAMPAIGN_WEEKS * WEEK;
    const typing = isTyped ? openStream(seed, id, String(replication), 'typing') : () => 0;
    const occupied = this.#spans.map(() => new Float64Array(CAMPAIGN_WEEKS + 1));
    const passages = { A: 0, H: 0, R: 0, U: 0 };
    let [scheduledPassages, first, deep, weekdayNights, shortPassages] = [0, 0, 0, 0, 0];
    const tell = (rank: number, week: number, seconds: number): void => {
      const at = week - warmupWeeks;
      if (at >= 0 && at < CAMPAIGN_WEEKS) occupied[rank]![at]! += seconds;
    };
    const record = (one: PassageRecord): void => {
      const { roomIn, roomOut, reported, class: patientClass } = one;
      if (roomIn === null || roomOut === null || one.outcome !== 'done' || roomIn < start || roomIn >= end)
        return;
      const times = observedTimes({ entry: roomIn, exit: roomOut }, isTyped, switches, typing);
      if (switches.dropShort && !isKept(times)) {
        shortPassages += 1;
        return;
      }
      passages[patientClass] += 1;
      pooled.durations[patientClass].add(times.exit - times.entry);
      if (reported !== null && (patientClass === 'A' || patientClass === 'H'))
        pooled.reports[patientClass].add((reported - times.exit) / 60);
      const { entry } = times;
      const clock = entry % DAY;
      const day = Math.floor(entry / DAY) % 7;
      if (clock >= NIGHT_FROM) {
        first += 1;
        if (day < WEEKDAYS) weekdayNights += 1;
      } else if (clock < NIGHT_TO) {
        deep += 1;
        if (day > 0 && day <= WEEKDAYS) weekdayNights += 1;
      }
      const within = spanAt(this.#byDay[day]!, clock);
      if (within?.kind === 'scheduled') scheduledPassages += 1;
      if (switches.clipped) clippedInto(times, this.#byDay, tell);
      else if (within !== undefined) tell(within.rank, Math.floor(entry / WEEK), times.exit - entry);
    };
    const [outcome] = runReplication(this.#plan, {
      seed: `${seed}/${id}`,
      replication,
      snapshotWeeks: warmupWeeks,
      record,
    });
    const { tally, snapshots } = outcome!;
    const before = warmupWeeks === 0 ? null : unpackCounts(snapshots[0]!, tally.length);
    const counted = before === null ? tally : tally.map((sum, at) => sum - before[at]!);
    const window = windowOf(this.#plan, counted, CAMPAIGN_WEEKS);
    const weekly = (count: number) => count / CAMPAIGN_WEEKS;
    return {
      ...this.#facts,
      modality,
      isOnCall,
      occupancy: this.#occupancy(occupied),
      passesFilter: passesFilter(this.#vacations(occupied)),
      passages: {
        A: weekly(passages.A),
        H: weekly(passages.H),
        R: weekly(passages.R),
        U: weekly(passages.U),
      },
      scheduledPassages: weekly(scheduledPassages),
      night: { first: weekly(first), deep: weekly(deep) },
      weekdayNight: weekdayNights / (WEEKDAYS * CAMPAIGN_WEEKS),
      delayDays: { A: medianDay(window.firstAvailable.A), H: medianDay(window.firstAvailable.H) },
      shortPassages,
    };
  }

  *#vacations(occupied: readonly Float64Array[]) {
    for (const { rank, kind, from, to } of this.#spans) {
      if (kind !== 'scheduled') continue;
      for (let week = 0; week < CAMPAIGN_WEEKS; week++)
        yield { offered: to - from, occupied: occupied[rank]![week]! };
    }
  }

  #occupancy(occupied: readonly Float64Array[]): ObservedDevice['occupancy'] {
    const seconds = (wanted: readonly Kind[]) =>
      this.#spans.reduce(
        (sum, { rank, kind }) =>
          wanted.includes(kind) ? sum + occupied[rank]!.reduce((all, one) => all + one, 0) : sum,
        0,
      );
    const { scheduled, withEmergency } = this.#facts.opening;
    const offered = (hours: number) => hours * HOUR * CAMPAIGN_WEEKS;
    return {
      scheduled: seconds(['scheduled']) / offered(scheduled),
      withEmergency: seconds(['scheduled', 'emergency']) / offered(withEmergency),
    };
  }
}
