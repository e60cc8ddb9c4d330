/** A request for authorisation as the instruction reads it. */
import type { Label } from '../scenario.ts';
import type { Equipment } from './equipment.ts';

export const REQUEST_KINDS = [
  'new-device-new-site',
  'new-device-existing-site',
  'moved-device',
  'renewal',
  'replacement',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What an instruction looks at, in the order it is told: first what a text names, then common practice. */
export const CRITERIA = [
  'needs',
  'objectives',
  'technical',
  'evaluation',
  'cooperation',
  'on-call',
  'activity',
  'delays',
  'catchment',
  'neighbours',
  'opening',
  'team',
  'tariffs',
  'accessibility',
  'pathways',
  'substitution',
  'costs',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The site as it stands before the request; what its file does not say is null. */
export interface RequestSite {
  readonly name: string | null;
  /** Authorised scanners and MRIs on it, dedicated interventional ones aside. */
  readonly scanners: number | null;
  readonly mris: number | null;
  /** Agreement with a holder of the other kind, or the same holder. */
  readonly agreement: boolean | null;
}

/** Needs beyond the bounds that an act of the agency declares (R. 6122-31). */
export interface ExceptionalNeeds {
  readonly act: string;
  readonly devices: number;
  readonly sites: number;
}

/**
 * The name of an act as it is compared: case, accents, spaces and punctuation aside, so that one act written in two
 * ways does not give its places twice.
 * @example plainAct('Arrêté  DOS-2022/996') // 'arretedos2022996'
 */
export const plainAct = (act: string): string =>
  act
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export interface AuthorisationRequest {
  readonly id: string;
  readonly title: Label;
  readonly applicant: string;
  /** `YYYY-MM-DD`; never decides anything. */
  readonly filed: string | null;
  readonly equipment: Equipment;
  readonly department: string;
  readonly kind: RequestKind;
  /** Devices asked for, moved, renewed or replaced; at least 1. */
  readonly devices: number;
  /** Their names, where the file gives them. */
  readonly deviceNames: readonly string[];
  /** A scanner dedicated to interventional imaging. */
  readonly isInterventional: boolean;
  /** Where a moved device comes from. */
  readonly from: { readonly department: string; readonly siteCloses: boolean } | null;
  readonly site: RequestSite;
  readonly exceptional: ExceptionalNeeds | null;
  /** What the file says under each criterion. */
  readonly elements: Readonly<Partial<Record<Criterion, Label>>>;
}

/** The place of a request's values in its file. */
export interface PlacedRequest {
  readonly file: string;
  readonly request: AuthorisationRequest;
}
