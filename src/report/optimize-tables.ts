/** The ladder of changes and the front of added hours: what each week gives by the model and by simulation. */
import type { FrontPoint, OptimizeResult, ProposedWeek, Rung } from '../model/results/optimize.ts';
import { signed } from './difference-words.ts';
import type { Language, Text } from './language.ts';
import { gainBounds } from './lever-words.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { daysOf, solvedWords, timesOf } from './optimize-words.ts';
import { fill } from './sentence.ts';
import type { Style } from './table-layout.ts';

const HEADS = {
  changes: { en: 'changes', fr: 'changements' },
  hours: { en: 'hours', fr: 'heures' },
  euros: { en: 'k€/yr', fr: 'k€/an' },
  model: { en: 'model', fr: 'modèle' },
  saved: { en: 'saved', fr: 'gagnés' },
  simulation: { en: 'simulation', fr: 'simulation' },
  proof: { en: 'how found', fr: 'trouvée' },
} as const satisfies Readonly<Record<string, Text>>;
const AT_MOST: Text = { en: 'at most {count}', fr: 'au plus {count}' };
const PRESENT: Text = { en: 'the present week', fr: 'la semaine actuelle' };
const HOURS: Text = { en: '{hours} h a week', fr: '{hours} h par semaine' };
const NOT_PLAYED: Text = { en: 'not simulated', fr: 'non simulée' };
const NO_WEEK: Text = { en: 'none', fr: 'aucune' };
const BY_SIMULATION: Text = { en: 'by simulation', fr: 'par simulation' };
const BROKEN: Text = { en: 'breaks: {rules}', fr: 'enfreint : {rules}' };

const NOTE: Text = {
  en: 'Model: announced by the linear model. Saved: by simulation. How found: how surely the week is the best of the model; or by simulation, where another one did better there than the model’s own.',
  fr: 'Modèle : ce qu’annonce le modèle linéaire. Gagnés : par simulation. Trouvée : avec quelle certitude la semaine est la meilleure du modèle ; ou par simulation, si une autre y a fait mieux que celle du modèle.',
};
const AGAIN: Text = {
  en: 'The proposed week was then played again on fresh random numbers: the answer above is from those.',
  fr: 'La semaine proposée a ensuite été rejouée sur de nouveaux tirages : la réponse ci-dessus vient de ceux-là.',
};

const LABEL = 22;
const WIDTHS = { changes: 12, hours: 7, euros: 7, model: 8, saved: 8, simulation: 18, proof: 16 } as const;
type Cell = keyof typeof WIDTHS;

/** A row as its cells: what is not known is a dash or a word. */
export interface WeekRow {
  readonly label: string;
  readonly cells: Readonly<Record<Cell, string>>;
  /** True for the week that is proposed. */
  readonly isProposed: boolean;
  /** Guardrails that it breaks, in words; empty when none. */
  readonly broken: string;
}

const sameWeek = (a: ProposedWeek, b: ProposedWeek): boolean =>
  a.changes.length === b.changes.length &&
  a.changes.every(({ id, devices }, rank) => {
    const other = b.changes[rank]!;
    return other.id === id && other.devices.length === devices.length;
  });

function rowOf(
  label: string,
  { week, isModels, solved }: Pick<Rung, 'week' | 'isModels' | 'solved'>,
  proposed: ProposedWeek | null,
  language: Language,
): WeekRow {
  const none = { changes: '—', hours: '—', euros: '—', model: '—', saved: '—', simulation: '' };
  const proof = isModels ? solvedWords(solved, language) : fill(BY_SIMULATION, {}, language);
  if (week === null) {
    const simulation = fill(NO_WEEK, {}, language);
    return { label, cells: { ...none, simulation, proof }, isProposed: false, broken: '' };
  }
  const { changes, takes, predictedDaysSaved, daysSaved, verdict, broken } = week;
  const isShown = verdict === 'lower' || verdict === 'higher';
  const isPresent = changes.length === 0;
  const hours = takes.openedHours;
  return {
    label,
    cells: {
      changes: String(timesOf(week)),
      hours: hours === 0 ? '0' : signed(hours, Number.isInteger(hours) ? 0 : 1, language),
      euros: formatNumber(takes.eurosPerYear / 1000, 1, language),
      model: isPresent ? '—' : daysOf(predictedDaysSaved, language),
      saved: isPresent || daysSaved === null ? '—' : isShown ? daysOf(daysSaved.mean, language) : '≈ 0',
      simulation: isPresent
        ? ''
        : daysSaved === null
          ? fill(NOT_PLAYED, {}, language)
          : gainBounds(daysSaved, language),
      proof,
    },
    isProposed: proposed !== null && sameWeek(week, proposed),
    broken:
      broken.length === 0
        ? ''
        : fill(BROKEN, { rules: broken.map((one) => one[language]).join(', ') }, language),
  };
}

type Shown = Pick<OptimizeResult, 'proposal'>;

/** Why the proposal has another figure in the answer; nothing where there is none. */
export const againNote = ({ proposal }: Shown, language: Language): readonly string[] =>
  proposal === null ? [] : [fill(AGAIN, {}, language)];

/** What the columns of the ladder and the front hold. */
export const rowsNote = (shown: Shown, language: Language): string =>
  [fill(NOTE, {}, language), ...againNote(shown, language)].join(' ');

/** The best week with at most so many changes, rung by rung. */
export const ladderRows = (
  ladder: readonly Rung[],
  { proposal }: Shown,
  language: Language,
): readonly WeekRow[] =>
  ladder.map((rung) => {
    const label =
      rung.atMost === 0 ? fill(PRESENT, {}, language) : fill(AT_MOST, { count: rung.atMost }, language);
    return rowOf(label, rung, proposal?.week ?? null, language);
  });

/** The best week with at most so many hours more. */
export const frontRows = (
  front: readonly FrontPoint[],
  { proposal }: Shown,
  language: Language,
): readonly WeekRow[] =>
  front.map((point) => {
    const { addedHours } = point;
    const hours = addedHours === 0 ? '+0' : `+${formatShort(addedHours, 1, language)}`;
    return rowOf(fill(HOURS, { hours }, language), point, proposal?.week ?? null, language);
  });

const CELLS = Object.keys(WIDTHS) as readonly Cell[];

/** The heads of the columns, in order. */
export const rowHeads = (language: Language): readonly string[] =>
  CELLS.map((cell) => fill(HEADS[cell], {}, language));

/** The cells of a row, in the order of the heads. */
export const rowCells = ({ cells }: WeekRow): readonly string[] => CELLS.map((cell) => cells[cell]);

/** Rows as lines of text; the proposed week with a mark, what it breaks below. */
export function rowLines(rows: readonly WeekRow[], language: Language, style: Style): readonly string[] {
  const line = (label: string, texts: readonly string[]) =>
    (label.padEnd(LABEL) + texts.map((text, rank) => text.padStart(WIDTHS[CELLS[rank]!])).join('')).trimEnd();
  return [
    style.dim(line('', rowHeads(language))),
    ...rows.flatMap((row) => {
      const text = line(`${row.isProposed ? '→ ' : '  '}${row.label}`, rowCells(row));
      return [row.isProposed ? style.bold(text) : text, ...(row.broken === '' ? [] : [`    ${row.broken}`])];
    }),
  ];
}
