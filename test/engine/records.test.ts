/** Every indicator that passage records can give is recomputed from them, and must be equal. */
import { describe, expect, it } from 'vitest';
import { Experiment } from '../../src/stats/experiment.ts';
import { asks, comes, playDays } from './hand-day.ts';
import { ALWAYS_OPEN, placesOf, play, scenarioFiles, scenarioNamed, vacation } from './play.ts';
import { known, recomputeDevice, recomputeModality, rounded } from './recompute.ts';

const WEEKS = 8;

describe.each(scenarioFiles())('recomputed from the records of %s', (name) => {
  const scenario = scenarioNamed(name);
  const played = play(scenario, WEEKS);

  it('volumes, waits, occupancy, overtime and opening of each device are equal', () => {
    for (const { id } of scenario.devices) {
      const expected = known(recomputeDevice(played.records, scenario, id, WEEKS));
      expect(rounded(played.device(id)), id).toMatchObject(rounded(expected) as object);
    }
  });

  it('access delays, reports and what became of requests are equal at each site', () => {
    for (const { site, modality } of placesOf(scenario)) {
      const measured = played.modality(site, modality);
      const { accessByExam, ...expected } = recomputeModality(
        played.records,
        scenario,
        site,
        modality,
        WEEKS,
      );
      expect(rounded(measured), site).toMatchObject(rounded(expected) as object);
      for (const [exam, access] of Object.entries(accessByExam))
        for (const [one, expectedDelays] of Object.entries(access))
          expect(rounded(measured.byExam[exam]![one as 'A'].access), `${site} ${exam}`).toEqual(
            rounded(expectedDelays),
          );
    }
  });

  it('each request of each flow is recorded once', () => {
    for (const { flow, in: entered } of played.books.filter(({ site, flow: id }) =>
      scenario.flows.some((one) => one.id === id && one.sites[0] === site),
    )) {
      const own = played.records.filter((record) => record.flow === flow);
      expect(own.filter(({ requested }) => requested >= 0).length, flow).toBe(entered.requested);
      expect(own.filter(({ requested }) => requested < 0).length, flow).toBe(entered.backlog);
    }
  });
});

describe('records of an experiment', () => {
  it('give the printed estimates of one replication', () => {
    const scenario = scenarioNamed('every-effect.yaml');
    const records: Parameters<typeof recomputeDevice>[0][number][] = [];
    const experiment = new Experiment(scenario, {
      weeks: WEEKS,
      warmupWeeks: 0,
      record: (record) => records.push(record),
    });
    experiment.runNext();
    const { devices } = experiment.result();
    for (const { id } of scenario.devices) {
      const { volume } = recomputeDevice(records, scenario, id, WEEKS);
      const printed = Object.entries(devices[id]!.volume).map(([key, one]) => [
        key,
        typeof one === 'object' ? one?.mean : one,
      ]);
      expect(Object.fromEntries(printed), id).toEqual(rounded(volume));
    }
  });

  it('carry times in the order in which they happen', () => {
    const { records } = play(scenarioNamed('every-effect.yaml'), WEEKS);
    for (const record of records) {
      const { requested, arrival, prepStart, prepEnd, roomIn, roomOut, reported } = record;
      const times = [requested, arrival, prepStart, prepEnd, roomIn, roomOut, reported];
      const known = times.filter((time) => time !== null);
      expect(known, JSON.stringify(record)).toEqual(known.toSorted((a, b) => a - b));
    }
  });

  it('leave empty what has not happened to a walk-in', () => {
    const { records } = play(scenarioNamed('every-effect.yaml'), WEEKS);
    const walkIns = records.filter(({ flow }) => flow === 'tdm-u');
    expect(walkIns.length).toBeGreaterThan(100);
    for (const { offeredDate, appointment, position, vacation } of walkIns)
      expect([offeredDate, appointment, position, vacation]).toEqual([null, null, null, null]);
  });

  it('forget the visit of a patient who was sent home for another appointment', () => {
    const breakdowns = { 'between-failures': 540, repair: 30, interrupted: 'rebook' as const };
    const week = [vacation({ days: 'mon' })];
    const { records } = playDays([asks('a', '08:45 for 20', { punctuality: -10 })], { week, breakdowns });
    expect(records).toMatchObject([
      { outcome: 'booked', arrival: null, device: null, roomIn: null, roomOut: null, prepStart: null },
    ]);
  });

  it('have no exit for whoever is still in the room', () => {
    const flows = [comes('first', '00:00 for 15, sun 00:00 for 15'), comes('u', 'sun 23:50 for 15')];
    const last = playDays(flows, { week: [ALWAYS_OPEN] }).records.at(-1)!;
    expect([last.flow, last.outcome, last.roomOut]).toEqual(['u', 'in-room', null]);
  });
});
