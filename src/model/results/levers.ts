/**
 * The results of `levers`: what each lever would bring, alone and with others, how sure that is, and what would settle
 * the order. Gains are positive when patients wait less; every other difference is variant − base.
 */
import type { Label } from '../scenario.ts';
import type { Modality } from '../vocabulary.ts';
import type {
  AssumptionInterval,
  Department,
  HeadlineDifference,
  InputToMeasure,
  Verdict,
} from './compare.ts';
import type { PlayedSets } from './compare-document.ts';
import type { Estimate } from './estimate.ts';
import type { RESULT_VERSION } from './results.ts';

/** A number with what the simulation and the assumption sets say of it. */
export interface TwoIntervals {
  /** At the level of the document, corrected for the number of levers. */
  readonly estimate: Estimate;
  /** Null until the sets are played, or where some set gives no number. */
  readonly assumptions: AssumptionInterval | null;
}

/** A lever, whatever the place: texts as the lever says them. */
export interface LeverFacts {
  readonly id: string;
  readonly name: Label;
  readonly assumption: Label;
  readonly evidence: {
    readonly mark: 'source' | 'public' | 'study' | 'derived' | 'unverified';
    readonly text: Label;
  };
  readonly effort: 'small' | 'medium' | 'large';
  /** It makes things worse: listed, never counted as first. */
  readonly isNegative: boolean;
}

/** A lever at a place. */
export interface CaseFacts {
  readonly id: string;
  readonly lever: string;
  readonly site: string;
  readonly modalities: readonly Modality[];
  readonly device: string | null;
  readonly what: Label;
  readonly strength: {
    readonly value: number;
    readonly range: readonly [low: number, high: number];
    readonly unit: Label;
  };
}

/** In how many of the assumption sets it is first, 0..1, by each measure; null where it is not among those compared. */
export interface FirstShares {
  readonly daysSaved: number | null;
  readonly perStaffedHour: number | null;
  readonly perThousandEuros: number | null;
}

/** What one lever, or several together, would bring. */
export interface LeverMeasure {
  /** Departments played: those touched, and those a flow or a reading queue ties to them. */
  readonly departments: readonly Department[];
  /** Patient-days of waiting saved a week, A and H, those who book in the base; null when not comparable. */
  readonly daysSaved: TwoIntervals | null;
  /** On the patient-days of waiting: `lower` is a gain. */
  readonly verdict: Verdict;
  /** Staff hours a week, all trades; negative where hours are given back. */
  readonly staffedHoursPerWeek: number;
  readonly technologistHoursPerWeek: number;
  readonly radiologistHoursPerWeek: number;
  readonly secretaryHoursPerWeek: number;
  /** One-off costs spread over their years, staff included. */
  readonly eurosPerYear: number;
  /** Patient-days saved for one staffed hour; null where no hour is taken. */
  readonly perStaffedHour: TwoIntervals | null;
  /** Patient-days saved for a thousand euros; null where nothing is spent. */
  readonly perThousandEuros: TwoIntervals | null;
  /** First available, mean days, of classes A and H of the departments played. */
  readonly delays: readonly HeadlineDifference[];
  /** Emergency wait, delay of inpatients, 80th percentile of reports, overtime. */
  readonly guardrails: readonly HeadlineDifference[];
  /** Of the delays, the one that gains least or loses most. */
  readonly worstClass: HeadlineDifference | null;
  /** Of patient-days, base and variant, over replications; null below 3. */
  readonly correlation: number | null;
  /** How many times more replications independent draws would need. */
  readonly pairingGain: number | null;
  readonly first: FirstShares;
}

export interface RankedLever extends CaseFacts, LeverMeasure {
  /** From 1, by patient-days saved; null where not comparable. */
  readonly rank: number | null;
}

/** Two or three of the best levers used together. */
export interface LeverCombination extends LeverMeasure {
  /** `a + b`. */
  readonly id: string;
  /** Ids of the cases, in the order they are applied. */
  readonly cases: readonly string[];
  /** Gain together − sum of the gains alone, patient-days a week; negative: they take from each other. */
  readonly interaction: TwoIntervals | null;
  /** `none`: they share no department, so that nothing can pass between them and nothing was simulated. */
  readonly interactionVerdict: 'helps' | 'takes' | 'not-demonstrated' | 'none' | 'not-comparable';
}

export interface NotRankedLever {
  readonly lever: string;
  readonly site: string;
  readonly modality: Modality | null;
  readonly device: string | null;
  /** Completes “not rankable without”. */
  readonly without: Label;
}

/** Whether the order of the leaders holds over the assumption sets. */
export interface LeadersOrder {
  /** The lever that saves most; null when none demonstrably saves any. */
  readonly first: string | null;
  /** The one that would be first where it is not. */
  readonly second: string | null;
  /** Share of the sets in which `first` is first, 0..1; null before the sets. */
  readonly firstShare: number | null;
  /** Below this share the order of the leaders is not established. */
  readonly threshold: number;
  readonly isEstablished: boolean;
  /** Inputs that go with the gap between the two, most telling first; a path `levers.ID.strength` is a lever's own. */
  readonly toMeasure: readonly InputToMeasure[];
}

/** A cost used, to be replaced by the site's own. */
export interface CostUsed {
  readonly id: string;
  readonly value: number;
  readonly range: readonly [low: number, high: number];
  readonly unit: Label;
  readonly mark: 'source' | 'public' | 'study' | 'derived' | 'unverified';
  readonly source: Label;
}

export interface LeversResult {
  /** How far it is: few replications, all of them, with the assumption sets, with the combinations. */
  readonly stage: 'first' | 'simulated' | 'assumptions' | 'combined';
  readonly seed: string;
  readonly weeks: number;
  readonly warmupWeeks: number;
  /** Of each lever, the fewest; leaders may have more. */
  readonly replications: number;
  /** Of each simulation interval: 1 − 0.05 ÷ the number of levers. */
  readonly level: number;
  readonly levers: readonly LeverFacts[];
  /** Best first; negative levers in their place. */
  readonly ranked: readonly RankedLever[];
  readonly notRankable: readonly NotRankedLever[];
  /** Pairs, then triples, best first; empty when not asked for. */
  readonly combinations: readonly LeverCombination[];
  readonly order: LeadersOrder;
  /** Null when no set was asked for. */
  readonly sets: PlayedSets | null;
  readonly costs: readonly CostUsed[];
  /** Whom the staff hours count, assumed. */
  readonly staffing: Label;
}

/** The document `levers --json` prints. */
export interface LeversDocument extends LeversResult {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'levers';
  readonly scenario: { readonly name: Label; readonly hash: string };
}
