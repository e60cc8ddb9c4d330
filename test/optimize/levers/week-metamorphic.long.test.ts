/**
 * What must happen to delays when a lever of the week is pulled. Patient by patient where everybody accepts the first place
 * and all slots are equal; elsewhere by the one-sided 99 % interval of the paired mean.
 */
import fc from 'fast-check';
import jStat from 'jstat';
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../src/engine/compile.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { device, flow, type Played, play, playPlan, scenarioOf, vacation } from '../../engine/play.ts';
import { hospital, onCall, pulled } from './week-cases.ts';

describe('more opening gives no booked patient a later appointment', () => {
  it.each(['evening:d', 'saturday:d', 'on-call-start:d:later'])('%s', (id) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 60, max: 170 }), (seed, perWeek) => {
        const base = scenarioOf({
          devices: [device({ week: [vacation({ to: '18:00' }), onCall()] })],
          flows: [flow({ 'per-week': perWeek, horizon: 300 })],
        });
        const [before, after] = [base, pulled(id, base)].map((scenario) =>
          play(scenario, 10, String(seed))
            .records.filter((one) => one.flow === 'a')
            .sort((a, b) => a.requested - b.requested),
        );
        expect(after!.length).toBe(before!.length);
        before!.forEach((one, n) => {
          expect(after![n]!.requested).toBe(one.requested);
          expect(after![n]!.appointment).toBeLessThanOrEqual(one.appointment!);
        });
      }),
      { numRuns: 12, seed: 1 },
    );
  });
});

describe('in a short paired simulation, at 99 % on one side', () => {
  const RUNS = 5;
  const WEEKS = 39;
  const played = new Map<Scenario, readonly Played[]>();

  const playAll = (scenario: Scenario): readonly Played[] => {
    const plan = compileScenario(scenario, WEEKS);
    const runs =
      played.get(scenario) ?? Array.from({ length: RUNS }, (_, n) => playPlan(plan, String(n + 1)));
    played.set(scenario, runs);
    return runs;
  };

  /** Bounds of the mean change of a number, base and lever with the same draws. */
  function change(base: Scenario, after: Scenario, of: (run: Played) => number | null) {
    const [before, now] = [playAll(base), playAll(after)];
    const differences = before.map((run, n) => of(now[n]!)! - of(run)!);
    const average = differences.reduce((sum, one) => sum + one, 0) / RUNS;
    const squares = differences.reduce((sum, one) => sum + (one - average) ** 2, 0);
    const half = jStat.studentt.inv(0.99, RUNS - 1) * Math.sqrt(squares / (RUNS - 1) / RUNS);
    return { low: average - half, high: average + half };
  }

  const delay =
    (modality: 'ct' | 'mri', patientClass: 'A' | 'H', site = 'ch') =>
    (run: Played) =>
      run.modality(site, modality).access[patientClass].mean;

  it.each([
    ['evening:irm', 'mri', 'A'],
    ['evening:scanner', 'ct', 'A'],
    ['saturday:scanner', 'ct', 'A'],
    ['on-call-start:scanner:later', 'ct', 'A'],
    ['staff-hours-ct-to-mri:irm', 'mri', 'A'],
    ['technologist:ch/ct', 'ct', 'A'],
    ['inpatient-reserve:scanner:larger', 'ct', 'H'],
    ['inpatient-reserve:scanner:smaller', 'ct', 'A'],
    ['reserve-release:scanner:3', 'ct', 'A'],
  ] as const)('%s shortens the delay in %s for class %s', (id, modality, patientClass) => {
    expect(change(hospital, pulled(id), delay(modality, patientClass)).high).toBeLessThan(0);
  });

  it.each([
    ['on-call-start:scanner:earlier', 'ct', 'A'],
    ['staff-hours-ct-to-mri:irm', 'ct', 'A'],
    ['inpatient-reserve:scanner:smaller', 'ct', 'H'],
    ['reserve-release:scanner:3', 'ct', 'H'],
    ['emergency-places:scanner', 'ct', 'A'],
    ['emergency-places:irm', 'mri', 'A'],
  ] as const)('%s lengthens the delay in %s for class %s', (id, modality, patientClass) => {
    expect(change(hospital, pulled(id), delay(modality, patientClass)).low).toBeGreaterThan(0);
  });

  it('a week of breakdown lengthens the delay', () => {
    const short = { ...hospital, run: { ...hospital.run, weeks: WEEKS } };
    const after = pulled('breakdown-week:irm', short);
    expect(change(hospital, after, delay('mri', 'A')).low).toBeGreaterThan(0);
  });

  it('partners who share their places wait less where one has too few and the other too many', () => {
    const base = scenarioOf({
      devices: [
        device({ week: [vacation(), vacation({ from: '13:00', to: '17:00', type: 'liberal', owner: 'x' })] }),
      ],
      flows: [
        flow({ 'per-week': 70, accept: { tau: '10d' } }),
        flow({ id: 'b', owner: 'x', 'per-week': 10 }),
      ],
    });
    const after = pulled('open-vacation:s/ct:owners', base);
    expect(change(base, after, delay('ct', 'A', 's')).high).toBeLessThan(0);
  });

  it('a specialty vacation with places left shortens the delay of the others once it is open to them', () => {
    const base = scenarioOf({
      exams: { k: { modality: 'ct' }, l: { modality: 'ct' } },
      devices: [
        device({ week: [vacation(), vacation({ from: '13:00', to: '17:00', accepts: { exams: ['k'] } })] }),
      ],
      flows: [
        flow({ 'per-week': 70, exams: { l: 1 }, accept: { tau: '10d' } }),
        flow({ id: 'b', 'per-week': 10, exams: { k: 1 } }),
      ],
    });
    const after = pulled('open-vacation:d:exams', base);
    expect(change(base, after, delay('ct', 'A', 's')).high).toBeLessThan(0);
  });

  it('more reading hours bring reports sooner', () => {
    const base = scenarioOf({
      sites: [
        {
          id: 's',
          reading: { week: [{ days: 'mon-fri', from: '12:00', to: '14:00' }], minutes: { ct: 20 } },
        },
      ],
      devices: [device()],
      flows: [flow()],
    });
    const after = pulled('reading-hours:s', base);
    const report = (run: Played) => run.modality('s', 'ct').report.A.p80;
    expect(change(base, after, report).high).toBeLessThan(0);
  });

  it('one diary shortens the delay of those kept to a full device', () => {
    const base = scenarioOf({
      devices: [device({ id: 'd1' }), device({ id: 'd2' })],
      flows: [
        flow({ devices: ['d1'], 'per-week': 70, accept: { tau: '10d' } }),
        flow({ id: 'b', devices: ['d2'], 'per-week': 10 }),
      ],
    });
    const after = pulled('shared-diary:s/ct:diary', base);
    expect(change(base, after, delay('ct', 'A', 's')).high).toBeLessThan(0);
  });

  /** Open at day, on-call at any other hour: nobody waits for Monday. */
  const nights = (presence: 'garde' | 'astreinte') => [
    vacation({ to: '18:00' }),
    onCall({ days: 'mon-sun', to: '08:00', presence, ...(presence === 'garde' ? {} : { 'call-in': 40 }) }),
    onCall({ days: 'sat-sun', from: '08:00', to: '18:00' }),
  ];
  const emergencies = flow({ id: 'u', class: 'U', 'walk-in': true, 'per-week': 60, profile: 'flat' });
  const emergency = (presence: 'garde' | 'astreinte') =>
    scenarioOf({ devices: [device({ week: nights(presence) })], flows: [flow(), emergencies] });
  const wait = (run: Played) => run.device('d').wait.U.mean;

  it('nights in two parts shorten the wait of emergencies where the team was at home, lengthen it where it was on site', () => {
    const [home, onSite] = [emergency('astreinte'), emergency('garde')];
    expect(change(home, pulled('two-part-nights:d', home), wait).high).toBeLessThan(0);
    expect(change(onSite, pulled('two-part-nights:d', onSite), wait).low).toBeGreaterThan(0);
  });

  it('an emergency vacation shortens the wait of emergencies', () => {
    const base = emergency('astreinte');
    expect(change(base, pulled('emergency-vacation:d', base), wait).high).toBeLessThan(0);
  });

  it('one queue for two rooms shortens the wait of emergencies', () => {
    const week = nights('garde');
    const base = scenarioOf({
      devices: [device({ id: 'd1', week }), device({ id: 'd2', week })],
      flows: [flow({ 'per-week': 250 }), { ...emergencies, 'per-week': 120 }],
    });
    const all = (run: Played) => (run.device('d1').wait.U.mean! + run.device('d2').wait.U.mean!) / 2;
    expect(change(base, pulled('shared-diary:s/ct:queue', base), all).high).toBeLessThan(0);
  });
});
