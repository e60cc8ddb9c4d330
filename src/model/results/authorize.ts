/** The document of `creneau authorize`, as printed by `--json`: the note d’instruction of one or several requests. */
import type { Reading } from '../oqos/balance.ts';
import type { Equipment } from '../oqos/equipment.ts';
import type { AuthorisationRequest, Criterion } from '../oqos/request.ts';
import type { Mark, TextId } from '../oqos/texts.ts';
import type { Label } from '../scenario.ts';
import type { Modality } from '../vocabulary.ts';
import type { Anomaly, OqosRow, ReadingChange } from './oqos.ts';
import type { SimulatedEffect } from './region-effect.ts';
import type { Indicator, RESULT_VERSION } from './results.ts';

/** What a rule answers. None of them is “authorised”. */
export const VERDICTS = [
  'receivable',
  'partly-receivable',
  'not-receivable',
  'outside-count',
  'information-only',
  'authorisation-needed',
  'condition',
  'not-determined',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const RULES_2020 = [
  'new-device-new-site',
  'new-device-existing-site',
  'moved-device',
  'moved-device-between-departments',
  'interventional-scanner',
  'renewal',
  'replacement',
] as const;
export type Rule2020 = (typeof RULES_2020)[number];

export const RULES_2023 = [
  'site-authorisation',
  'device-on-authorised-site',
  'both-kinds',
  'urgent-mri',
  'dedicated-interventional',
  'nuclear-medicine',
  'other-equipment',
  'renewal-2023',
] as const;
export type Rule2023 = (typeof RULES_2023)[number];

/** One counter against what is asked of it. */
export interface CounterTest {
  readonly counter: 'devices' | 'sites' | 'interventional' | 'diagnostic';
  readonly current: number;
  readonly high: number;
  /** Places under the high bound. */
  readonly room: number;
  /** Places beyond it, under an act that declares exceptional needs. */
  readonly exceptional: number;
  readonly asked: number;
  /** Asked places there are. */
  readonly available: number;
}

/** What is worth saying beside the tests. */
export type RuleReason =
  | 'counters'
  | 'no-interventional-quota'
  | 'net-zero-site'
  | 'no-counter'
  | 'site-objectives-unknown'
  | 'site-newness-unknown'
  | 'site-already-equipped'
  | 'devices-unknown'
  | 'up-to-three'
  | 'beyond-three'
  | 'beyond-eighteen'
  | 'kinds-met'
  | 'kinds-missing'
  | 'agreement-met'
  | 'agreement-missing'
  | 'agreement-unknown'
  | 'urgent-mri-on-request'
  | 'declared'
  | 'not-sourced';

export interface RuleOutcome<R extends string = Rule2020 | Rule2023> {
  readonly rule: R;
  readonly verdict: Verdict;
  readonly reason: RuleReason;
  /** Devices of the request that find a place; null where no counter is asked. */
  readonly devicesReceivable: number | null;
  readonly tests: readonly CounterTest[];
  /** Other figures used, by name. */
  readonly figures: Readonly<Record<string, number>>;
  readonly texts: readonly TextId[];
  /** As the least sure of its texts. */
  readonly mark: Mark;
  /** The act under which places beyond the bound are counted; null when none is. */
  readonly act: string | null;
}

/** Beside its competitors: what would be left to it after each other file alone. */
export interface CompetingFile {
  readonly granted: string;
  readonly outcome: RuleOutcome<Rule2020>;
}

/** Files that draw on the same counters, and which of them can all be granted. */
export interface Competition {
  readonly equipment: Equipment;
  readonly departments: readonly string[];
  readonly requests: readonly string[];
  /** Largest sets of files that can be granted together; what becomes of the others then. */
  readonly maximalSets: readonly {
    readonly granted: readonly string[];
    readonly others: readonly { readonly id: string; readonly outcome: RuleOutcome<Rule2020> }[];
  }[];
}

export interface DepartmentRate {
  readonly department: string;
  /** The main figure of the balance. */
  readonly devices: number;
  /** The figure in parentheses; null where none is printed. */
  readonly interventional: number | null;
  readonly population: number | null;
  /** Null where the population is not known. */
  readonly perMillion: number | null;
  readonly roomDevices: number;
  readonly roomSites: number;
}

export interface NeedElements {
  readonly populationYear: number | null;
  readonly departments: readonly DepartmentRate[];
  readonly region: {
    readonly devices: number;
    readonly population: number | null;
    readonly perMillion: number | null;
  };
  /** The department of the request, the request granted for what is receivable. */
  readonly after: {
    readonly devices: number;
    /** Beside the main figure; null where none is printed, or where it is part of it. */
    readonly interventional: number | null;
    readonly perMillion: number | null;
  };
}

/** A simulated scenario beside the request: its delays and occupancy, with 95 % intervals. */
export interface SimulatedNeed {
  readonly file: string;
  readonly name: Label;
  readonly hash: string;
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly replications: number;
  readonly seed: string;
  readonly departments: readonly {
    readonly site: string;
    readonly modality: Modality;
    /** Days to the first place offered, median of the days: ambulatory and hospitalised. */
    readonly firstAvailable: { readonly A: Indicator; readonly H: Indicator };
    readonly declinedPerWeek: Indicator;
  }[];
  readonly devices: readonly {
    readonly device: string;
    readonly modality: Modality;
    readonly scheduledHours: Indicator;
    /** Exam time ÷ scheduled opening. */
    readonly occupancy: Indicator;
  }[];
  readonly unstable: boolean;
  readonly assumed: number;
}

/** One criterion as the file and the balance inform it; no score. */
export interface CriterionRow {
  readonly criterion: Criterion;
  readonly texts: readonly TextId[];
  readonly says: Label | null;
}

export const POINTS = [
  'receivable-is-not-authorised',
  'partly',
  'competitors',
  'move-only',
  'above-high',
  'below-low',
  'row-anomalies',
  'reading-changes-verdict',
  'existing-site-unverified',
  'exceptional-act',
  'population-flows',
  'declared-only',
  'silent',
  'regimes-differ',
  'scenario-other',
  'scenario-assumed',
  'not-determined',
  'filed-before-balance',
  'filed-since-2023',
] as const;
export type PointId = (typeof POINTS)[number];

/** Something an instructor should look at, with its figures. */
export interface PointOfAttention {
  readonly point: PointId;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface InstructedRequest {
  readonly file: string;
  readonly request: AuthorisationRequest;
  readonly regime2020: RuleOutcome<Rule2020>;
  /** Under the other reading of the parentheses; null when nothing changes. */
  readonly otherReading: RuleOutcome<Rule2020> | null;
  readonly regime2023: readonly RuleOutcome<Rule2023>[];
  readonly balanceBefore: readonly OqosRow[];
  /** With the receivable devices of this request alone. */
  readonly balanceAfter: readonly OqosRow[];
  readonly competing: readonly CompetingFile[];
  readonly criteria: readonly CriterionRow[];
  readonly need: NeedElements;
  readonly points: readonly PointOfAttention[];
  readonly anomalies: readonly Anomaly[];
}

/** A request played in its region; null with the reason where it cannot be. */
export interface RequestEffect {
  /** Id. */
  readonly request: string;
  readonly effect: SimulatedEffect | null;
  readonly why: 'not-simulated' | 'no-place' | null;
}

export interface AuthorizeDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'authorize';
  readonly balance: {
    readonly id: string;
    readonly title: Label;
    readonly region: Label;
    readonly effective: string | null;
  };
  readonly interventional: Reading;
  readonly requests: readonly InstructedRequest[];
  readonly competitions: readonly Competition[];
  readonly readingChanges: readonly ReadingChange[];
  readonly simulated: SimulatedNeed | null;
  /** One a request, where a region was given. */
  readonly effects?: readonly RequestEffect[];
  /** Every text cited, once. */
  readonly texts: readonly TextId[];
}
