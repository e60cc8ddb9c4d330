/** Every indicator that passage records can give is recomputed from them, and must be equal. */
import { describe, expect, it } from 'vitest';
import { round12 } from '../../src/model/estimate.ts';
import { Experiment } from '../../src/stats/experiment.ts';
import { placesOf, play, scenarioFiles, scenarioNamed } from './play.ts';
import { recomputeDevice, recomputeModality } from './recompute.ts';

const WEEKS = 8;

/** The numbers of a tree to 12 digits: sums may be made in another order. */
function rounded(tree: unknown): unknown {
  if (typeof tree === 'number') return round12(tree);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, rounded(value)]));
}

describe.each(scenarioFiles())('recomputed from the records of %s', (name) => {
  const scenario = scenarioNamed(name);
  const played = play(scenario, WEEKS);

  it('volumes, waits, occupancy, overtime and opening of each device are equal', () => {
    for (const { id } of scenario.devices) {
      const measured = played.device(id);
      const { occupancy, ...expected } = recomputeDevice(played.records, scenario, id, WEEKS);
      expect(rounded(measured), id).toMatchObject(rounded(expected) as object);
      if (occupancy !== null) expect(rounded(measured.occupancy), id).toEqual(rounded(occupancy));
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
});
