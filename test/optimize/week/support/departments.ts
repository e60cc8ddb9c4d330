/** Departments the catalogue is tested on: from `scenarios/`, and two made up. */
import type { Scenario } from '../../../../src/model/scenario.ts';
import { device, flow, scenarioNamed, scenarioOf, vacation } from '../../../engine/play.ts';

export const hospital = scenarioNamed('hopital-reference.yaml');
export const sharedMri = scenarioNamed('gie-irm.yaml');
export const everyEffect = scenarioNamed('every-effect.yaml');

/** So many alike MRIs, open 08:00–18:00 on working days, on-call after; inpatients have an hour a day. */
export const alikeMris = (count: number): Scenario =>
  scenarioOf({
    devices: [
      device({
        id: 'irm',
        modality: 'mri',
        count,
        slots: { A: 30, H: 35 },
        week: [
          vacation({
            from: '08:00',
            to: '18:00',
            reserve: [{ for: 'H', minutes: 60, kind: 'fixed', release: 1 }],
          }),
          vacation({ from: '18:00', to: '24:00', type: 'on-call', presence: 'garde' }),
        ],
      }),
    ],
    flows: [
      flow({ id: 'a', modality: 'mri', 'per-week': 200, durations: 24 }),
      flow({ id: 'h', modality: 'mri', class: 'H', 'per-week': 30, durations: 30 }),
      flow({ id: 'u', modality: 'mri', class: 'U', 'per-week': 4, 'walk-in': true }),
    ],
  });

/** An MRI whose evening is for ambulatory patients only, with minutes kept for emergencies in the daytime. */
export const restricted: Scenario = scenarioOf({
  devices: [
    device({
      id: 'irm',
      modality: 'mri',
      week: [
        vacation({ to: '17:00', reserve: [{ for: 'U', minutes: 40 }] }),
        vacation({ from: '17:00', to: '20:00', accepts: { classes: ['A'] } }),
      ],
    }),
  ],
  flows: [
    flow({ id: 'a', modality: 'mri' }),
    flow({ id: 'h', modality: 'mri', class: 'H', 'per-week': 10 }),
    flow({ id: 'u', modality: 'mri', class: 'U', 'per-week': 4, 'walk-in': true }),
  ],
});

export const DEPARTMENTS: readonly (readonly [name: string, scenario: Scenario])[] = [
  ['the reference hospital', hospital],
  ['a shared MRI', sharedMri],
  ['every effect at once', everyEffect],
  ['two alike MRIs', alikeMris(2)],
  ['sessions kept for some', restricted],
];
