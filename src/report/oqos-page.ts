/** What `creneau oqos` prints: the balance in its official layout, the places left, and everything odd in it. */

import { groupBy } from '../model/group.ts';
import { departmentName } from '../model/oqos/departments.ts';
import { EQUIPMENT, EQUIPMENT_TITLES, EQUIPMENT_WORDS, type Equipment } from '../model/oqos/equipment.ts';
import type {
  Anomaly,
  AnomalyId,
  OqosDocument,
  OqosRow,
  OqosTotal,
  ReadingChange,
} from '../model/results/oqos.ts';
import { type Language, type Text, typeset } from './language.ts';
import { balanceHeads, balanceLines, totalLine } from './oqos-table.ts';
import {
  ANOMALY_ITEMS,
  ANOMALY_TITLES,
  DECISION_WORDS,
  monthText,
  OQOS_VOCABULARY,
  READING_WORDS,
} from './oqos-words.ts';
import { fill, type Values } from './sentence.ts';
import { indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';

export interface OqosPageOptions {
  readonly language: Language;
  readonly style: Style;
}

const HEAD: Text = { en: '{title}: {region}, {month}', fr: '{title} : {region}, {month}' };
const PARENTHESES: Text = { en: 'Parentheses: {reading}.', fr: 'Parenthèses : {reading}.' };
const GRANTED: Text = {
  en: 'After {count|file|files} granted in full: {files}. Rows with a star have changed; their gaps and decisions are recomputed.',
  fr: 'Après {count|dossier accordé|dossiers accordés} en entier : {files}. Les lignes à étoile ont changé ; leurs écarts et décisions sont recalculés.',
};
const PLACES: Text = {
  en: 'Places left, department by department: {devices|device|devices}{where}; {sites|site|sites}{siteWhere}.',
  fr: 'Places libres, département par département : {devices|appareil|appareils}{where} ; {sites|implantation|implantations}{siteWhere}.',
};
const INTERVENTIONAL_PLACES: Text = {
  en: 'Interventional scanners: {count|place|places} left{where}.',
  fr: 'Scanners interventionnels : {count|place libre|places libres}{where}.',
};
/** A no-break space keeps the two on one line. */
const WHERE: Text = { en: '{department}:\u00a0{count}', fr: '{department} :\u00a0{count}' };
const EXCEPTION: Text = {
  en: 'As printed in the source: {cells}.',
  fr: 'Tel qu’imprimé dans la source : {cells}.',
};
const EXCEPTION_CELL: Text = { en: '“{cell}” ({departments})', fr: '« {cell} » ({departments})' };
const ANOMALIES_TITLE: Text = {
  en: 'What is odd in this balance ({count|case|cases}); listed, not smoothed',
  fr: 'Ce qui surprend dans ce bilan ({count|cas|cas}) ; listé, non lissé',
};
const NO_ANOMALY: Text = { en: 'Nothing odd found.', fr: 'Rien de surprenant.' };
const READING_TITLE: Text = {
  en: 'Where the two readings of the parentheses differ',
  fr: 'Là où les deux lectures des parenthèses diffèrent',
};
const READING_ROW: Text = {
  en: '{department}: a quota of their own: {separate} ({devices|diagnostic place|diagnostic places}, {own|interventional one|interventional ones}); part of the main figure: {included} ({devicesIn|diagnostic place|diagnostic places}, {ownIn|interventional one|interventional ones}).{changed}',
  fr: '{department} : quota propre : {separate} ({devices|place diagnostique|places diagnostiques}, {own|interventionnelle|interventionnelles}) ; part du chiffre principal : {included} ({devicesIn|place diagnostique|places diagnostiques}, {ownIn|interventionnelle|interventionnelles}).{changed}',
};
const CHANGED: Text = { en: ' THE DECISION CHANGES.', fr: ' LA DÉCISION CHANGE.' };
const READING_NOTE: Text = {
  en: 'No published text settles it. The printed decisions agree with the first reading in 5 departments of 5, with the second in 3 (Île-de-France, May 2020); --interventional separate|included chooses.',
  fr: 'Aucun texte publié ne tranche. Les décisions imprimées concordent avec la première lecture dans 5 départements sur 5, avec la seconde dans 3 (Île-de-France, mai 2020) ; --interventional separate|included choisit.',
};
const NOTE: Text = {
  en: 'Gap = now − high bound: below 0, places are left. Devices and sites are judged apart, each department by itself. Totals never decide. Receivable is not authorised.',
  fr: 'Écart = actuel − borne haute : sous 0, il reste des places. Appareils et implantations sont jugés à part, chaque département pour lui-même. Les totaux ne décident jamais. Recevable ne veut pas dire autorisé.',
};

const INSIDE = PAGE_WIDTH - 4;

/** ` (77: 1, 78: 2)`: where the places are. */
function whereOf(rows: readonly OqosRow[], pick: (row: OqosRow) => number, language: Language): string {
  const places = rows
    .filter((row) => pick(row) > 0)
    .map((row) => fill(WHERE, { department: row.department, count: pick(row) }, language));
  return places.length === 0 ? '' : ` (${places.join(', ')})`;
}

function placesLines(rows: readonly OqosRow[], language: Language): readonly string[] {
  const sum = (pick: (row: OqosRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const devices = (row: OqosRow) => row.room.devices;
  const sites = (row: OqosRow) => row.room.sites;
  const own = (row: OqosRow) => row.room.interventional ?? 0;
  const values = {
    devices: sum(devices),
    where: whereOf(rows, devices, language),
    sites: sum(sites),
    siteWhere: whereOf(rows, sites, language),
  };
  const hasOwn = rows.some((row) => row.interventional !== null);
  const ownValues = { count: sum(own), where: whereOf(rows, own, language) };
  return [
    ...wrap(fill(PLACES, values, language), PAGE_WIDTH, 2),
    ...(hasOwn ? wrap(fill(INTERVENTIONAL_PLACES, ownValues, language), PAGE_WIDTH, 2) : []),
  ];
}

function equipmentLines(
  equipment: Equipment,
  rows: readonly OqosRow[],
  total: OqosTotal | null,
  { language, style }: OqosPageOptions,
): readonly string[] {
  const only = rows.filter((row) => row.devicesDecision === 'interventional-only' && !row.isChanged);
  const printed = only.filter((row) => (row.printed.devicesDecision ?? '').length > 'OUI'.length);
  const cells = [...new Set(printed.map((row) => row.printed.devicesDecision ?? ''))]
    .map((cell) => {
      const own = printed.filter((row) => row.printed.devicesDecision === cell);
      const departments = own.map(({ department }) => department).join(', ');
      return fill(EXCEPTION_CELL, { cell, departments }, language);
    })
    .join(', ');
  return [
    '',
    style.bold(typeset(EQUIPMENT_TITLES[equipment][language], language)),
    ...balanceHeads(language, style),
    ...rows.flatMap((row) => balanceLines(row, language)),
    ...(total === null ? [] : [totalLine(total, language)]),
    ...(printed.length === 0 ? [] : wrap(fill(EXCEPTION, { cells }, language), PAGE_WIDTH, 2)),
    ...placesLines(rows, language),
  ];
}

/** Where one case of an anomaly is, and its figures. */
function itemText({ id, equipment, department, values }: Anomaly, language: Language): string {
  const where = [equipment === null ? '' : EQUIPMENT_WORDS[equipment][language], department ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const item = ANOMALY_ITEMS[id];
  const figures = item === undefined ? '' : fill(item, values as Values, language, OQOS_VOCABULARY);
  return [where, figures]
    .filter((part) => part !== '')
    .join(typeset(language === 'fr' ? ' : ' : ': ', language));
}

/**
 * The anomalies by kind: what each is, then its cases with their figures.
 */
export function anomalyLines(anomalies: readonly Anomaly[], language: Language): readonly string[] {
  const byId = groupBy(anomalies, ({ id }) => id);
  return [...byId].flatMap(([id, cases]: readonly [AnomalyId, readonly Anomaly[]]) => {
    const items = cases.map((one) => itemText(one, language)).filter((text) => text !== '');
    const title = `${id.padEnd(4)}${fill(ANOMALY_TITLES[id], {}, language)}`;
    return [
      ...wrap(title, PAGE_WIDTH - 2, 4),
      ...items.flatMap((item) => indented(wrap(`· ${item}`, INSIDE - 2, 2), 4)),
    ];
  });
}

/**
 * Where the two readings of the parentheses differ, department by department.
 */
export function readingLines(changes: readonly ReadingChange[], language: Language): readonly string[] {
  const rows = changes.flatMap(({ department, separate, included }) => {
    const isChanged = separate.decision !== included.decision;
    const values = {
      department: `${department} ${departmentName(department)}`,
      separate: DECISION_WORDS[separate.decision][language],
      included: DECISION_WORDS[included.decision][language],
      devices: separate.room.devices,
      own: separate.room.interventional ?? 0,
      devicesIn: included.room.devices,
      ownIn: included.room.interventional ?? 0,
      changed: isChanged ? fill(CHANGED, {}, language) : '',
    };
    return wrap(fill(READING_ROW, values, language), PAGE_WIDTH - 2, 2);
  });
  return [...rows, ...wrap(fill(READING_NOTE, {}, language), PAGE_WIDTH - 2, 0)];
}

/**
 * The page of a balance.
 */
export function oqosPage(document: OqosDocument, options: OqosPageOptions): readonly string[] {
  const { language, style } = options;
  const { balance, granted, rows, totals, anomalies, readingChanges, interventional } = document;
  const title = fill(
    HEAD,
    {
      title: balance.title[language],
      region: balance.region[language],
      month: monthText(balance.effective, language),
    },
    language,
  );
  const files = granted.map(({ id }) => id).join(', ');
  const hasParentheses = rows.some((row) => row.interventional !== null);
  const isWhole = (own: readonly OqosRow[], total: OqosTotal) =>
    own.reduce((sum, row) => sum + row.devices.current, 0) === total.devices.current;
  return [
    ...wrap(title, PAGE_WIDTH, 0).map(style.bold),
    ...(hasParentheses
      ? wrap(fill(PARENTHESES, { reading: READING_WORDS[interventional][language] }, language), PAGE_WIDTH, 2)
      : []),
    ...(granted.length === 0
      ? []
      : wrap(fill(GRANTED, { count: granted.length, files }, language), PAGE_WIDTH, 2)),
    ...EQUIPMENT.flatMap((equipment) => {
      const own = rows.filter((row) => row.equipment === equipment);
      const total = totals.find((one) => one.equipment === equipment) ?? null;
      const shown = total !== null && isWhole(own, total) ? total : null;
      return own.length === 0 ? [] : equipmentLines(equipment, own, shown, options);
    }),
    '',
    style.bold(fill(ANOMALIES_TITLE, { count: anomalies.length }, language)),
    ...(anomalies.length === 0 ? [NO_ANOMALY[language]] : indented(anomalyLines(anomalies, language), 2)),
    ...(readingChanges.length === 0
      ? []
      : ['', style.bold(READING_TITLE[language]), ...indented(readingLines(readingChanges, language), 2)]),
    '',
    ...wrap(fill(NOTE, {}, language), PAGE_WIDTH, 0).map(style.dim),
  ];
}
