/**
 * The rules of a plan, checked on the plan itself: caps of the balance, limits of the user, money, staff, and what each implantation
 * can take. No linear model is asked: whatever proposed the plan, it is held against its rules here.
 */
import { groupBy } from '../../model/group.ts';
import type { RegionTaken } from '../../model/results/region.ts';
import type { Label } from '../../model/scenario.ts';
import type { Owner } from '../lp/model.ts';
import type { Implantation, RegionPlan, RegionProblem, StaffTaken } from './problem.ts';

export type BrokenPlanCode =
  | 'unknown'
  | 'twice'
  | 'not-whole'
  | 'most-added'
  | 'most-blocks'
  | 'cap-devices'
  | 'cap-sites'
  | 'budget'
  | 'technologist-hours'
  | 'radiologist-hours'
  | 'devices'
  | 'blocks'
  | 'on-call-twice'
  | 'on-call-closed';

/** A rule a plan breaks: where, the value and its limit. */
export interface BrokenPlanRule {
  readonly code: BrokenPlanCode;
  readonly owner: Owner;
  /** Implantation, site, or `department/modality`; empty for what concerns the whole plan. */
  readonly of: string;
  readonly value: number;
  readonly limit: number;
  readonly label: Label;
}

const WEEKS_A_YEAR = 52;
/** Sums of costs and hours are compared to a millionth. */
const SLACK = 1e-6;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Devices added and blocks by implantation, those that are known. */
function decided(problem: RegionProblem, { additions, blocks }: RegionPlan) {
  return problem.implantations.map((of) => ({
    of,
    devices: sum(additions.filter(({ implantation }) => implantation === of.id).map((one) => one.devices)),
    blocks: sum(blocks.filter(({ implantation }) => implantation === of.id).map((one) => one.blocks)),
  }));
}

const paid = ({ technologist, radiologist }: StaffTaken, { eurosPerHour }: RegionProblem['costs']): number =>
  WEEKS_A_YEAR * (technologist * eurosPerHour.technologist + radiologist * eurosPerHour.radiologist);

/**
 * What a plan takes: devices, hours a week opened besides, staff hours a week beyond those freed at night, euros a year. A site
 * where there was no device is paid for once, whatever is put there.
 */
export function planTakes(problem: RegionProblem, plan: RegionPlan): RegionTaken {
  const { costs } = problem;
  const what = decided(problem, plan);
  const blocks = sum(what.map((one) => one.blocks));
  const closed = problem.onCallPairs.filter((pair) =>
    plan.onCall.some(({ closes, goesTo }) => closes === pair.closes && goesTo === pair.goesTo),
  );
  const hours = (group: keyof StaffTaken) =>
    sum(what.map(({ of, devices }) => devices * costs.deviceStaffHours[of.modality][group])) +
    blocks * costs.blockStaffHours[group];
  const sites = new Set(problem.implantations.filter(({ devices }) => devices > 0).map(({ site }) => site));
  const built = new Set(
    what.filter(({ of, devices }) => devices > 0 && !sites.has(of.site)).map(({ of }) => of.site),
  );
  const staff = { technologist: hours('technologist'), radiologist: hours('radiologist') };
  return {
    devices: sum(what.map(({ devices }) => devices)),
    openedHours: blocks * costs.blockHours,
    technologistHours: staff.technologist - sum(closed.map((pair) => pair.freedTechnologistHours)),
    radiologistHours: staff.radiologist,
    eurosPerYear:
      sum(what.map(({ of, devices }) => devices * costs.deviceEurosPerYear[of.modality])) +
      paid(staff, costs) +
      built.size * costs.newSiteEurosPerYear -
      sum(closed.map((pair) => pair.savedEurosPerYear)),
  };
}

const whole = (value: number): boolean => Number.isInteger(value) && value > 0;

/** What a list says that cannot be meant: unknown names, a name twice, numbers that are not whole and above 0. */
function malformed(problem: RegionProblem, plan: RegionPlan): readonly BrokenPlanRule[] {
  const known = new Set(problem.implantations.map(({ id }) => id));
  const pairs = new Set(problem.onCallPairs.map(({ closes, goesTo }) => `${closes} > ${goesTo}`));
  const broken = (code: BrokenPlanCode, of: string, value: number, limit: number, label: Label) =>
    [{ code, owner: 'rule', of, value, limit, label }] satisfies BrokenPlanRule[];
  const listed = (names: readonly string[], among: ReadonlySet<string>) => [
    ...names
      .filter((name) => !among.has(name))
      .flatMap((name) =>
        broken('unknown', name, 0, 0, { en: `${name} is not known`, fr: `${name} est inconnu` }),
      ),
    ...[...groupBy(names, (name) => name)]
      .filter(([, same]) => same.length > 1)
      .flatMap(([name, same]) =>
        broken('twice', name, same.length, 1, {
          en: `${name} is listed twice`,
          fr: `${name} figure deux fois`,
        }),
      ),
  ];
  const counts = [
    ...plan.additions.map(({ implantation, devices }) => [implantation, devices] as const),
    ...plan.blocks.map(({ implantation, blocks }) => [implantation, blocks] as const),
  ];
  return [
    ...listed(
      plan.additions.map(({ implantation }) => implantation),
      known,
    ),
    ...listed(
      plan.blocks.map(({ implantation }) => implantation),
      known,
    ),
    ...listed(
      plan.onCall.map(({ closes, goesTo }) => `${closes} > ${goesTo}`),
      pairs,
    ),
    ...counts
      .filter(([, count]) => !whole(count))
      .flatMap(([name, count]) =>
        broken('not-whole', name, count, 1, {
          en: `${name}: ${count} is no whole number above 0`,
          fr: `${name} : ${count} n’est pas un nombre entier positif`,
        }),
      ),
  ];
}

/**
 * Every rule a plan breaks; empty when it breaks none. A department and modality without a row in the caps may be given nothing.
 * @example brokenRules({ implantations: [], caps: [], onCallPairs: [], limits: { budgetEurosPerYear: null, staffHoursPerWeek: { technologist: null, radiologist: null }, mostDevices: null, mostBlocks: null }, costs: { eurosPerHour: {}, blockStaffHours: {} } }, { additions: [{ implantation: 'x/ct', devices: 1 }], blocks: [], onCall: [] }).map(({ code }) => code) // ['unknown']
 */
export function brokenRules(problem: RegionProblem, plan: RegionPlan): readonly BrokenPlanRule[] {
  const found: BrokenPlanRule[] = [...malformed(problem, plan)];
  const check = (
    code: BrokenPlanCode,
    owner: Owner,
    of: string,
    value: number,
    limit: number,
    words: Label,
  ) => {
    if (value <= limit + SLACK * Math.max(1, Math.abs(limit))) return;
    const numbers = `${Math.round(value)} > ${Math.round(limit)}`;
    const label = { en: `${words.en}: ${numbers}`, fr: `${words.fr} : ${numbers}` };
    found.push({ code, owner, of, value, limit, label });
  };
  const what = decided(problem, plan);
  for (const { of, devices, blocks } of what) {
    check('most-added', 'rule', of.id, devices, of.mostAdded, {
      en: `devices added at ${of.id}`,
      fr: `appareils ajoutés à ${of.id}`,
    });
    check('most-blocks', 'rule', of.id, blocks, of.mostBlocks + of.mostBlocksPerAdded * devices, {
      en: `evening sessions at ${of.id}`,
      fr: `séances du soir à ${of.id}`,
    });
  }
  const nameOf = ({ department, modality }: Pick<Implantation, 'department' | 'modality'>) =>
    `${department}/${modality}`;
  for (const [name, own] of groupBy(what, ({ of }) => nameOf(of))) {
    const cap = problem.caps.find((row) => nameOf(row) === name) ?? { devices: 0, sites: 0 };
    check('cap-devices', 'law', name, sum(own.map(({ devices }) => devices)), cap.devices, {
      en: `devices added in ${name} and left by the balance`,
      fr: `appareils ajoutés en ${name} et laissés par le bilan`,
    });
    const opened = own.filter(({ of, devices }) => of.isNew && devices > 0).length;
    check('cap-sites', 'law', name, opened, cap.sites, {
      en: `new sites in ${name} and left by the balance`,
      fr: `nouvelles implantations en ${name} et laissées par le bilan`,
    });
  }
  const { limits } = problem;
  const takes = planTakes(problem, plan);
  const within = (code: BrokenPlanCode, owner: Owner, value: number, limit: number | null, words: Label) => {
    if (limit !== null) check(code, owner, '', value, limit, words);
  };
  within('budget', 'budget', takes.eurosPerYear, limits.budgetEurosPerYear, {
    en: 'euros a year',
    fr: 'euros par an',
  });
  within('technologist-hours', 'staff', takes.technologistHours, limits.staffHoursPerWeek.technologist, {
    en: 'hours of technologists a week',
    fr: 'heures de manipulateurs par semaine',
  });
  within('radiologist-hours', 'staff', takes.radiologistHours, limits.staffHoursPerWeek.radiologist, {
    en: 'hours of radiologists a week',
    fr: 'heures de radiologues par semaine',
  });
  within('devices', 'rule', takes.devices, limits.mostDevices, {
    en: 'devices added in all',
    fr: 'appareils ajoutés en tout',
  });
  within('blocks', 'rule', sum(what.map(({ blocks }) => blocks)), limits.mostBlocks, {
    en: 'evening sessions in all',
    fr: 'séances du soir en tout',
  });
  for (const [site, own] of groupBy(plan.onCall, ({ closes }) => closes)) {
    check('on-call-twice', 'rule', site, own.length, 1, {
      en: `closings of the on-call hours of ${site}`,
      fr: `fermetures de la garde de ${site}`,
    });
    const received = plan.onCall.filter(({ goesTo }) => goesTo === site).length;
    check('on-call-closed', 'rule', site, received, 0, {
      en: `sites whose night patients ${site} takes though it closes`,
      fr: `sites dont ${site} prend les patients de nuit alors qu’il ferme`,
    });
  }
  return found;
}
