/**
 * What a sum does not see: the department whose residents wait longest, the delay four inhabitants in five do not exceed, the
 * minutes of travel; each when all is open.
 *
 * A department waits as long as its longer modality. The days of its residents are the patient-days waited at every implantation
 * of the modality, shared out by who asks there today, divided by their requests. Shares after requests have moved would be a product of decisions; with those of today all
 * departments together still wait what the region waits, and those who move are counted where they came from.
 */
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import { COLUMNS } from './columns.ts';
import { type Draft, rounded, type Term } from './draft.ts';
import { counterLabel, UNITS, withWords } from './names.ts';
import { type PhaseMoves, sumDrawn, sumOver } from './rows-flows.ts';

/** Share of the inhabitants that the P80 may leave out. */
const LEFT_OUT = 0.2;

/** The days of the residents of a department for a modality: terms, and a number never passed. */
interface Days {
  readonly department: string;
  readonly modality: Modality;
  readonly terms: readonly Term[];
  readonly most: number;
}

/** Requests of the residents of a department when all is open. */
const requestsOf = ({ problem, phases }: Draft, department: string, modality: Modality): number =>
  problem.demand
    .filter((one) => one.department === department && one.modality === modality)
    .flatMap(({ requests }) => [...requests.values()])
    .reduce((sum, one) => sum + phases.at(-1)!.growth[modality] * one, 0);

function daysOf(draft: Draft, department: string, modality: Modality): readonly Days[] {
  const asked = requestsOf(draft, department, modality);
  if (asked === 0) return [];
  const open = draft.phaseModes.filter(
    ({ phase, mode }) => phase === draft.phases.at(-1) && mode.place.of.modality === modality,
  );
  const terms: Term[] = [];
  let most = 0;
  for (const { mode, waited, lines, perPlace } of open) {
    const share = mode.place.shares.get(department) ?? 0;
    const value = rounded(share / asked);
    if (value === 0) continue;
    terms.push([waited, value]);
    // As full as it can be, every place taken.
    const places = mode.places + mode.mostBlocks * mode.place.of.placesPerBlock;
    const highest = Math.max(...lines.map(({ slope, intercept }) => slope * perPlace + intercept));
    most += value * Math.max(0, highest) * places;
  }
  return [{ department, modality, terms, most }];
}

/** The column of what is measured, held under the bound that is asked, and the rows that define it. */
export function addEquity(draft: Draft, moves: readonly PhaseMoves[]): void {
  const { ask, builder } = draft;
  const { kind } = ask.equity;
  if (kind === 'none') return;
  const isTravel = kind === 'travel';
  const measured = {
    id: COLUMNS.measure,
    label: {
      worst: {
        en: 'days of the department that waits longest',
        fr: 'jours du département qui attend le plus',
      },
      p80: {
        en: 'days that four inhabitants in five do not exceed',
        fr: 'jours que quatre habitants sur cinq ne dépassent pas',
      },
      travel: { en: 'mean minutes of travel of a request', fr: 'minutes de trajet moyennes d’une demande' },
    }[kind],
    unit: isTravel ? UNITS.minutes : UNITS.days,
  };
  builder.column({ ...measured, cost: ask.goal === 'equity' ? 1 : 0 });
  if (isTravel) addTravel(draft, moves);
  else addDays(draft, kind);
  if (ask.within === null) return;
  const within = Math.round(ask.within * 10) / 10;
  builder.row({
    ...measured,
    label: {
      en: `${measured.label.en}: no more than ${within}`,
      fr: `${measured.label.fr} : pas plus de ${within}`,
    },
    id: 'equity',
    upper: ask.within,
    terms: [[COLUMNS.measure, 1]],
  });
}

function addDays(draft: Draft, kind: 'worst' | 'p80'): void {
  const { builder, problem } = draft;
  for (const { code, population } of problem.departments) {
    const both = MODALITIES.flatMap((modality) => daysOf(draft, code, modality));
    if (both.length === 0) continue;
    if (kind === 'p80')
      builder.column({
        id: COLUMNS.left(code),
        label: { en: `${code} is left out`, fr: `${code} est laissé de côté` },
        unit: UNITS.choices,
        // Who is more than one in five cannot be.
        upper: population <= LEFT_OUT * inhabitantsOf(draft) ? 1 : 0,
        isInteger: true,
      });
    for (const { modality, terms, most } of both)
      builder.row({
        id: `days/${code}/${modality}`,
        label: withWords(counterLabel(code, modality), {
          en: 'days of its residents',
          fr: 'jours de ses habitants',
        }),
        unit: UNITS.days,
        upper: 0,
        terms: [
          ...terms,
          [COLUMNS.measure, -1],
          ...(kind === 'p80' ? [[COLUMNS.left(code), -most] as const] : []),
        ],
      });
  }
  if (kind === 'worst') return;
  builder.row({
    id: 'left-out',
    label: {
      en: 'one inhabitant in five at most is left out',
      fr: 'un habitant sur cinq au plus est laissé de côté',
    },
    unit: UNITS.inhabitants,
    upper: LEFT_OUT * inhabitantsOf(draft),
    terms: problem.departments
      .filter(({ code }) => MODALITIES.some((modality) => requestsOf(draft, code, modality) > 0))
      .map(({ code, population }): Term => [COLUMNS.left(code), population]),
  });
}

const inhabitantsOf = ({ problem }: Draft): number =>
  problem.departments.reduce((sum, { population }) => sum + population, 0);

function addTravel(draft: Draft, moves: readonly PhaseMoves[]): void {
  const { problem, places, phases, builder } = draft;
  const { growth } = phases.at(-1)!;
  let [requests, minutes] = [0, 0];
  for (const { of, requests: own } of places)
    for (const [from, count] of own) {
      requests += count * growth[of.modality];
      minutes += count * growth[of.modality] * problem.minutes(from, of.id);
    }
  if (requests === 0) return;
  const { into, out } = moves.at(-1)!;
  const coming = into.map((one): Term => {
    const travelled = sumDrawn(one, (from) => problem.minutes(from, one.place.of.id));
    return [one.column, -rounded(travelled / requests)];
  });
  const leaving = out.map((one): Term => {
    const travelled = sumOver(one, ({ of }) => problem.minutes(one.from, of.id));
    return [one.column, rounded(travelled / requests)];
  });
  builder.row({
    id: 'travel',
    label: { en: 'minutes of travel', fr: 'minutes de trajet' },
    unit: UNITS.minutes,
    lower: minutes / requests,
    terms: [[COLUMNS.measure, 1], ...coming, ...leaving],
  });
}
