/** A small department, and levers whose effect is known by how they are made. */

import type { Scenario } from '../../../src/model/scenario.ts';
import type { Lever, LeverCase, Resources, Strength } from '../../../src/optimize/levers/lever.ts';
import { resources } from '../../../src/optimize/levers/practice-edit.ts';
import { device, flow, scenarioOf, vacation } from '../../engine/play.ts';

const TAU = { tau: 10, range: [5, 20] as [number, number], source: 'test' };

/** A scanner of 60 places a week asked for 75 times; patients put up with about 10 days, which is assumed. */
export const small = (parts: Partial<Parameters<typeof scenarioOf>[0]> = {}): Scenario =>
  scenarioOf({
    devices: [device({ week: [vacation()] })],
    flows: [flow({ 'per-week': 75, accept: TAU, backlog: { delay: 2 } })],
    run: { weeks: 20, seed: 7 },
    ...parts,
  });

/** The same scanner, and an MRI beside it that no flow ties to it. */
export const two = (): Scenario =>
  small({
    devices: [device(), device({ id: 'm', modality: 'mri' })],
    flows: [
      flow({ 'per-week': 75, accept: TAU, backlog: { delay: 2 } }),
      flow({ id: 'b', modality: 'mri', 'per-week': 75, accept: TAU, backlog: { delay: 2 } }),
    ],
  });

const both = (text: string) => ({ en: text, fr: text });
const EXACT: Strength = { value: 1, range: [1, 1], unit: both('x') };

/** A lever on the requests of one flow: `strength` × `share` of them go, or come where it is negative. */
export function demandLever(
  id: string,
  share: number,
  parts: {
    readonly flow?: string;
    readonly modality?: 'ct' | 'mri';
    readonly strength?: Strength;
    readonly takes?: Resources;
    readonly isNegative?: boolean;
  } = {},
): Lever {
  const { flow: name = 'a', modality = 'ct', strength = EXACT, takes = resources({}) } = parts;
  const one: LeverCase = {
    id: `${id}:s`,
    lever: id,
    site: 's',
    modalities: [modality],
    device: null,
    what: both(id),
    strength,
    resources: () => takes,
    apply: (scenario, pulled) => ({
      ...scenario,
      flows: scenario.flows.map((own) =>
        own.id === name ? { ...own, perWeek: own.perWeek * (1 - share * pulled) } : own,
      ),
    }),
  };
  return {
    id,
    name: both(id),
    assumption: both(id),
    evidence: { mark: 'unverified', text: both(id) },
    effort: 'small',
    isNegative: parts.isNegative ?? false,
    cases: () => ({ cases: [one], notRankable: [] }),
  };
}
