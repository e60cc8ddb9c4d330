/**
 * The flows of a region as written: residents who may be booked anywhere, patients who stay at their site. The source of an
 * assumed number is the id of the input it comes from.
 */
import { ln } from '../../engine/math.ts';
import type { Modality } from '../../model/vocabulary.ts';
import { assumptionRanges } from '../assumption-sets.ts';
import { firstStart } from '../panel-device.ts';
import { PANEL_PARAMETERS } from '../panel-parameters.ts';
import { defaultAssumptions } from '../solve.ts';
import { type Agenda, fullness } from './agenda.ts';
import type { ModalityDemand } from './demand.ts';
import { regionRange, regionValue } from './inputs.ts';
import { FIRST_SHARE, SECOND_SHARE } from './slots.ts';
import { examTypes, OWNER } from './write-device.ts';

type Raw = Readonly<Record<string, unknown>>;

const KEPT_DIGITS = 8;
const tidy = (x: number): number => Number(x.toPrecision(KEPT_DIGITS));
const hundredths = (x: number): number => Math.round(x * 100) / 100;

/** Patience, where it is not the usual one: as much of a long delay as the panel assumes. */
function acceptance(modality: Modality, one: 'A' | 'H', tauDays: number, delayDays: number): Raw {
  if (tauDays === defaultAssumptions(modality).tauDays[one]) return {};
  const { tauA, tauH } = assumptionRanges(modality);
  const [low, high] = one === 'A' ? tauA : tauH;
  const [least, most] = PANEL_PARAMETERS['patience-per-delay'].range!;
  const range = [Math.max(low, least * delayDays), Math.max(high, most * delayDays)].map(hundredths);
  return { accept: { tau: hundredths(tauDays), range, status: 'assumed', source: 'patience-per-delay' } };
}

const exams = (modality: Modality): Raw => {
  const [first, second] = examTypes(modality);
  return { [first]: FIRST_SHARE, [second]: SECOND_SHARE };
};

/**
 * Where agendas are filled to at the start, days: the delay, and what more requests will lengthen it by (λ·exp(−d/τ) the
 * same) as far as the agenda is full, so that the run does not have to find it first.
 */
const grownStart = (delayDays: number, tauDays: number, growth: number): number =>
  firstStart(Math.max(0, delayDays + tauDays * fullness(delayDays) * ln(growth)));

/** Flows of residents, booked wherever their list says. */
export function residentFlows(modality: Modality, demand: ModalityDemand, growth: number): readonly Raw[] {
  const { agendas, origins } = demand;
  const scale = {
    value: regionValue('travel-scale'),
    range: regionRange('travel-scale'),
    status: 'assumed',
    source: 'travel-scale',
  };
  return demand.flows().map(({ origin, place, others, minutes, perWeek }) => {
    const { implantation, tauDays } = agendas[place]!;
    const { site, delayDays } = implantation;
    const isAlone = others.length === 0;
    const start = grownStart(delayDays.A, tauDays.A, growth);
    return {
      id: `${site}-${modality}-A-${origins[origin]}`,
      ...(isAlone
        ? { site }
        : { sites: [site, ...others.map((other) => agendas[other]!.implantation.site)] }),
      travel: minutes,
      ...(isAlone ? {} : { 'travel-scale': scale }),
      origin: origins[origin],
      modality,
      class: 'A',
      owner: OWNER,
      'per-week': tidy(perWeek * growth),
      exams: exams(modality),
      ...acceptance(modality, 'A', tauDays.A, delayDays.A),
      backlog: { delay: start },
    };
  });
}

/** Flows that stay at their site: hospitalised patients, intensive care, emergencies. */
export function localFlows(
  { implantation, tauDays, requestsH, inserted }: Agenda,
  factorH: number,
  growth: number,
): readonly Raw[] {
  const { site, modality, devices, delayDays } = implantation;
  const own = { site, modality, owner: OWNER };
  const hospitalised = {
    id: `${site}-${modality}-H`,
    ...own,
    class: 'H',
    'per-week': tidy(requestsH * factorH * growth),
    exams: exams(modality),
    ...acceptance(modality, 'H', tauDays.H, delayDays.H),
    backlog: { delay: grownStart(delayDays.H, tauDays.H, growth) },
  };
  const walkIn = (one: 'R' | 'U'): readonly Raw[] => {
    const perWeek = inserted[one].reduce((sum, count) => sum + count, 0);
    if (perWeek === 0) return [];
    const shares = Object.fromEntries(
      devices.flatMap(({ id }, rank) => (inserted[one][rank]! > 0 ? [[id, tidy(inserted[one][rank]!)]] : [])),
    );
    return [
      {
        id: `${site}-${modality}-${one}`,
        ...own,
        class: one,
        'walk-in': true,
        devices: shares,
        'per-week': tidy(perWeek * growth),
        exams: { [examTypes(modality)[0]]: 1 },
      },
    ];
  };
  return [...(requestsH > 0 ? [hospitalised] : []), ...walkIn('R'), ...walkIn('U')];
}
