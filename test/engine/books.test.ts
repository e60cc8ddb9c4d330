/** Honest books: every opening second has a cause, every request an end (rules M5, M7), on every scenario. */
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/engine/tally.ts';
import { checkScenario } from '../../src/model/consistency/consistency.ts';
import type { CauseMinutes } from '../../src/model/results/results.ts';
import { booksGap } from '../../src/stats/books.ts';
import { type Played, play, readScenario, scenarioFiles, scenarioNamed } from './play.ts';
import { openingSeconds } from './recompute.ts';

const WEEKS = 10;

/** Seconds of a device by cause, for each opening (scheduled, extended only, total only), straight from the tally. */
function causesOf({ plan, outcomes }: Played, id: string): readonly (readonly number[])[] {
  for (const [index, island] of plan.islands.entries())
    for (const room of island.sites.flatMap((site) => site.rooms)) {
      const rank = room.devices.findIndex((one) => one.id === id);
      if (rank < 0) continue;
      const { seconds } = island.layout.devices[room.tallyDevices[rank]!]!;
      const { tally } = outcomes[index]!;
      return [0, 1, 2].map((opening) =>
        CAUSES.map((_, cause) => tally[seconds + opening * CAUSES.length + cause]!),
      );
    }
  throw new RangeError(`no device ${id}`);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe.each(scenarioFiles())('the books of %s', (name) => {
  const scenario = scenarioNamed(name);
  const played = play(scenario, WEEKS);

  it('give each second of the calendar’s opening exactly one cause', () => {
    for (const device of scenario.devices) {
      const causes = causesOf(played, device.id);
      const [scheduled, extended, total] = openingSeconds(scenario, device, WEEKS);
      expect(sum(causes[0]!), device.id).toBe(scheduled);
      expect(sum(causes[0]!) + sum(causes[1]!), device.id).toBe(extended);
      expect(sum(causes.flat()), device.id).toBe(total);
      expect(Math.min(...causes.flat()), device.id).toBeGreaterThanOrEqual(0);
    }
  });

  it('find every request again', () => {
    expect(played.books.map((books) => [books.flow, books.site, booksGap(books)])).toEqual(
      played.books.map(({ flow, site }) => [flow, site, 0]),
    );
    expect(sum(played.books.map((books) => books.in.requested))).toBeGreaterThan(0);
  });

  it('send to other sites as many requests as these receive', () => {
    const { books } = played;
    for (const id of new Set(books.map(({ flow }) => flow))) {
      const own = books.filter(({ flow }) => flow === id);
      expect(sum(own.map(({ out }) => out.passedOn)), id).toBe(sum(own.map((one) => one.in.received)));
    }
  });
});

describe('indicators of opening time', () => {
  const scenario = scenarioNamed('every-effect.yaml');
  const played = play(scenario, WEEKS);
  const minutes = (causes: CauseMinutes<number | null>) => sum(Object.values(causes).map((one) => one ?? 0));

  it('add up: the minutes by cause of each notion are its opening', () => {
    for (const { id } of scenario.devices) {
      const { opening, openingMinutes } = played.device(id);
      for (const notion of ['scheduled', 'extended', 'total'] as const)
        expect(minutes(openingMinutes[notion]) / 60, id).toBeCloseTo(opening[notion]!, 9);
    }
  });

  it('are nested: each notion holds the smaller ones, cause by cause', () => {
    for (const { id } of scenario.devices) {
      const { openingMinutes } = played.device(id);
      for (const cause of Object.keys(openingMinutes.total) as (keyof CauseMinutes<number>)[]) {
        expect(openingMinutes.extended[cause]).toBeGreaterThanOrEqual(openingMinutes.scheduled[cause]!);
        expect(openingMinutes.total[cause]).toBeGreaterThanOrEqual(openingMinutes.extended[cause]!);
      }
    }
  });
});

describe('the scenario with every effect on', () => {
  const name = 'every-effect.yaml';
  const played = play(scenarioNamed(name), 26);

  it('is consistent, without a warning', () => {
    expect(checkScenario(readScenario(name).input)).toEqual([]);
  });

  it('ends requests in each of the ways there are', () => {
    const ends = new Set(played.records.map(({ outcome }) => outcome));
    expect([...ends].sort()).toEqual(
      [
        ...['blocked', 'booked', 'cancelled', 'declined', 'diverted', 'done', 'noShow', 'refused', 'reneged'],
        ...(ends.has('in-room') ? ['in-room'] : []),
        ...(ends.has('waiting') ? ['waiting'] : []),
      ].sort(),
    );
  });

  it('spends opening time on each of the causes', () => {
    const all = played.plan.scenario.devices.map(({ id }) => causesOf(played, id));
    CAUSES.forEach((cause, index) => {
      expect(sum(all.flatMap((one) => one.map((causes) => causes[index]!))), cause).toBeGreaterThan(0);
    });
  });

  it('rebooks, passes on and uses backlogs', () => {
    const { books } = played;
    expect(played.modality('nord', 'mri').rebooked.A).toBeGreaterThan(0);
    expect(sum(books.map(({ out }) => out.passedOn))).toBeGreaterThan(0);
    expect(sum(books.map((one) => one.in.backlog))).toBeGreaterThan(0);
  });
});
