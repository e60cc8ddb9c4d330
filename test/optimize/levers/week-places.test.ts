/** What the levers that keep, open or share places, add staff or take a device away do, in numbers one can recompute by hand. */
import { describe, expect, it } from 'vitest';
import { mean } from '../../../src/engine/laws/moments.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { departmentSlotSeconds } from '../../../src/optimize/levers/slot-mixture.ts';
import { device, flow, scenarioNamed, scenarioOf, vacation } from '../../engine/play.ts';
import {
  added,
  caseNamed,
  deviceOf,
  HOUR,
  hospital,
  hoursOf,
  idsOf,
  notRankable,
  onCall,
  pulled,
  scanner,
  staffOf,
  weekOf,
} from './week-cases.ts';

describe('reserves', () => {
  const minutesOf = (scenario: Scenario, id: string) => [
    ...new Set(weekOf(scenario, id).flatMap(({ reserves }) => reserves.map(({ seconds }) => seconds / 60))),
  ];
  const releases = (scenario: Scenario, id: string) => [
    ...new Set(
      weekOf(scenario, id).flatMap(({ reserves }) => reserves.map(({ releaseDays }) => releaseDays)),
    ),
  ];

  it('for inpatients grow and shrink by a quarter, to the nearest five minutes', () => {
    expect(minutesOf(hospital, 'scanner')).toEqual([200]);
    expect(minutesOf(pulled('inpatient-reserve:scanner:larger'), 'scanner')).toEqual([250]);
    expect(minutesOf(pulled('inpatient-reserve:scanner:smaller'), 'scanner')).toEqual([150]);
    expect(minutesOf(pulled('inpatient-reserve:irm:larger'), 'irm')).toEqual([130]);
    expect(minutesOf(pulled('inpatient-reserve:irm:smaller'), 'irm')).toEqual([80]);
    expect(minutesOf(pulled('inpatient-reserve:irm:larger'), 'scanner')).toEqual([200]);
  });

  it('for inpatients never grow past their vacation, and shrink to nothing at most', () => {
    const larger = pulled('inpatient-reserve:scanner:larger', hospital, 9);
    expect(minutesOf(larger, 'scanner')).toEqual([9.4 * 60]);
    expect(minutesOf(pulled('inpatient-reserve:scanner:smaller', hospital, 9), 'scanner')).toEqual([0]);
  });

  it('for others than inpatients stay', () => {
    const base = scanner(vacation({ reserve: { A: 60 } }));
    expect(idsOf(base, 'inpatient-reserve')).toEqual([]);
  });

  it('are released one, two or three days before, instead of as now', () => {
    expect(releases(hospital, 'irm')).toEqual([1]);
    expect(idsOf(hospital, 'reserve-release')).toEqual([
      'reserve-release:irm:2',
      'reserve-release:irm:3',
      'reserve-release:scanner:2',
      'reserve-release:scanner:3',
    ]);
    expect(releases(pulled('reserve-release:irm:3'), 'irm')).toEqual([3]);
    expect(releases(pulled('reserve-release:irm:3'), 'scanner')).toEqual([1]);
    const never = scanner(vacation({ reserve: { A: 60 } }));
    expect(idsOf(never, 'reserve-release')).toHaveLength(3);
    expect(releases(pulled('reserve-release:d:1', never), 'd')).toEqual([1]);
  });
});

describe('places for emergencies', () => {
  it('are two slots a working day that nobody books', () => {
    const after = pulled('emergency-places:irm');
    const kept = weekOf(after, 'irm').map(({ day, reserves }) => [day, reserves.at(-1)]);
    const slot = deviceOf(hospital, 'irm').slotSeconds.U;
    const places = { flows: ['irm-U'], seconds: 2 * slot, kind: 'fixed', releaseDays: null };
    expect(kept).toEqual([...[0, 1, 2, 3, 4].map((day) => [day, places]), [5, undefined]]);
  });

  it('are as many as fit beside the other reserves', () => {
    const base = scanner(vacation({ reserve: { A: 190 } }));
    const seconds = (strength: number) =>
      weekOf(pulled('emergency-places:d', base, strength), 'd')[0]!.reserves[1]?.seconds;
    expect([1, 2, 5].map(seconds)).toEqual([1200, 2400, 2400]);
  });

  it('cannot be judged where no emergency is stated', () => {
    const base = scenarioOf({ devices: [device()], flows: [flow()] });
    const missing = notRankable(base).filter(({ lever }) => lever.startsWith('emergency-'));
    expect(missing.map(({ lever, device: id, without }) => [lever, id, without.en])).toEqual([
      ['emergency-places', 'd', 'your emergency requests, by device'],
      ['emergency-vacation', 'd', 'your emergency requests, by device'],
    ]);
  });

  it('an emergency vacation follows the programme, the team of the day staying on', () => {
    const vacations = added(hospital, pulled('emergency-vacation:irm'), 'irm');
    expect(vacations.map(hoursOf)).toEqual([0, 1, 2, 3, 4].map((day) => [day, 18.5, 19.5]));
    for (const one of vacations) {
      expect(one).toMatchObject({ type: 'emergency', classes: [], reserves: [], earlyEndSeconds: 0 });
      expect(one.inserted).toContain('U');
      expect(mean(one.lateStart)).toBe(0);
    }
    expect(staffOf('emergency-vacation:irm')).toEqual({ technologist: 10, radiologist: 5, secretary: 0 });
  });

  it('an emergency vacation takes the place of on-call from home, never of a team on site', () => {
    const base = (presence: 'garde' | 'astreinte') =>
      scanner(vacation({ to: '18:00' }), onCall({ presence }));
    expect(idsOf(base('garde'), 'emergency-vacation')).toEqual([]);
    const after = pulled('emergency-vacation:d', base('astreinte'));
    expect(
      weekOf(after, 'd')
        .slice(0, 3)
        .map((one) => [one.type, ...hoursOf(one)]),
    ).toEqual([
      ['public-scheduled', 0, 8, 18],
      ['emergency', 0, 18, 19],
      ['on-call', 0, 19, 24],
    ]);
  });
});

describe('vacations opened to others', () => {
  const gie = scenarioNamed('gie-irm.yaml');

  it('receive all exams where they received some', () => {
    const before = weekOf(gie, 'irm').filter(({ exams }) => exams !== null);
    expect(before.map(({ day }) => day)).toEqual([4]);
    const after = weekOf(pulled('open-vacation:irm:exams', gie), 'irm');
    expect(after.every(({ exams }) => exams === null)).toBe(true);
  });

  it('are as many as the share asked for', () => {
    const base = scenarioOf({
      exams: { k: { modality: 'ct' }, l: { modality: 'ct' } },
      devices: [
        device({ week: [vacation({ accepts: { exams: ['k'] } }), vacation({ from: '13:00', to: '17:00' })] }),
      ],
      flows: [flow({ exams: { k: 0.5, l: 0.5 } })],
    });
    const open = (share: number) =>
      weekOf(pulled('open-vacation:d:exams', base, share), 'd').filter(({ exams }) => exams === null).length;
    expect([0, 0.4, 1].map(open)).toEqual([5, 7, 10]);
  });

  it('receive all classes, but nobody without a slot there', () => {
    const base = (slots: { A: number; H?: number }) =>
      scenarioOf({
        devices: [
          device({ slots, week: [vacation({ accepts: { classes: ['A'] } }), vacation({ days: 'sat' })] }),
        ],
        flows: [flow(), flow({ id: 'h', class: 'H' })],
      });
    expect(idsOf(base({ A: 20, H: 20 }), 'open-vacation')).toEqual(['open-vacation:d:classes']);
    expect(idsOf(base({ A: 20 }), 'open-vacation')).toEqual([]);
    const after = pulled('open-vacation:d:classes', base({ A: 20, H: 20 }));
    expect(weekOf(after, 'd').every(({ classes }) => classes.includes('H'))).toBe(true);
  });

  it('are shared by the partners of a device: vacations and patients have one owner', () => {
    const after = pulled('open-vacation:gie/mri:owners', gie);
    const owners = (scenario: Scenario) => [
      new Set(
        weekOf(scenario, 'irm')
          .filter(({ type }) => type !== 'maintenance')
          .map(({ owner }) => owner),
      ),
      new Set(scenario.flows.filter(({ walkIn }) => !walkIn).map(({ owner }) => owner)),
    ];
    expect(owners(gie)).toEqual([new Set(['cabinet', 'public']), new Set(['cabinet', 'public'])]);
    expect(owners(after)).toEqual([new Set(['cabinet']), new Set(['cabinet'])]);
  });

  it('are not shared where a partner’s patients are offered another site, nor with research', () => {
    const base = (parts: Partial<Parameters<typeof flow>[0]>, type: 'liberal' | 'research') =>
      scenarioOf({
        sites: [{ id: 's' }, { id: 't' }],
        devices: [
          device({
            week: [
              vacation(),
              vacation({ from: '13:00', to: '15:00', type: 'liberal', owner: 'x' }),
              vacation({ from: '15:00', to: '17:00', type, owner: 'x' }),
            ],
          }),
          device({ id: 'e', site: 't' }),
        ],
        flows: [flow(parts), flow({ id: 'b', owner: 'x' })],
      });
    expect(idsOf(base({}, 'liberal'), 'open-vacation')).toEqual(['open-vacation:s/ct:owners']);
    expect(idsOf(base({ sites: ['s', 't'] }, 'liberal'), 'open-vacation')).toEqual([]);
    expect(idsOf(base({}, 'research'), 'open-vacation')).toEqual([]);
  });
});

describe('one diary', () => {
  const two = (
    parts: Partial<Parameters<typeof device>[0]> = {},
    of: Partial<Parameters<typeof flow>[0]> = {},
  ) =>
    scenarioOf({
      sites: [{ id: 's' }, { id: 't' }],
      devices: [
        device({ id: 'd1' }),
        device({ id: 'd2', ...parts }),
        device({ id: 'far', site: 't' }),
        device({ id: 'irm', modality: 'mri' }),
      ],
      flows: [flow({ devices: ['d1'], ...of }), flow({ id: 'b' }), flow({ id: 'm', modality: 'mri' })],
    });

  it('offers every device of the site to those who were kept to some', () => {
    const after = pulled('shared-diary:s/ct:diary', two());
    expect(after.flows.map(({ devices }) => devices)).toEqual([[], [], []]);
  });

  it('leaves walk-ins, and devices at other sites, as they are', () => {
    const walkIn = two({}, { 'walk-in': true });
    expect(idsOf(walkIn, 'shared-diary')).toEqual(['shared-diary:s/ct:queue']);
    const base = two({}, { sites: ['s', 't'], devices: ['d1', 'far'] });
    const [first] = pulled('shared-diary:s/ct:diary', base).flows;
    expect(first!.devices.map(({ id }) => id)).toEqual(['d1', 'd2', 'far']);
  });

  it('is not offered where a device has no slot for them', () => {
    expect(idsOf(two({ slots: { H: 20 } }, { class: 'A' }), 'shared-diary')).toEqual([
      'shared-diary:s/ct:queue',
    ]);
  });

  it('has one queue where devices receive alike, not where they differ', () => {
    const pools = pulled('shared-diary:s/ct:queue', two()).devices.map(({ pool }) => pool);
    expect(pools).toEqual(['d1', 'd1', 'far', 'irm']);
    expect(idsOf(two({ 'waiting-places': 3 }), 'shared-diary')).toEqual(['shared-diary:s/ct:diary']);
  });
});

describe('one more technologist', () => {
  it('saves the share of the study: 9.7 to 8.0 minutes in the room', () => {
    const { strength } = caseNamed(hospital, 'technologist:ch/ct');
    expect(strength.value).toBe(0.175);
    expect(Math.abs(strength.value - (9.7 - 8) / 9.7)).toBeLessThan(0.0005);
    expect(strength.range[0]).toBeLessThan(strength.value);
    expect(strength.range[1]).toBeGreaterThan((12 - 9.7) / 12);
  });

  it('shortens exams and changeovers by the share, and nothing on the MRI', () => {
    const after = pulled('technologist:ch/ct', hospital, 0.2);
    expect(deviceOf(after, 'scanner').speed).toBe(1 / 0.8);
    expect(mean(deviceOf(after, 'scanner').changeover)).toBeCloseTo(0.8 * 180, 9);
    expect(deviceOf(after, 'irm')).toBe(deviceOf(hospital, 'irm'));
  });

  it('shortens appointments by the minutes saved, on average', () => {
    const base = scenarioOf({
      devices: [device({ slots: { A: 20 }, changeover: 5 })],
      flows: [flow({ durations: 15 })],
      exams: {},
    });
    const place = { site: 's', modality: 'ct' as const };
    const after = pulled('technologist:s/ct', base, 0.1);
    expect(departmentSlotSeconds(base, place)).toBe(1200);
    expect(departmentSlotSeconds(after, place)).toBeCloseTo(1200 - 0.1 * (15 + 5) * 60, 6);
  });

  it('is there for every hour of the programme, and costs nothing else', () => {
    expect(staffOf('technologist:ch/ct')).toEqual({ technologist: 47, radiologist: 0, secretary: 0 });
  });

  it('cannot be judged on an MRI, of which no study is known', () => {
    const missing = notRankable(hospital).filter(({ lever }) => lever === 'technologist');
    expect(missing.map(({ site, modality }) => [site, modality])).toEqual([['ch', 'mri']]);
    expect(idsOf(hospital, 'technologist')).toEqual(['technologist:ch/ct']);
  });
});

describe('reading hours', () => {
  it('go on for an hour after the last window of each working day, with one reader', () => {
    const gie = scenarioNamed('gie-irm.yaml');
    const before = gie.sites[0]!.reading!.windows;
    const after = pulled('reading-hours:gie', gie).sites[0]!.reading!.windows;
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toEqual(
      [0, 1, 2, 3, 4].map((day) => ({ day, fromSeconds: 21 * HOUR, toSeconds: 22 * HOUR, readers: 1 })),
    );
    expect(staffOf('reading-hours:gie', gie)).toEqual({ technologist: 0, radiologist: 5, secretary: 0 });
  });

  it('cannot be judged where the site does not say who reads when', () => {
    const missing = notRankable(hospital).filter(({ lever }) => lever === 'reading-hours');
    expect(missing.map(({ site, without }) => [site, without.en])).toEqual([
      ['ch', 'reading hours or report delays of the site'],
    ]);
  });
});

describe('a week of breakdown', () => {
  it('lies in the weeks measured, however long the warm-up', () => {
    const short = scenarioNamed('hopital-reference.yaml');
    const late: Scenario = { ...short, run: { ...short.run, weeks: 60, warmupWeeks: 34 } };
    expect(pulled('breakdown-week:irm', late).calendar.closures[0]!.fromDay).toBe(7 * 47);
  });

  it('closes the device for five days from the Monday in the middle of the run, unannounced', () => {
    const after = pulled('breakdown-week:irm');
    expect(after.calendar.closures).toEqual([
      { devices: ['irm'], fromDay: 7 * 52, days: 5, announcedDays: 0 },
    ]);
    const short = { ...hospital, run: { ...hospital.run, weeks: 21 } };
    expect(pulled('breakdown-week:irm', short).calendar.closures[0]!.fromDay).toBe(70);
  });

  it('stands among the other closures in order of time', () => {
    const all = scenarioNamed('every-effect.yaml');
    const many = { ...all, run: { ...all.run, weeks: 8 } };
    const days = pulled('breakdown-week:irm-nord', many).calendar.closures.map(({ fromDay }) => fromDay);
    expect(days).toEqual([17, 35, 42, 70]);
  });
});
