/** The scenario of a calibrated site as a commented YAML file, for people who do not write YAML. */
import { assumptionRanges } from '../../calibrate/assumption-sets.ts';
import type { KnobIntervals } from '../../calibrate/intervals.ts';
import { rawSiteScenario } from '../../calibrate/site-scenario.ts';
import type { Calibrated } from '../../calibrate/solve.ts';
import { round12 } from '../../model/results/estimate.ts';
import { CLASSES } from '../../model/vocabulary.ts';
import type { Language, Text } from '../../report/language.ts';
import { fill } from '../../report/sentence.ts';

const COMMENTS = {
  head: {
    en: 'Written by creneau init. “observed” is what the site knows; what is marked calibrated was found by simulation so that it comes back.',
    fr: 'Écrit par creneau init. « observed » est ce que le site connaît ; ce qui est marqué calibrated a été trouvé par simulation pour le retrouver.',
  },
  defaults: {
    en: 'What is not written here (durations, changeover, late starts, no-shows, patience) comes from the defaults: creneau check lists it.',
    fr: 'Ce qui n’est pas écrit ici (durées, inter-examens, démarrages tardifs, rendez-vous non honorés, patience) vient des valeurs par défaut : creneau check les liste.',
  },
  slots: {
    en: 'Mean slot {slot} min: a mixture of two lengths on the 5-minute grid, in the shares of the flows below.',
    fr: 'Plage moyenne de {slot} min : un mélange de deux durées sur la grille de 5 minutes, dans les parts des flux ci-dessous.',
  },
  week: {
    en: 'One row a vacation. To change it in a spreadsheet: creneau week export.',
    fr: 'Une ligne par vacation. Pour la modifier dans un tableur : creneau week export.',
  },
  demand: {
    en: 'All who ask, those who then decline a distant appointment included. range: 95%, patience (τ, days) anywhere from {a} for ambulatory and from {h} for hospitalised patients, which no number of a site tells.',
    fr: 'Tous ceux qui demandent, y compris ceux qui déclinent ensuite un rendez-vous lointain. range : 95 %, la patience (τ, jours) étant quelconque, {a} pour les ambulatoires et {h} pour les hospitalisés, ce qu’aucun nombre d’un site ne dit.',
  },
  source: {
    en: 'found by creneau init on occupancy and delays',
    fr: 'trouvé par creneau init sur l’occupation et les délais',
  },
  observed: { en: 'given to creneau init', fr: 'donné à creneau init' },
} as const satisfies Readonly<Record<string, Text>>;

/** A value in YAML's flow style; texts between quotes unless they are plain words. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}: ${flow(inner)}`)
      .join(', ')}}`;
  if (typeof value === 'number') return String(round12(value));
  if (typeof value !== 'string') return String(value);
  return /^[A-Za-z][\w.-]*$/.test(value) || /^\d+(\.\d+)?(min|d)$/.test(value)
    ? value
    : JSON.stringify(value);
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/**
 * The text of the file.
 * @param intervals of the latent demands, patience anywhere in its range: written as their ranges.
 */
export function siteFile(
  calibrated: Calibrated,
  intervals: KnobIntervals,
  options: { readonly name: string; readonly isUsualMix: boolean; readonly language: Language },
): string {
  const { numbers, week, knobs, assumptions } = calibrated;
  const { language } = options;
  const say = (text: Text, values = {}) => `# ${fill(text, values, language)}`;
  const { tauA, tauH } = assumptionRanges(numbers.modality);
  const patience = { a: `${tauA[0]}–${tauA[1]}`, h: `${tauH[0]}–${tauH[1]}` };
  const run = { weeks: 104, warmupWeeks: 0, seed: 'init' };
  const raw = rawSiteScenario(numbers, week, knobs, assumptions, run) as unknown as {
    readonly exams: Readonly<Record<string, unknown>>;
    readonly devices: readonly [Readonly<Record<string, unknown>>];
    readonly flows: readonly Readonly<Record<string, unknown>>[];
  };
  const device = numbers.modality === 'ct' ? 'scanner' : 'irm';
  const { slots, week: vacations, 'closed-room': closed } = raw.devices[0];
  const source = fill(COMMENTS.source, {}, language);
  const flows = raw.flows.map(({ 'per-week': perWeek, exams, ...one }) => {
    const interval = one.class === 'A' || one.class === 'H' ? intervals.demand[one.class] : null;
    const range = interval === null ? {} : { range: [rounded(interval.low, 1), rounded(interval.high, 1)] };
    const { accept: _accept, 'no-show': _noShow, ...written } = one;
    const shares = Object.entries(exams as Record<string, number>).map(([id, share]) => [
      id,
      rounded(share, 3),
    ]);
    return {
      ...written,
      'per-week': { value: rounded(perWeek as number, 1), ...range, status: 'calibrated', source },
      exams: Object.fromEntries(shares),
    };
  });
  const mix = Object.fromEntries(
    CLASSES.filter((one) => numbers.mix[one] > 0).map((one) => [one, rounded(numbers.mix[one], 4)]),
  );
  const observed = {
    site: 'site',
    modality: numbers.modality,
    opening: numbers.openingHours,
    passages: numbers.passagesPerWeek,
    ...(options.isUsualMix ? {} : { mix }),
    delay: { A: `${numbers.delayDays.A}d`, ...(numbers.mix.H > 0 ? { H: `${numbers.delayDays.H}d` } : {}) },
    occupancy: numbers.occupancy,
    source: fill(COMMENTS.observed, {}, language),
  };
  return [
    say(COMMENTS.head),
    'creneau: 1',
    `name: ${JSON.stringify(options.name)}`,
    say(COMMENTS.defaults),
    'defaults: anap-2010',
    'run: {weeks: 104, replications: 10, seed: init}',
    '',
    'observed:',
    `  - ${flow(observed)}`,
    '',
    say(COMMENTS.slots, { slot: rounded(knobs.slotMinutes, 1) }),
    `exams: ${flow(raw.exams)}`,
    '',
    'sites:',
    '  - {id: site}',
    '',
    'devices:',
    `  - id: ${device}`,
    '    site: site',
    `    modality: ${numbers.modality}`,
    `    slots: ${flow(slots)}`,
    ...(closed === undefined ? [] : [`    closed-room: ${flow(closed)}`]),
    `    ${say(COMMENTS.week)}`,
    '    week:',
    ...(vacations as readonly unknown[]).map((vacation) => `      - ${flow(vacation)}`),
    '',
    say(COMMENTS.demand, patience),
    'flows:',
    ...flows.map((one) => `  - ${flow(one)}`),
    '',
  ].join('\n');
}
