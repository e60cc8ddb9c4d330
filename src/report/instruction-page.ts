/** The note d’instruction as a page: receivability first, then the elements of the examination, never a decision. */
import { departmentLabel } from '../model/oqos/departments.ts';
import { EQUIPMENT_WORDS } from '../model/oqos/equipment.ts';
import { RULE_TEXTS } from '../model/oqos/texts.ts';
import type {
  AuthorizeDocument,
  Competition,
  InstructedRequest,
  RuleReason,
} from '../model/results/authorize.ts';
import { effectLines } from './instruction-effect.ts';
import { needLines, simulatedLines } from './instruction-need.ts';
import { citedText, receivabilityLines, shortCitation, verdictText } from './instruction-rules.ts';
import {
  CRITERION_WORDS,
  KIND_WORDS,
  MARK_WORDS,
  NOT_DECIDED,
  POINT_WORDS,
  VERDICT_WORDS,
} from './instruction-words.ts';
import { type Language, type Text, typeset } from './language.ts';
import { anomalyLines, readingLines } from './oqos-page.ts';
import { balanceHeads, balanceLines } from './oqos-table.ts';
import { monthText, READING_WORDS } from './oqos-words.ts';
import { fill, type Values } from './sentence.ts';
import { cut, indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';

export interface InstructionPageOptions {
  readonly language: Language;
  readonly style: Style;
}

const TITLE: Text = {
  en: 'Instruction note: {count|request|requests}, balance of {region}, {month}',
  fr: 'Note d’instruction : {count|demande|demandes}, bilan {region}, {month}',
};
const READING: Text = { en: 'Parentheses: {reading}.', fr: 'Parenthèses : {reading}.' };
const HEAD: Text = { en: '{rank}. {id}: {title}', fr: '{rank}. {id} : {title}' };
const FACTS: Text = {
  en: '{applicant} · {equipment}, {department} · {kind} · {devices|device|devices}{names}{filed}',
  fr: '{applicant} · {equipment}, {department} · {kind} · {devices|appareil|appareils}{names}{filed}',
};
const FILED: Text = {
  en: ' · filed {date} (the order of filing does not count)',
  fr: ' · déposée le {date} (l’ordre de dépôt ne compte pas)',
};
const INTERVENTIONAL: Text = { en: 'interventional {equipment}', fr: '{equipment} interventionnel' };
const PARTS = {
  receivability: { en: 'A. RECEIVABILITY (arithmetic)', fr: 'A. RECEVABILITÉ (arithmétique)' },
  merits: { en: 'B. ELEMENTS OF THE EXAMINATION', fr: 'B. ÉLÉMENTS D’INSTRUCTION AU FOND' },
  balance: {
    en: 'The balance before, and after the receivable devices of this file alone (*)',
    fr: 'Le bilan avant, et après les seuls appareils recevables de ce dossier (*)',
  },
  same: { en: 'The balance, which this file does not change', fr: 'Le bilan, que ce dossier ne change pas' },
  criteria: { en: 'Criterion by criterion (no score)', fr: 'Critère par critère (sans note)' },
  points: { en: 'Points of attention', fr: 'Points d’attention' },
  odd: { en: 'What is odd in these rows of the balance', fr: 'Ce qui surprend dans ces lignes du bilan' },
  competing: { en: 'Competing files', fr: 'Dossiers concurrents' },
  readings: {
    en: 'Where the two readings of the parentheses differ',
    fr: 'Là où les deux lectures des parenthèses diffèrent',
  },
  sources: { en: 'Texts cited, and how each is known', fr: 'Textes cités, et comment chacun est connu' },
  open: { en: 'What this note does not decide', fr: 'Ce que cette note ne décide pas' },
} as const satisfies Readonly<Record<string, Text>>;
const CRITERION_HEADS: readonly Text[] = [
  { en: 'criterion', fr: 'critère' },
  { en: 'rests on', fr: 'repose sur' },
  { en: 'what the file declares', fr: 'ce que déclare le dossier' },
];
const SAYS_NOTHING: Text = { en: '— nothing', fr: '— rien' };
const COMPETITION: Text = {
  en: '{equipment}, {departments}: {files}. Granted in full, one after the other in some order, these sets are possible; none can be made larger:',
  fr: '{equipment}, {departments} : {files}. Accordés en entier, l’un après l’autre dans un certain ordre, ces ensembles sont possibles ; aucun ne peut être agrandi :',
};
const NO_SET: Text = {
  en: 'none of these files is receivable in full',
  fr: 'aucun de ces dossiers n’est recevable en entier',
};
const OTHER: Text = { en: 'then {id}: {verdict}', fr: 'alors {id} : {verdict}' };

const DATE: Text = { en: '{year}-{month}-{day}', fr: '{day}/{month}/{year}' };
const SUMMARY: Text = {
  en: '2020: {verdict} · since 2023: {since}',
  fr: '2020 : {verdict} · depuis 2023 : {since}',
};
const CONDITION_MISSED: Text = { en: ', a condition NOT MET', fr: ', une condition NON REMPLIE' };
const NOT_ALL: Text = {
  en: 'Files compete: they are not all receivable together (see below).',
  fr: 'Des dossiers se concurrencent : tous ne sont pas recevables ensemble (voir plus bas).',
};
const NOT_AUTHORISED: Text = {
  en: 'Receivable is not authorised: nothing below is an opinion on the merits.',
  fr: 'Recevable ne veut pas dire autorisé : rien de ce qui suit n’est un avis au fond.',
};

/** Conditions of the regime since 2023 that a file does not meet: they belong beside its first answer. */
const MISSED: readonly RuleReason[] = ['kinds-missing', 'agreement-missing'];

const CRITERION = 36;
const BASIS = 33;

/** A date as each language writes it. */
function dateText(iso: string, language: Language): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return fill(DATE, { year, month, day }, language);
}

/** Each file in a line: the answer of both regimes, before the detail. */
function summaryLines(
  { requests, competitions }: AuthorizeDocument,
  { language, style }: InstructionPageOptions,
) {
  const width = Math.max(...requests.map(({ request }) => request.id.length));
  const rows = requests.flatMap(({ request, regime2020, regime2023 }) => {
    const isMissed = regime2023.some(({ reason }) => MISSED.includes(reason));
    const missed = isMissed ? fill(CONDITION_MISSED, {}, language) : '';
    const values = {
      verdict: style.bold(verdictText(regime2020, request.devices, language)),
      since: VERDICT_WORDS[regime2023[0]?.verdict ?? 'not-determined'][language] + missed,
    };
    return wrap(`${request.id.padEnd(width)}  ${fill(SUMMARY, values, language)}`, PAGE_WIDTH - 2, 2);
  });
  const isAll = competitions.every(({ maximalSets, requests: files }) =>
    maximalSets.some(({ granted }) => granted.length === files.length),
  );
  return [...rows, ...(isAll ? [] : [fill(NOT_ALL, {}, language)]), fill(NOT_AUTHORISED, {}, language)].map(
    (row) => `  ${row}`,
  );
}

function factsLines({ request }: InstructedRequest, language: Language): readonly string[] {
  const { applicant, equipment, department, kind, devices, deviceNames, filed, isInterventional } = request;
  const plain = EQUIPMENT_WORDS[equipment][language];
  const values = {
    applicant,
    equipment: isInterventional ? fill(INTERVENTIONAL, { equipment: plain }, language) : plain,
    department: departmentLabel(department),
    kind: KIND_WORDS[kind][language],
    devices,
    names: deviceNames.length === 0 ? '' : ` (${deviceNames.join(', ')})`,
    filed: filed === null ? '' : fill(FILED, { date: dateText(filed, language) }, language),
  };
  return wrap(fill(FACTS, values, language), PAGE_WIDTH, 3);
}

function balanceBlock(
  one: InstructedRequest,
  { language, style }: InstructionPageOptions,
): readonly string[] {
  const { balanceBefore: before, balanceAfter: after } = one;
  const changed = after.filter((row) => row.isChanged);
  const title = changed.length === 0 ? PARTS.same : PARTS.balance;
  return [
    style.bold(title[language]),
    ...balanceHeads(language, style),
    ...before.flatMap((row) => balanceLines(row, language)),
    ...changed.flatMap((row) => balanceLines(row, language)),
  ];
}

function criteriaLines({ criteria }: InstructedRequest, { language, style }: InstructionPageOptions) {
  const [criterion, basis, says] = CRITERION_HEADS.map((head) => head[language]);
  const head = (criterion ?? '').padEnd(CRITERION) + (basis ?? '').padEnd(BASIS) + (says ?? '');
  const rows = criteria.flatMap((row) => {
    const marks = [...new Set(row.texts.map((id) => MARK_WORDS[RULE_TEXTS[id].mark][language]))].join(', ');
    const cited = row.texts.map((id) => shortCitation(id, language)).join(', ');
    const left = wrap(`${cited} (${marks})`, BASIS - 1, 0);
    const right = wrap(
      row.says === null ? SAYS_NOTHING[language] : row.says[language],
      PAGE_WIDTH - 2 - CRITERION - BASIS,
      0,
    );
    const name = cut(CRITERION_WORDS[row.criterion][language], CRITERION - 1);
    return Array.from({ length: Math.max(left.length, right.length) }, (_, rank) =>
      `${(rank === 0 ? name : '').padEnd(CRITERION)}${(left[rank] ?? '').padEnd(BASIS)}${right[rank] ?? ''}`.trimEnd(),
    );
  });
  return [style.bold(PARTS.criteria[language]), style.dim(`  ${head}`), ...rows.map((row) => `  ${row}`)];
}

const VOCABULARY = Object.freeze({ verdict: VERDICT_WORDS, criterion: CRITERION_WORDS });

/** The dates among the figures of a point, as each language writes them. */
function datesInWords({ filed, effective, ...values }: Values, language: Language): Values {
  return {
    ...values,
    ...(filed === undefined ? {} : { filed: dateText(String(filed), language) }),
    ...(effective === undefined ? {} : { effective: monthText(String(effective), language) }),
  };
}

function pointLines({ points, anomalies }: InstructedRequest, { language, style }: InstructionPageOptions) {
  const told = points.flatMap(({ point, values }) =>
    wrap(
      `· ${fill(POINT_WORDS[point], datesInWords(values, language), language, VOCABULARY)}`,
      PAGE_WIDTH - 2,
      2,
    ),
  );
  return [
    style.bold(PARTS.points[language]),
    ...indented(told, 2),
    ...(anomalies.length === 0
      ? []
      : ['', style.bold(PARTS.odd[language]), ...indented(anomalyLines(anomalies, language), 2)]),
  ];
}

function requestLines(
  one: InstructedRequest,
  rank: number,
  effects: AuthorizeDocument['effects'],
  options: InstructionPageOptions,
): readonly string[] {
  const { language, style } = options;
  const { id, title } = one.request;
  const head = fill(HEAD, { rank: rank + 1, id, title: title[language] }, language);
  return [
    '',
    ...wrap(head, PAGE_WIDTH, 3).map(style.bold),
    ...factsLines(one, language),
    '',
    style.bold(PARTS.receivability[language]),
    ...receivabilityLines(one, language, style),
    '',
    ...balanceBlock(one, options),
    '',
    style.bold(PARTS.merits[language]),
    ...criteriaLines(one, options),
    '',
    ...needLines(one, language, style),
    ...(effects ?? []).flatMap((effect) =>
      effect.request === id ? ['', ...effectLines(effect, options)] : [],
    ),
    '',
    ...pointLines(one, options),
  ];
}

function competitionLines(
  competition: Competition,
  requests: readonly InstructedRequest[],
  language: Language,
): readonly string[] {
  const { equipment, departments, maximalSets } = competition;
  const askedBy = (id: string) => requests.find(({ request }) => request.id === id)?.request.devices ?? 0;
  const values = {
    equipment: EQUIPMENT_WORDS[equipment][language],
    departments: departments.map(departmentLabel).join(', '),
    files: competition.requests.join(', '),
  };
  return [
    ...indented(wrap(fill(COMPETITION, values, language), PAGE_WIDTH - 2, 2), 2),
    ...maximalSets.flatMap(({ granted, others }) => [
      ...indented(
        wrap(`· ${granted.length === 0 ? NO_SET[language] : granted.join(' + ')}`, PAGE_WIDTH - 4, 2),
        4,
      ),
      ...others.map(({ id, outcome }) => {
        const verdict = verdictText(outcome, askedBy(id), language);
        return `      ${fill(OTHER, { id, verdict }, language)}`;
      }),
    ]),
  ];
}

function sourceLines({ texts }: AuthorizeDocument, language: Language): readonly string[] {
  return texts.flatMap((id) => {
    const { content, pages } = RULE_TEXTS[id];
    const where = pages.length === 0 ? '' : ` [${pages.join(', ')}]`;
    const line = fill(
      { en: '{cited}: {content}', fr: '{cited} : {content}' },
      {
        cited: citedText(id, language),
        content: `${typeset(content[language], language)}${where}`,
      },
      language,
    );
    return indented(wrap(`· ${line}`, PAGE_WIDTH - 2, 2), 2);
  });
}

/**
 * The note d’instruction of some requests: for each its receivability, then the elements of its examination; then what
 * concerns them all, the texts cited and what is left to people.
 */
export function instructionPage(
  document: AuthorizeDocument,
  options: InstructionPageOptions,
): readonly string[] {
  const { language, style } = options;
  const { balance, requests, competitions, readingChanges, simulated, interventional } = document;
  const title = fill(
    TITLE,
    {
      count: requests.length,
      region: balance.region[language],
      month: monthText(balance.effective, language),
    },
    language,
  );
  const part = (name: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', style.bold(name[language]), ...lines];
  return [
    ...wrap(title, PAGE_WIDTH, 2).map(style.bold),
    ...(readingChanges.length === 0
      ? []
      : wrap(fill(READING, { reading: READING_WORDS[interventional][language] }, language), PAGE_WIDTH, 2)),
    ...summaryLines(document, options),
    ...requests.flatMap((one, rank) => requestLines(one, rank, document.effects, options)),
    ...part(
      PARTS.competing,
      competitions.flatMap((one) => competitionLines(one, requests, language)),
    ),
    ...(simulated === null ? [] : ['', ...simulatedLines(simulated, requests, language, style)]),
    ...part(
      PARTS.readings,
      readingChanges.length === 0 ? [] : indented(readingLines(readingChanges, language), 2),
    ),
    ...part(PARTS.sources, sourceLines(document, language)),
    ...part(
      PARTS.open,
      NOT_DECIDED.flatMap((one) => indented(wrap(`· ${fill(one, {}, language)}`, PAGE_WIDTH - 2, 2), 2)),
    ),
  ];
}
