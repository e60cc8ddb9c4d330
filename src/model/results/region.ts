/** The results of `region build` and `plan`: a territory, and what added devices and longer opening would bring to whom. */
import type { Label } from '../scenario.ts';
import type { Modality } from '../vocabulary.ts';
import type { AssumptionInterval, InputToMeasure, PairedIndicator, Verdict } from './compare.ts';
import type { Estimate } from './estimate.ts';
import type { TwoIntervals } from './levers.ts';
import type { BindingRule, Solved } from './optimize.ts';
import type { RESULT_VERSION } from './results.ts';

/** What a result rests on: sites drawn from the panel are nobody's. */
export interface Grounds {
  readonly sites: { readonly synthetic: number; readonly real: number };
  readonly devices: { readonly synthetic: number; readonly real: number };
}

/** Counted and simulated beside the published, one quantile of the sites of a modality and class. */
export interface BandRow {
  readonly modality: Modality;
  readonly class: 'A' | 'H';
  readonly quantile: 0.2 | 0.5 | 0.8;
  readonly published: number;
  readonly simulated: Estimate;
  readonly tolerance: number;
  readonly isWithin: boolean;
}

/** A department as built. Requests and exams are ambulatory. */
export interface BuiltDepartment {
  readonly department: string;
  readonly population: number;
  readonly modality: Modality;
  readonly sites: number;
  readonly devices: number;
  readonly requestsPerWeek: number;
  /** Exams of its residents a year for 1 000 inhabitants, all classes. */
  readonly examsPerThousand: number;
  /** Share of the requests of its residents that ask first in another department. */
  readonly leaving: number;
  /** Days offered to its residents, mean over their requests. */
  readonly offeredDays: Estimate;
}

/** One number the region rests on. */
export interface RegionInput {
  readonly id: string;
  readonly label: Label;
  readonly value: number;
  readonly unit: string;
  readonly range: readonly [number, number] | null;
  /** `none`: a change that nobody stated, so that none is made. */
  readonly status: 'source' | 'calibrated' | 'assumed' | 'stated' | 'none';
  readonly source: Label;
}

export interface RegionBuildDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'region build';
  readonly scenario: { readonly name: Label; readonly hash: string };
  readonly balance: { readonly id: string; readonly title: Label };
  readonly seed: string;
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly replications: number;
  readonly grounds: Grounds;
  readonly departments: readonly BuiltDepartment[];
  readonly bands: readonly BandRow[];
  readonly inputs: readonly RegionInput[];
}

/** Devices added at a place. */
export interface PlannedAddition {
  readonly modality: Modality;
  readonly department: string;
  readonly site: string;
  readonly isNewImplantation: boolean;
  readonly isSyntheticSite: boolean;
  readonly devices: number;
  readonly opensAfterWeeks: number;
}

export interface PlannedOpening {
  readonly modality: Modality;
  readonly department: string;
  readonly site: string;
  readonly isSyntheticSite: boolean;
  readonly hoursPerWeek: number;
}

/** A site whose on-call hours close, its patients of the night going to another. */
export interface PlannedOnCall {
  readonly closes: string;
  readonly goesTo: string;
  readonly minutes: number;
  readonly movedPerWeek: number;
  readonly freedTechnologistHours: number;
}

export interface RegionTaken {
  readonly devices: number;
  readonly openedHours: number;
  readonly technologistHours: number;
  readonly radiologistHours: number;
  readonly eurosPerYear: number;
}

/** A plan with what the model says of it and, once played, what the simulator does. Days a week. */
export interface PlannedRegion {
  readonly additions: readonly PlannedAddition[];
  readonly openings: readonly PlannedOpening[];
  readonly onCall: readonly PlannedOnCall[];
  readonly takes: RegionTaken;
  /** Patient-days saved a week once all is open: waiting offered and unmet requests, by the model. */
  readonly predictedDaysSaved: number;
  readonly predictedWorstDays: number;
  /** By simulation, 95 %, paired with the present; null when not played. */
  readonly daysSaved: Estimate | null;
  readonly worstDays: Estimate | null;
  readonly verdict: Verdict | null;
}

/** Residents of a department before and after; ambulatory. */
export interface ResidentRow {
  readonly department: string;
  readonly population: number;
  readonly modality: Modality;
  /** Mean days to the first place offered where they ask. */
  readonly offeredDays: PairedIndicator & { readonly assumptions: AssumptionInterval | null };
  /** Requests a week that no site gave an appointment. */
  readonly unmetPerWeek: PairedIndicator & { readonly assumptions: AssumptionInterval | null };
  /** Minutes of travel of those booked. */
  readonly travelMinutes: PairedIndicator;
}

/** Who fills what is added. */
export interface Refill {
  readonly modality: Modality;
  /** Appointments a week the plan adds. */
  readonly addedPlaces: Estimate;
  /** Share taken by requests that got no appointment before, 0..1; the rest stays free and shortens delays. */
  readonly latentShare: TwoIntervals;
  /** Relative change of the mean delay for 1 % more places. */
  readonly elasticity: TwoIntervals | null;
  /** What years of surveys show, to compare with. */
  readonly surveys: {
    readonly elasticity: number;
    readonly low: number;
    readonly high: number;
    readonly text: Label;
  } | null;
}

/** One more of a cap, by solving again. Legal: said, never relaxed. */
export interface CapWorth {
  readonly department: string;
  readonly modality: Modality;
  readonly counter: 'devices' | 'sites';
  readonly left: number;
  readonly used: number;
  /** Patient-days saved a week by one more; bounds where a gap was left; null where the model gave no answer. */
  readonly worth: { readonly perUnit: number; readonly low: number; readonly high: number } | null;
}

/** A point between the best total and the best for the worst off. */
export interface EquityPoint {
  readonly plan: PlannedRegion;
  /** Bound on the equity measure it was solved under; null for the best total. */
  readonly within: number | null;
  readonly solved: Solved;
}

/** Why what is asked of equity cannot be had. */
export interface PlanConflict {
  /** The bound asked first, then the rules that cannot hold with it. */
  readonly rules: readonly { readonly label: Label; readonly owner: BindingRule['owner'] }[];
  /** It was shown that without any one of them the others can hold. */
  readonly isMinimal: boolean;
  /** What was asked, and what no plan goes below under all the rules; null where that was not proved. */
  readonly asked: number;
  readonly reachable: number | null;
}

export interface RegionPlanDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'plan';
  readonly scenario: { readonly name: Label; readonly hash: string };
  readonly balance: { readonly id: string; readonly title: Label };
  readonly stage: 'model' | 'simulated' | 'assumptions';
  readonly seed: string;
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly replications: number;
  readonly level: number;
  readonly grounds: Grounds;
  readonly equity: 'none' | 'worst' | 'p80' | 'travel';
  readonly solved: Solved;
  /** Left out, or null, where what is asked can be had. */
  readonly conflict?: PlanConflict | null;
  /** Null when nothing helps, or nothing is allowed. */
  readonly proposal: PlannedRegion | null;
  /** Patient-days a week: mean offered delay × requests, plus the unmet at their weight. */
  readonly daysSaved: TwoIntervals | null;
  readonly betterInSets: number | null;
  readonly residents: readonly ResidentRow[];
  readonly refill: readonly Refill[];
  /** Plans that were played beside the winner. */
  readonly others: readonly PlannedRegion[];
  readonly isCertified: boolean;
  readonly tied: number;
  readonly front: readonly EquityPoint[];
  readonly caps: readonly CapWorth[];
  readonly toMeasure: readonly InputToMeasure[];
  readonly sets: { readonly drawn: number; readonly kept: number } | null;
  readonly inputs: readonly RegionInput[];
  readonly notConsidered: readonly Label[];
}
