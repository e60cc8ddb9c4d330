/** Rules as a planner stated them, laid over those assumed: nothing is left open, and what is still ours is said. */
import { deepFreeze } from '../freeze.ts';
import type { Label } from '../scenario.ts';
import type { Places } from './check.ts';
import { DEFAULT_STAFF, defaultRules } from './defaults.ts';
import { type DayHours, STAFF_GROUPS, type StaffGroup, type StaffRule, type WeekRules } from './rules.ts';
import type { GuardrailsInput, RulesInput, StaffInput } from './schema.ts';
import { STAFF_LABELS } from './staff.ts';
import { sitesBooking } from './targets.ts';

type Assumed = WeekRules['assumed'][number];

interface WrittenHours {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

const eachDay = ({ days, from, to }: WrittenHours): readonly DayHours[] =>
  days.map((day) => ({ day, fromSeconds: from, toSeconds: to }));

/**
 * The rules a sound file states, completed and frozen.
 * @example completeRules({ 'creneau-rules': 1, changes: 2 }, { sites: [], devices: [], flows: [] }).changes // 2
 */
export function completeRules(input: RulesInput, scenario: Places): WeekRules {
  const base = defaultRules(scenario);
  const { sessions } = input;
  const staff = staffOf(input.staff ?? [], base, scenario);
  const stated = statedPaths(input);
  const ours = base.assumed.filter(({ path }) => !path.startsWith('staff.') && !stated.has(path));
  return deepFreeze({
    opening: input.opening?.flatMap(eachDay) ?? base.opening,
    closed: (input.closed ?? []).flatMap((one) =>
      eachDay(one).map((hours) => ({ ...hours, device: one.device ?? null, why: one.why ?? '' })),
    ),
    session: {
      shortestSeconds: sessions?.shortest ?? base.session.shortestSeconds,
      longestSeconds: sessions?.longest ?? base.session.longestSeconds,
      stepSeconds: sessions?.step ?? base.session.stepSeconds,
    },
    addedHours: input.hours === undefined ? base.addedHours : input.hours,
    budgetEuros: input.budget === undefined ? base.budgetEuros : input.budget,
    changes: input.changes ?? base.changes,
    staff: staff.rules,
    targets: (input.targets ?? []).map(({ class: patientClass, modality, site, delay }) => ({
      site: site ?? sitesBooking(scenario, { class: patientClass, modality })[0] ?? '',
      modality,
      class: patientClass,
      days: delay,
    })),
    guardrails: guardrailsOf(input.guardrails, base),
    frozen: (input.freeze ?? []).flatMap(({ device, day, from, to }) =>
      (day ?? [null]).map((one) => ({
        device,
        day: one,
        hours: from === undefined || to === undefined ? null : { fromSeconds: from, toSeconds: to },
      })),
    ),
    assumed: [...ours, ...staff.assumed],
  });
}

function guardrailsOf(
  input: GuardrailsInput | undefined,
  { guardrails }: WeekRules,
): WeekRules['guardrails'] {
  return {
    emergencyWaitMinutes: minutes(input?.['emergency-wait']) ?? guardrails.emergencyWaitMinutes,
    delayDays: {
      A: input?.delay?.A ?? guardrails.delayDays.A,
      H: input?.delay?.H ?? guardrails.delayDays.H,
    },
    reportHours: input?.report ?? guardrails.reportHours,
    overtimeMinutes: minutes(input?.overtime) ?? guardrails.overtimeMinutes,
  };
}

const minutes = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds / 60;

/** The places of the file that say something, as `assumed` names them. */
function statedPaths(input: RulesInput): ReadonlySet<string> {
  const { sessions = {}, guardrails = {} } = input;
  const keysOf = (value: object, before: string) =>
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [`${before}${key}`]));
  return new Set([
    ...keysOf(input, ''),
    ...keysOf(sessions, 'sessions.'),
    ...keysOf(guardrails, 'guardrails.'),
    ...keysOf(guardrails.delay ?? {}, 'guardrails.delay.'),
  ]);
}

/**
 * One rule a group and site, never two: the site's own, else that for every site, else ours. Where some sites have a rule of
 * their own, the others get theirs by name.
 */
function staffOf(
  staff: readonly StaffInput[],
  base: WeekRules,
  { sites }: Places,
): { readonly rules: readonly StaffRule[]; readonly assumed: readonly Assumed[] } {
  const rules: StaffRule[] = [];
  const assumed: Assumed[] = [];
  for (const group of STAFF_GROUPS) {
    const own = staff.filter((one) => one.group === group && one.site !== undefined);
    const everywhere = staff.find((one) => one.group === group && one.site === undefined);
    const others =
      own.length === 0
        ? [null]
        : sites.map(({ id }) => id).filter((id) => !own.some(({ site }) => site === id));
    rules.push(...own.map((one) => ruleOf(one, one.site ?? null)));
    const ours = base.staff.find((one) => one.group === group);
    if (everywhere !== undefined) rules.push(...others.map((site) => ruleOf(everywhere, site)));
    else if (ours !== undefined && others.length > 0) {
      rules.push(...others.map((site) => ({ ...ours, site })));
      assumed.push(...base.assumed.filter(({ path }) => path === `staff.${group}`));
    }
    assumed.push(...[...own, ...(everywhere === undefined ? [] : [everywhere])].flatMap(leftOut));
  }
  return { rules, assumed };
}

function ruleOf(input: StaffInput, site: string | null): StaffRule {
  const standard = DEFAULT_STAFF[input.group];
  return {
    group: input.group,
    site,
    perDevice: input['per-device'] ?? standard.perDevice,
    together: input.together ?? standard.together,
    rosters:
      input.rosters?.flatMap((one) => eachDay(one).map((hours) => ({ ...hours, persons: one.persons }))) ??
      null,
    hoursPerWeek: input['hours-per-week'] ?? null,
    shortestShiftSeconds: input.shift?.shortest ?? standard.shortestShiftSeconds,
    longestShiftSeconds: input.shift?.longest ?? standard.longestShiftSeconds,
    persons: input.persons ?? null,
    restSeconds: input.rest ?? standard.restSeconds,
  };
}

/** `perDevice` of `DEFAULT_STAFF`, in words. */
const SHARE_TEXTS: Readonly<Record<StaffGroup, Label>> = deepFreeze({
  technologist: { en: 'two on each open device', fr: 'deux par appareil ouvert' },
  radiologist: { en: 'one on each open device', fr: 'un par appareil ouvert' },
  secretary: { en: 'one for two open devices', fr: 'une pour deux appareils ouverts' },
});

/** What a stated rule on staff leaves to us. */
function leftOut(input: StaffInput): readonly Assumed[] {
  const { en, fr } = STAFF_LABELS[input.group];
  const place = input.site === undefined ? `staff.${input.group}` : `staff.${input.group}@${input.site}`;
  const at = input.site === undefined ? '' : ` (${input.site})`;
  const { together } = DEFAULT_STAFF[input.group];
  const share = SHARE_TEXTS[input.group];
  const texts: readonly (readonly [isLeftOut: boolean, key: string, text: Label])[] = [
    [
      input['per-device'] === undefined,
      'per-device',
      {
        en: `${en}${at}: ${share.en}`,
        fr: `${fr}${at} : ${share.fr}`,
      },
    ],
    [
      input.together === undefined && together > 0,
      'together',
      {
        en: `${en}${at}: never fewer than ${together} on site while a device is open`,
        fr: `${fr}${at} : jamais moins de ${together} sur place tant qu’un appareil est ouvert`,
      },
    ],
    [
      input.rosters === undefined,
      'rosters',
      {
        en: `${en}${at}: who is there when is not stated and not checked`,
        fr: `${fr}${at} : les heures de présence ne sont ni données ni vérifiées`,
      },
    ],
    [
      input['hours-per-week'] === undefined,
      'hours-per-week',
      {
        en: `${en}${at}: their hours a week are not stated and not checked`,
        fr: `${fr}${at} : leurs heures par semaine ne sont ni données ni vérifiées`,
      },
    ],
    [
      input.persons === undefined,
      'persons',
      {
        en: `${en}${at}: their number is not stated, so rest between two days and shifts are not checked`,
        fr: `${fr}${at} : leur nombre n’est pas donné, donc ni le repos entre deux jours ni la durée des postes ne sont vérifiés`,
      },
    ],
  ];
  return texts.flatMap(([isLeftOut, key, text]) => (isLeftOut ? [{ path: `${place}.${key}`, text }] : []));
}
