/** What a request would change in its simulated region, in a note: residents before and after, and the hours that would do the same. */
import { departmentName } from '../model/oqos/departments.ts';
import type { RequestEffect } from '../model/results/authorize.ts';
import type { SameByOpening, SimulatedEffect } from '../model/results/region-effect.ts';
import { columnLines } from './column-table.ts';
import { daysText } from './difference-words.ts';
import type { Language, Text } from './language.ts';
import { gainBounds, gainCell } from './lever-words.ts';
import { formatShort } from './numbers.ts';
import { residentColumns } from './plan-tables.ts';
import { groundsSentence } from './region-words.ts';
import { fill, type Values } from './sentence.ts';
import { indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { VOCABULARY } from './words.ts';

const TITLE: Text = {
  en: 'Simulated in its region: {name} ({weeks} weeks, {warmup} left out, {replications|replication|replications}; {level}% intervals)',
  fr: 'Simulé dans sa région : {name} ({weeks} semaines, dont {warmup} de mise en régime, {replications|réplication|réplications} ; intervalles à {level} %)',
};
const PLACED: Text = {
  en: 'The file names no site of this region: {devices|device|devices} put at {site}, {where}.',
  fr: 'Le dossier ne nomme aucun site de cette région : {devices|appareil mis|appareils mis} à {site}, {where}.',
};
const WHERE = {
  fresh: { en: 'a new site', fr: 'un site nouveau' },
  longest: {
    en: 'where the department waits longest',
    fr: 'là où le département attend le plus',
  },
} as const satisfies Readonly<Record<string, Text>>;
const DAYS: Text = {
  en: 'Days to the first {modality:modality} place offered, by department of residence, without (now) and with the devices (after):',
  fr: 'Jours jusqu’au premier rendez-vous proposé ({modality:modality}), par département de résidence, sans (actuel) et avec les appareils (après) :',
};
const SAVED: Text = {
  en: 'In the whole region: {saved} patient-days of waiting a week less ({simulation} by the simulation; {assumptions} over what is assumed).',
  fr: 'Dans toute la région : {saved} jours-patients d’attente de moins par semaine ({simulation} selon la simulation ; {assumptions} selon les hypothèses).',
};
const SAVED_ALONE: Text = {
  en: 'In the whole region: {saved} patient-days of waiting a week less ({simulation} by the simulation).',
  fr: 'Dans toute la région : {saved} jours-patients d’attente de moins par semaine ({simulation} selon la simulation).',
};
const NO_SETS: Text = {
  en: 'No assumption set was played (--sets 8): the simulation interval alone is false precision.',
  fr: 'Aucun jeu d’hypothèses n’a été joué (--sets 8) : l’intervalle de simulation seul est une fausse précision.',
};
const OPENING: Text = {
  en: 'Longer opening that would do the same for {department}: {evenings|evening|evenings} of 3 h a week ({hours} h in all) on its present devices; its residents would wait {beside} with them than with the devices.',
  fr: 'Ouverture plus longue qui ferait autant pour {department} : {evenings|soirée|soirées} de 3 h par semaine ({hours} h en tout) sur ses appareils actuels ; ses habitants attendraient {beside} qu’avec les appareils.',
};
const BESIDE = {
  sooner: { en: 'less ({bounds})', fr: 'moins ({bounds})' },
  alike: {
    en: 'not demonstrably longer ({bounds})',
    fr: 'sans différence démontrable ({bounds}), autant',
  },
} as const satisfies Readonly<Record<string, Text>>;
const NO_OPENING: Text = {
  en: 'No longer opening of the present devices of {department} does as much: {most|evening|evenings} a week can be opened at most.',
  fr: 'Aucune ouverture plus longue des appareils actuels du département {department} n’en fait autant : {most|soirée|soirées} par semaine au plus peuvent être ouvertes.',
};
const WHY: Readonly<Record<NonNullable<RequestEffect['why']>, Text>> = Object.freeze({
  'not-simulated': {
    en: 'Not simulated in the region: only new scanners and MRIs for diagnosis are.',
    fr: 'Non simulé dans la région : seuls le sont les nouveaux scanners et IRM de diagnostic.',
  },
  'no-place': {
    en: 'Not simulated: this region has no place for these devices in this department (more than its agendas can take, or a department that is not in it).',
    fr: 'Non simulé : cette région n’a pas de place pour ces appareils dans ce département (plus que ses agendas n’en acceptent, ou département absent).',
  },
});
const NEUTRAL: Text = {
  en: 'A simulated effect is an element of need: it says nothing of receivability, nor of the merits.',
  fr: 'Un effet simulé est un élément de besoin : il ne dit rien de la recevabilité, ni du fond.',
};

type Say = (text: Text, values?: Values) => string;

/** The lines of one request; nothing where no region was played. */
export function effectLines(
  { effect, why }: RequestEffect,
  { language, style }: { readonly language: Language; readonly style: Style },
): readonly string[] {
  const say: Say = (text, values = {}) => fill(text, values, language, VOCABULARY);
  const hung = (line: string) => indented(wrap(line, PAGE_WIDTH - 2, 2), 2);
  if (effect === null) return why === null ? [] : hung(say(WHY[why]));
  const { scenario, weeks, warmupWeeks, replications, level, modality, residents, daysSaved, sets } = effect;
  const title = say(TITLE, {
    name: scenario.name[language],
    weeks,
    warmup: warmupWeeks,
    replications,
    level: formatShort(100 * level, 2, language),
  });
  const rows = residents.filter((row) => row.modality === modality);
  return [
    ...wrap(title, PAGE_WIDTH, 2).map(style.bold),
    ...hung(groundsSentence(effect.grounds, language)),
    ...effect.placed.flatMap(({ site, devices, isNewSite }) =>
      hung(say(PLACED, { site, devices, where: say(isNewSite ? WHERE.fresh : WHERE.longest) })),
    ),
    ...hung(say(DAYS, { modality })),
    ...columnLines(
      rows,
      residentColumns(language),
      { language, style },
      ({ department }) => department === effect.department,
    ),
    ...hung(
      say(daysSaved.assumptions === null ? SAVED_ALONE : SAVED, {
        saved: gainCell(daysSaved, language).replace('+', ''),
        simulation: gainBounds(daysSaved.estimate, language),
        assumptions: gainBounds(daysSaved.assumptions, language),
      }),
    ),
    ...(sets === null ? hung(say(NO_SETS)) : []),
    ...hung(openingSentence(effect, say, language)),
    ...hung(say(NEUTRAL)),
  ];
}

function openingSentence(
  { opening, mostEvenings, department }: SimulatedEffect,
  say: Say,
  language: Language,
): string {
  const name = departmentName(department);
  if (opening === null) return say(NO_OPENING, { department: name, most: mostEvenings });
  return say(OPENING, {
    department: name,
    evenings: opening.evenings,
    hours: formatShort(opening.hoursPerWeek, 1, language),
    beside: besideWords(opening, say, language),
  });
}

function besideWords({ beside }: SameByOpening, say: Say, language: Language): string {
  const { low = null, high = null } = beside.difference ?? {};
  const bounds = low === null || high === null ? '—' : daysText({ low, high }, language);
  return say(beside.verdict === 'lower' ? BESIDE.sooner : BESIDE.alike, { bounds });
}
