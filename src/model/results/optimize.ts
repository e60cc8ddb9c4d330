/**
 * The results of `optimize`: a proposed week, what the simulator says of it beside the present one, and how it was found.
 * Gains are positive when patients wait less; every other difference is proposal − present week.
 */
import type { StaffGroup } from '../rules/rules.ts';
import type { Label } from '../scenario.ts';
import type { Modality, PatientClass } from '../vocabulary.ts';
import type { InputToMeasure, Transient, VariantDifferences, Verdict } from './compare.ts';
import type { PlayedSets } from './compare-document.ts';
import type { Estimate } from './estimate.ts';
import type { TwoIntervals } from './levers.ts';
import type { RESULT_VERSION } from './results.ts';

/** Assumption sets that are drawn where nothing else is asked. */
export const USUAL_SETS = 12;

/** One change of the proposed week. */
export interface ProposedChange {
  readonly id: string;
  readonly kind: 'open' | 'close' | 'content' | 'reserve' | 'release' | 'slots' | 'reading';
  readonly site: string;
  readonly modality: Modality | null;
  /** Devices it is done on; empty for reading hours. */
  readonly devices: readonly string[];
  readonly label: Label;
  readonly openedHours: number;
}

/** What a set of changes takes, a week and a year. */
export interface Taken {
  readonly openedHours: number;
  readonly staffHours: Readonly<Record<StaffGroup, number>>;
  readonly eurosPerYear: number;
}

/** A set of changes with what the model says of it and, once played, what the simulator does. */
export interface ProposedWeek {
  readonly changes: readonly ProposedChange[];
  readonly takes: Taken;
  /** Patient-days of waiting saved a week by the linear model. */
  readonly predictedDaysSaved: number;
  /** By simulation, at 95 %, paired with the present week; null when it was not played or cannot be compared. */
  readonly daysSaved: Estimate | null;
  readonly verdict: Verdict | null;
  readonly replications: number;
  /** Guardrails that it demonstrably breaks, and owners of a shared department made to wait longer than theirs allows. */
  readonly broken: readonly Label[];
}

/** How a model was solved: `optimal` is proved, to the gap shown. */
export interface Solved {
  readonly backend: string;
  readonly status: 'optimal' | 'time-limit' | 'infeasible' | 'failed';
  readonly gap: number | null;
  readonly columns: number;
  readonly rows: number;
}

/** The best week within some limits, among those that were simulated and keep their guardrails; else the model's own. */
interface BestWithin {
  readonly week: ProposedWeek | null;
  /** Whether it is the model's own answer: another one did better in the simulation where it is not. */
  readonly isModels: boolean;
  /** How the model solved the question. */
  readonly solved: Solved;
}

/** One rung: the best week with at most so many changes. */
export interface Rung extends BestWithin {
  readonly atMost: number;
}

/** The best week with at most so many hours more than now. */
export interface FrontPoint extends BestWithin {
  readonly addedHours: number;
}

/** A rule that holds the proposal back, and what giving way by one unit would bring: by solving again. */
export interface BindingRule {
  readonly id: string;
  readonly label: Label;
  readonly owner: 'law' | 'staff' | 'budget' | 'rule';
  /** One more hour, change, euro… */
  readonly unit: Label;
  /** Patient-days a week saved by the first unit; its bounds, where a gap was left; null for what the law owns. */
  readonly worth: { readonly perUnit: number; readonly low: number; readonly high: number } | null;
  /** Units over which it is worth as much. */
  readonly from: number;
  readonly to: number;
  readonly isOpen: boolean;
}

/** Patients who hold an appointment in hours that close. */
export interface PatientsToMove {
  readonly site: string;
  readonly modality: Modality;
  readonly class: PatientClass;
  /** On the first day of the new week; null with a single replication. */
  readonly patients: Estimate;
}

/** One turn of the loop. */
export interface Round {
  readonly candidates: number;
  readonly simulations: number;
  /** Of the week that leads after it: patient-days a week. */
  readonly predictedDaysSaved: number;
  readonly simulatedDaysSaved: number;
}

/** How the winner was chosen. */
export interface Selection {
  readonly procedure: 'kn' | 'gsp';
  /** Weeks simulated, and those among which it chose, the present one included. */
  readonly candidates: number;
  readonly finalists: number;
  /** Probability of a wrong choice at most, and the smallest difference that matters, patient-days a week. */
  readonly alpha: number;
  readonly delta: number;
  readonly firstReplications: number;
  readonly mostReplications: number;
  /** False when replications ran out before the procedure had decided. */
  readonly isCertified: boolean;
  /** Within delta of the winner, as far as is known. */
  readonly tied: readonly ProposedWeek[];
}

/** The proposed week beside the present one. */
export interface Proposal extends VariantDifferences {
  readonly week: ProposedWeek;
  /** Patient-days of waiting saved a week. */
  readonly daysSaved: TwoIntervals;
  readonly verdict: Verdict;
  /** Share of the assumption sets in which it saves days; null when none was played. */
  readonly betterInSets: number | null;
  readonly toMeasure: readonly InputToMeasure[];
  readonly transients: readonly Transient[];
  /** Guardrails beyond which the mean of the proof lies, while its interval holds values within: kept or not, it cannot tell. */
  readonly doubtful: readonly Label[];
  readonly toMove: readonly PatientsToMove[];
  /** Comparisons with a limit, on the week that was simulated; none is broken. */
  readonly rulesChecked: number;
}

export interface Infeasible {
  /** Rules that cannot hold together. */
  readonly conflict: readonly { readonly label: Label; readonly owner: BindingRule['owner'] }[];
  readonly isMinimal: boolean;
  /** What to give up, costliest first; empty when nothing that may be given up helps. */
  readonly relaxations: readonly {
    readonly label: Label;
    readonly unit: Label;
    readonly from: number;
    readonly to: number;
  }[];
}

/** A target asked for, and the delay found. */
export interface TargetAnswer {
  readonly site: string;
  readonly modality: Modality;
  readonly class: PatientClass;
  readonly days: number;
  /** First available, mean days, now and in the proposal. */
  readonly now: Estimate | null;
  readonly proposed: Estimate | null;
  readonly isReached: boolean;
}

export interface OptimizeResult {
  readonly stage: 'first' | 'selected' | 'assumptions';
  readonly seed: string;
  readonly weeks: number;
  readonly warmupWeeks: number;
  /** Of the simulation intervals of the proposal. */
  readonly level: number;
  /** Rules that were ours, not stated. */
  readonly assumedRules: readonly Label[];
  /** Changes there were to choose from. */
  readonly choices: number;
  /** The best week so far by the replications it was chosen on; null where the present one is. */
  readonly leader: ProposedWeek | null;
  /** Proved better than the present week; null where none is, where none is possible, and in the first answer. */
  readonly proposal: Proposal | null;
  readonly targets: readonly TargetAnswer[];
  readonly ladder: readonly Rung[];
  readonly front: readonly FrontPoint[];
  readonly binding: readonly BindingRule[];
  readonly selection: Selection | null;
  readonly rounds: readonly Round[];
  readonly sets: PlayedSets | null;
  readonly infeasible: Infeasible | null;
  readonly notConsidered: readonly Label[];
}

export interface OptimizeDocument extends OptimizeResult {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'optimize';
  readonly scenario: { readonly name: Label; readonly hash: string };
}

/** One room, hours in any amount: what `optimize --relaxed` gives. */
export interface RelaxedDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'optimize --relaxed';
  readonly scenario: { readonly name: Label; readonly hash: string };
  readonly device: string;
  readonly solved: Solved;
  /** Amount 0..1 (more for alike devices) of each change that is used at all. */
  readonly amounts: readonly { readonly change: ProposedChange; readonly amount: number }[];
  readonly takes: Taken;
  /** By the linear model: nothing was simulated. */
  readonly predictedDaysSaved: number;
  readonly assumedRules: readonly Label[];
}
