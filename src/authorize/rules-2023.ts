/**
 * The regime in force since 1 June 2023, from secondary sources only. What they do not say is answered “not
 * determined”: the full text of R. 6123-161 II and of the order of 16 September 2022 has not been read.
 */
import type { AuthorisationRequest } from '../model/oqos/request.ts';
import { leastSure, type TextId } from '../model/oqos/texts.ts';
import type { Rule2023, RuleOutcome, RuleReason, Verdict } from '../model/results/authorize.ts';

type Outcome2023 = RuleOutcome<Rule2023>;

/** Devices a site may have without a new authorisation. */
const FREE_DEVICES = 3;
/** The most devices the sources speak of on a site. */
const MOST_DEVICES = 18;

function outcome(
  rule: Rule2023,
  verdict: Verdict,
  reason: RuleReason,
  texts: readonly TextId[],
  figures: Readonly<Record<string, number>> = {},
): Outcome2023 {
  const mark = leastSure(texts);
  return { rule, verdict, reason, devicesReceivable: null, tests: [], figures, texts, mark, act: null };
}

/** Scanners and MRIs of the site after the request; null where its file does not say what there is. */
interface SiteAfter {
  readonly scanners: number | null;
  readonly mris: number | null;
  readonly all: number | null;
}

function siteAfter({ equipment, kind, devices, site }: AuthorisationRequest): SiteAfter {
  // A new site has none of the equipment asked; of the other kind, only its file can say.
  const isNew = kind !== 'new-device-existing-site';
  const before = (count: number | null, own: boolean) => count ?? (isNew && own ? 0 : null);
  const plus = (count: number | null, more: number) => (count === null ? null : count + more);
  const scanners = plus(
    before(site.scanners, equipment === 'scanner'),
    equipment === 'scanner' ? devices : 0,
  );
  const mris = plus(before(site.mris, equipment === 'mri'), equipment === 'mri' ? devices : 0);
  return { scanners, mris, all: scanners === null || mris === null ? null : scanners + mris };
}

/**
 * A site new to the equipment. Without any scanner or MRI it needs an authorisation of its own, and no balance of sites
 * is known to hold it against; where it has the other kind it may be authorised already, as a site, for its holder.
 */
export function siteAuthorisation(request: AuthorisationRequest): Outcome2023 {
  const rule = 'site-authorisation';
  const texts = ['decrees-2022', 'site-authorisation', 'site-objectives'] as const;
  const { all } = siteAfter(request);
  if (all === null) return outcome(rule, 'not-determined', 'site-newness-unknown', texts);
  const figures = { before: all - request.devices, after: all };
  if (figures.before === 0) return outcome(rule, 'not-determined', 'site-objectives-unknown', texts);
  const more = [...texts, 'up-to-three', 'beyond-three'] as const;
  return outcome(rule, 'not-determined', 'site-already-equipped', more, figures);
}

/** A device more on an authorised site: none needed up to 3, the agency’s authorisation from 4 to 18. */
export function deviceOnAuthorisedSite(request: AuthorisationRequest): Outcome2023 {
  const { all } = siteAfter(request);
  const rule = 'device-on-authorised-site';
  const texts = ['decrees-2022', 'site-authorisation', 'up-to-three', 'beyond-three'] as const;
  if (all === null) return outcome(rule, 'not-determined', 'devices-unknown', texts);
  const figures = { before: all - request.devices, after: all };
  if (all <= FREE_DEVICES) return outcome(rule, 'information-only', 'up-to-three', texts, figures);
  if (all <= MOST_DEVICES) return outcome(rule, 'authorisation-needed', 'beyond-three', texts, figures);
  return outcome(rule, 'not-determined', 'beyond-eighteen', texts, figures);
}

/** From 3 devices on at least one of each kind; below, an agreement where there is one kind only. */
export function bothKinds(request: AuthorisationRequest): Outcome2023 {
  const { scanners, mris, all } = siteAfter(request);
  const texts = ['both-kinds'] as const;
  if (scanners === null || mris === null || all === null)
    return outcome('both-kinds', 'not-determined', 'devices-unknown', texts);
  const figures = { scanners, mris };
  const tell = (reason: RuleReason) => outcome('both-kinds', 'condition', reason, texts, figures);
  if (scanners > 0 && mris > 0) return tell('kinds-met');
  if (all >= FREE_DEVICES) return tell('kinds-missing');
  const { agreement } = request.site;
  if (agreement === null) return tell('agreement-unknown');
  return tell(agreement ? 'agreement-met' : 'agreement-missing');
}

/** From 3 devices on, an MRI for urgent exams where the agency asks for it; null below, or where not known. */
export function urgentMri(request: AuthorisationRequest): Outcome2023 | null {
  const { all } = siteAfter(request);
  if (all === null || all < FREE_DEVICES) return null;
  return outcome('urgent-mri', 'condition', 'urgent-mri-on-request', ['r6123-162'], { after: all });
}

/** A scanner dedicated to interventional imaging: outside, declared for information. */
export function dedicatedInterventional(): Outcome2023 {
  return outcome('dedicated-interventional', 'information-only', 'declared', ['r6123-170']);
}

/** Gamma cameras and PET-CT: a care activity of its own, whose thresholds have not been read. */
export function nuclearMedicine(): Outcome2023 {
  return outcome('nuclear-medicine', 'not-determined', 'not-sourced', ['decrees-2022', 'r6123-136']);
}

/** Hyperbaric chambers and cyclotrons: no source. */
export function otherEquipment(): Outcome2023 {
  return outcome('other-equipment', 'not-determined', 'not-sourced', ['decrees-2022']);
}

/** Renewals and replacements: no source. */
export function renewal2023(): Outcome2023 {
  return outcome('renewal-2023', 'not-determined', 'not-sourced', ['decrees-2022']);
}

/**
 * What the regime since June 2023 says of a request, rule by rule.
 */
export function judge2023(request: AuthorisationRequest): readonly Outcome2023[] {
  const { equipment, kind, isInterventional } = request;
  if (equipment === 'gamma-camera' || equipment === 'pet') return [nuclearMedicine()];
  if (equipment === 'hyperbaric' || equipment === 'cyclotron') return [otherEquipment()];
  if (isInterventional) return [dedicatedInterventional()];
  if (kind === 'renewal' || kind === 'replacement') return [renewal2023()];
  const urgent = urgentMri(request);
  return [
    kind === 'new-device-existing-site' ? deviceOnAuthorisedSite(request) : siteAuthorisation(request),
    bothKinds(request),
    ...(urgent === null ? [] : [urgent]),
  ];
}
