/** Who is there for what is opened: rosters and hours a week. Of what the present week breaks, only more counts. */
import { personsNeeded, STAFF_LABELS } from '../../model/rules/staff.ts';
import { HOUR } from '../../model/units.ts';
import { dayName } from '../../model/week/times.ts';
import { GRID } from '../levers/week-edit.ts';
import { canBreak, type Draft, rounded, type Term } from './draft.ts';
import { joined, momentLabel, UNITS } from './names.ts';
import { addRest, addShifts } from './rows-rest.ts';
import {
  fromSecondsOf,
  type Group,
  hoursOfSteps,
  type Moments,
  momentsTouched,
  openNow,
  rulesBySite,
  STEPS_A_DAY,
  timesOf,
  together,
  toSecondsOf,
} from './staff-steps.ts';

const PENALTIES = { person: 4, hour: 1 };

const clock = (seconds: number): string =>
  String(Math.floor(seconds / HOUR) * 100 + Math.floor((seconds % HOUR) / 60)).padStart(4, '0');

/** Persons needed at a moment are no more than rosters put there, and nobody works alone where that is stated. */
function addRosters(draft: Draft, { rule, name, label, moments }: Group): void {
  if (rule.rosters === null) return;
  const extraOf = extraPersons(draft, { name, label });
  for (const moment of moments) {
    const { day, open, persons, changes } = moment;
    const now = personsNeeded(rule, open);
    const isAlone = open === 0 && persons < rule.together && persons >= rule.perDevice;
    const upper = isAlone ? 0 : Math.max(persons, now) - rule.perDevice * open;
    // With too few to open anything, nobody is there at all: no matter whether alone.
    const terms = timesOf(changes, isAlone ? 1 : rule.perDevice);
    if (!canBreak(draft, terms, upper)) continue;
    const [from, to] = [fromSecondsOf(moment), toSecondsOf(moment)];
    const at = momentLabel(day, from, to);
    const row = `${name}/${day}/${clock(from)}-${clock(to)}/${moment.steps.length}`;
    draft.builder.row(
      isAlone
        ? {
            id: `together/${row}`,
            label: joined(label, {
              en: `${at.en}, never fewer than ${rule.together} together, and ${persons} are there`,
              fr: `${at.fr}, jamais moins de ${rule.together} ensemble, et il y en a ${persons}`,
            }),
            unit: UNITS.devices,
            owner: 'law',
            upper,
            terms,
          }
        : {
            id: `roster/${row}`,
            label: joined(label, {
              en: `${at.en}, no more than the ${persons} who are there`,
              fr: `${at.fr}, pas plus que les ${persons} qui sont là`,
            }),
            unit: UNITS.persons,
            owner: 'staff',
            upper,
            terms: [...terms, [extraOf(day), -1]],
          },
    );
  }
}

/**
 * The column of persons who would come all day beside those of the rosters: none, by a row a day which says what one more is worth,
 * and which is what may be given up.
 */
function extraPersons({ builder }: Draft, { name, label }: Pick<Group, 'name' | 'label'>) {
  const known = new Map<number, string>();
  return (day: number): string => {
    const row = `${name}/${day}`;
    const id = `extra/${row}`;
    if (known.has(day)) return id;
    known.set(day, id);
    const at = { en: dayName(day, 'en'), fr: dayName(day, 'fr') };
    const parts = {
      label: joined(label, {
        en: `${at.en}, nobody beside the rosters`,
        fr: `${at.fr}, personne en plus des plannings`,
      }),
      unit: UNITS.persons,
      owner: 'staff',
    } as const;
    builder.column({ id, ...parts });
    builder.row({ id: `staff/${row}`, ...parts, upper: 0, penalty: PENALTIES.person, terms: [[id, 1]] });
    return id;
  };
}

/**
 * Hours of work a week. Where one open device asks for fewer than must be together, a binary a moment says whether anything is
 * open then, and a column how many come only for company.
 */
function addHours(draft: Draft, group: Group): void {
  const { site, rule, name, label, moments } = group;
  if (rule.hoursPerWeek === null) return;
  const open = openNow(draft.problem, site, rule);
  let now = 0;
  for (let day = 0; day < 7; day++)
    for (let step = 0; step < STEPS_A_DAY; step++)
      now += personsNeeded(rule, open(day, step)) * (GRID / HOUR);
  let terms: readonly Term[] = [];
  let company = 0;
  moments.forEach((moment, at) => {
    const hours = hoursOfSteps(moment);
    terms = together(terms, timesOf(moment.changes, rule.perDevice * hours));
    const isShort = rule.perDevice < rule.together && rule.perDevice * moment.open < rule.together;
    if (!isShort) return;
    company += (personsNeeded(rule, moment.open) - rule.perDevice * moment.open) * hours;
    terms = together(terms, [[addCompany(draft, group, moment, at), hours]]);
  });
  // Company of now is in the columns again.
  const upper = Math.max(rule.hoursPerWeek, now) - now + company;
  if (!canBreak(draft, terms, upper)) return;
  draft.builder.row({
    id: `week/${name}`,
    label: joined(label, {
      en: `at most ${rule.hoursPerWeek} hours of work a week`,
      fr: `au plus ${rule.hoursPerWeek} heures de travail par semaine`,
    }),
    unit: UNITS.hours,
    owner: 'staff',
    upper,
    penalty: PENALTIES.hour,
    terms: terms.map(([id, value]): Term => [id, rounded(value)]),
  });
}

/** The column of those who come at a moment only so that nobody is alone. */
function addCompany(
  { builder, problem }: Draft,
  { site, rule, name, label }: Group,
  { changes, open }: Moments,
  at: number,
): string {
  const row = `${name}/${at}`;
  const [on, more] = [`on/${row}`, `company/${row}`];
  const parts = { label, unit: UNITS.persons, owner: 'staff' } as const;
  const most = problem.scenario.devices.filter((device) => device.site === site).length;
  builder.column({ id: on, ...parts, upper: 1, isInteger: true });
  builder.column({ id: more, ...parts, upper: rule.together });
  builder.row({
    id: `on/${row}`,
    ...parts,
    upper: -open,
    terms: [...timesOf(changes, 1), [on, -most]],
  });
  builder.row({
    id: `company/${row}`,
    ...parts,
    lower: -rule.perDevice * open,
    terms: [...timesOf(changes, rule.perDevice), [more, 1], [on, -rule.together]],
  });
  return more;
}

/** Every rule on staff, site by site. */
export function addStaff(draft: Draft): void {
  const { problem } = draft;
  for (const at of rulesBySite(problem)) {
    const { site, rule } = at;
    if (rule.rosters === null && rule.hoursPerWeek === null && rule.persons === null) continue;
    const place = problem.scenario.sites.find(({ id }) => id === site)!.label;
    const staff = STAFF_LABELS[rule.group];
    const label = { en: `${place}, ${staff.en}`, fr: `${place}, ${staff.fr}` };
    const group = { ...at, label, moments: momentsTouched(problem, site, rule) };
    addRosters(draft, group);
    addHours(draft, group);
    addShifts(draft, group);
    addRest(draft, group);
  }
}
