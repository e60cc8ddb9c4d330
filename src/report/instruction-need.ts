/** The need elements of a note: devices per million inhabitants, room around, and a simulated scenario beside them. */
import { departmentName } from '../model/oqos/departments.ts';
import { MODALITY_OF } from '../model/oqos/equipment.ts';
import type { DepartmentRate, InstructedRequest, SimulatedNeed } from '../model/results/authorize.ts';
import type { Indicator } from '../model/results/results.ts';
import type { Language, Text } from './language.ts';
import { formatNumber, formatOf, formatRange } from './numbers.ts';
import { countCell } from './oqos-table.ts';
import { fill } from './sentence.ts';
import { bar, indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { MODALITY_WORDS } from './words.ts';

const TITLE: Text = {
  en: 'Devices per million inhabitants{year}, and places left',
  fr: 'Appareils par million d’habitants{year}, et places libres',
};
const YEAR: Text = { en: ' (population of {year})', fr: ' (population de {year})' };
const HEADS: readonly Text[] = [
  { en: 'devices', fr: 'appareils' },
  { en: 'per million', fr: 'par million' },
  { en: 'device pl.', fr: 'pl. app.' },
  { en: 'site pl.', fr: 'pl. impl.' },
];
const REGION: Text = { en: 'Region', fr: 'Région' };
const AFTER: Text = {
  en: 'This department with the receivable devices: {devices|device|devices}, {rate} per million{beside}.',
  fr: 'Ce département avec les appareils recevables : {devices|appareil|appareils}, soit {rate} par million{beside}.',
};
const BESIDE: Text = {
  en: '; {count|interventional scanner|interventional scanners} beside, left out of the rate',
  fr: ' ; à part, hors du taux, {count|scanner interventionnel|scanners interventionnels}',
};
const UNKNOWN: Text = {
  en: 'No population is known for these departments: a column “population” in the balance gives it.',
  fr: 'Aucune population connue pour ces départements : une colonne « population » du bilan la donne.',
};
const SIMULATED: Text = {
  en: 'Simulated scenario: {name} ({file}, {weeks|week|weeks}, {replications|replication|replications}; mean and 95% interval)',
  fr: 'Scénario simulé : {name} ({file}, {weeks|semaine|semaines}, {replications|réplication|réplications} ; moyenne et intervalle à 95 %)',
};
const DEPARTMENT: Text = {
  en: '{site} · {modality}: first appointment offered, median of the days: ambulatory {ambulatory} days, hospitalised {hospitalised} days; declined {declined} a week',
  fr: '{site} · {modality} : premier rendez-vous proposé, médiane des jours : ambulatoires {ambulatory} jours, hospitalisés {hospitalised} jours ; renoncent {declined} par semaine',
};
const DEVICE: Text = {
  en: '{device}: scheduled opening {hours} h a week, exams fill {occupancy} of it',
  fr: '{device} : ouverture programmée {hours} h par semaine, occupée à {occupancy} par les examens',
};
const NOTHING: Text = {
  en: 'It is not about this equipment.',
  fr: 'Il ne porte pas sur cet équipement.',
};
const UNSTABLE: Text = {
  en: 'More is asked than can be served somewhere: “unstable” stands where a mean would mean nothing.',
  fr: 'On demande quelque part plus que possible : « instable » remplace une moyenne qui ne dirait rien.',
};

const LABEL = 26;
const CELL = 12;
const BAR = 20;

function rateLine(one: DepartmentRate, highest: number, isOwn: boolean, language: Language): string {
  const rate = one.perMillion;
  const name = `${isOwn ? '→' : ' '} ${one.department} ${departmentName(one.department)}`;
  const cells = [
    countCell(one.devices, one.interventional),
    rate === null ? '—' : formatNumber(rate, 1, language),
    String(one.roomDevices),
    String(one.roomSites),
  ].map((cell) => cell.padStart(CELL));
  const drawn = rate === null || highest === 0 ? '' : `  ${bar(rate / highest, BAR)}`;
  return `${name.padEnd(LABEL)}${cells.join('')}${drawn}`.trimEnd();
}

/**
 * The rates of all departments, highest first, with their places left; a bar and an arrow for the one of the request.
 */
export function needLines(
  { request, need }: Pick<InstructedRequest, 'request' | 'need'>,
  language: Language,
  style: Style,
): readonly string[] {
  const year =
    need.populationYear === null ? '' : fill(YEAR, { year: String(need.populationYear) }, language);
  const rates = need.departments.toSorted((a, b) => (b.perMillion ?? 0) - (a.perMillion ?? 0));
  const highest = rates[0]?.perMillion ?? 0;
  const region = need.region;
  const regionRate = region.perMillion === null ? '—' : formatNumber(region.perMillion, 1, language);
  const isKnown = need.departments.some(({ perMillion }) => perMillion !== null);
  const heads = HEADS.map((head) => head[language].padStart(CELL)).join('');
  const dedicated = need.departments.flatMap(({ interventional }) => interventional ?? []);
  const regionDevices = countCell(
    region.devices,
    dedicated.length === 0 ? null : dedicated.reduce((sum, one) => sum + one, 0),
  );
  const { interventional } = need.after;
  const beside = interventional === null ? '' : fill(BESIDE, { count: interventional }, language);
  const after = need.after.perMillion === null ? '—' : formatNumber(need.after.perMillion, 1, language);
  return [
    style.bold(fill(TITLE, { year }, language)),
    style.dim(`  ${' '.repeat(LABEL)}${heads}`),
    ...rates.map((one) => `  ${rateLine(one, highest, one.department === request.department, language)}`),
    `  ${`  ${REGION[language]}`.padEnd(LABEL)}${regionDevices.padStart(CELL)}${regionRate.padStart(CELL)}`,
    ...(isKnown
      ? indented(
          wrap(
            fill(AFTER, { devices: need.after.devices, rate: after, beside }, language),
            PAGE_WIDTH - 2,
            2,
          ),
          2,
        )
      : indented(wrap(UNKNOWN[language], PAGE_WIDTH - 2, 2), 2)),
  ];
}

/**
 * What a simulated scenario says of the equipment of some requests: delays and occupancy, each with its interval.
 */
export function simulatedLines(
  simulated: SimulatedNeed,
  requests: readonly InstructedRequest[],
  language: Language,
  style: Style,
): readonly string[] {
  const wanted = new Set(requests.map(({ request }) => MODALITY_OF[request.equipment]));
  const plain = (indicator: Indicator) => formatRange(indicator, formatOf('plain', language), language);
  const { name, file, weeks, replications } = simulated;
  const title = fill(SIMULATED, { name: name[language], file, weeks, replications }, language);
  const departments = simulated.departments.filter(({ modality }) => wanted.has(modality));
  const devices = simulated.devices.filter(({ modality }) => wanted.has(modality));
  const told = [
    ...departments.map(({ site, modality, firstAvailable, declinedPerWeek }) =>
      fill(
        DEPARTMENT,
        {
          site,
          modality: MODALITY_WORDS[modality][language],
          ambulatory: plain(firstAvailable.A),
          hospitalised: plain(firstAvailable.H),
          declined: plain(declinedPerWeek),
        },
        language,
      ),
    ),
    ...devices.map(({ device, scheduledHours, occupancy }) =>
      fill(
        DEVICE,
        {
          device,
          hours: plain(scheduledHours),
          occupancy: formatRange(occupancy, formatOf('percent', language), language),
        },
        language,
      ),
    ),
    ...(simulated.unstable ? [UNSTABLE[language]] : []),
  ];
  return [
    ...wrap(title, PAGE_WIDTH, 2).map(style.bold),
    ...(told.length === 0 ? [NOTHING[language]] : told).flatMap((one) =>
      indented(wrap(`· ${one}`, PAGE_WIDTH - 2, 2), 2),
    ),
  ];
}
