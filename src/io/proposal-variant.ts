/**
 * A proposed scenario as a variant of the file it was made from: the weeks, slots, exam shares and reading hours that
 * differ, and nothing else. What is read back is the proposed scenario itself.
 */
import { Document, isMap, isScalar, isSeq, Scalar, type YAMLMap } from 'yaml';
import { flowId } from '../model/complete/device.ts';
import { mergeDocuments } from '../model/load/merge.ts';
import type { Device, Flow, Label, ReadingWindow, Scenario, Site } from '../model/scenario.ts';
import type { ScenarioInput } from '../model/schema/schema.ts';
import { type Written, writtenMinutes } from '../model/week/quantities.ts';
import { showClock, writtenDays } from '../model/week/times.ts';
import { type SplitScenario, splitCopies } from './proposal-copies.ts';
import { addedExams, droppedShares, writtenExam, writtenShares } from './proposal-demand.ts';
import { Unwritable, writtenWeek } from './proposal-week.ts';

/** The file a proposal was made from: as written (files it extends merged), as the schema has it, and completed. */
export interface ProposalBase {
  readonly written: unknown;
  readonly input: ScenarioInput;
  readonly scenario: Scenario;
}

/** What is said above a part of the file: a sentence of each change, and where it is done. */
export interface ProposalSentence {
  readonly devices: readonly string[];
  readonly site: string;
  readonly text: string;
}

export interface ProposalNames {
  /** What the variant extends, as `extendsPath` gives it. */
  readonly extended: string;
  readonly name: Label;
  /** Where a file that stands alone finds the log of a flow, given by its rank and what was written. */
  readonly logPath: (flow: number, log: string) => string;
}

export interface ProposalVariant {
  /** The whole file. */
  readonly text: string;
  /** The same as a value. */
  readonly value: Readonly<Record<string, unknown>>;
  /** False for a file that stands alone: one of several devices of a `count` differs, which no variant can say. */
  readonly isExtending: boolean;
}

type Overlay = Readonly<Record<string, unknown>>;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const LONGEST_NAME = 200;

/**
 * The variant that gives the proposed scenario; null where the form of scenario files cannot say it. The caller reads it
 * back before it is written.
 */
export function proposalVariant(
  base: ProposalBase,
  proposed: Scenario,
  sentences: readonly ProposalSentence[],
  names: ProposalNames,
): ProposalVariant | null {
  const split = splitCopies(base, proposed);
  try {
    const overlay = overlayOf({ ...split, scenario: base.scenario }, proposed);
    const name = { en: names.name.en.slice(0, LONGEST_NAME), fr: names.name.fr.slice(0, LONGEST_NAME) };
    const value = split.isSplit
      ? (mergeDocuments(withLogs(split.written, names), { name, ...overlay }) as Overlay)
      : { extends: names.extended, name, ...overlay };
    return { text: textOf(value, sentences, split), value, isExtending: !split.isSplit };
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
}

/** The whole file, its logs named from where it will stand. */
function withLogs(written: unknown, { logPath }: ProposalNames): unknown {
  const flows = listOf(dataOf(written, 'flows')).map((flow, rank) => {
    const log = dataOf(flow, 'log');
    return typeof log === 'string' ? { ...(flow as Overlay), log: logPath(rank, log) } : flow;
  });
  return { ...(written as Overlay), flows };
}

function overlayOf(base: ProposalBase, proposed: Scenario): Overlay {
  const exams = addedExams(base.scenario, proposed);
  const parts: Record<string, readonly unknown[]> = {
    sites: proposed.sites.flatMap((site) => siteOverlay(base.scenario, site)),
    devices: base.input.devices.flatMap((_, rank) => deviceOverlay(base, rank, proposed)),
    flows: flowsOverlay(base, proposed),
  };
  return {
    ...(exams.length === 0
      ? {}
      : { exams: Object.fromEntries(exams.map((one) => [one.id, writtenExam(one)])) }),
    ...Object.fromEntries(Object.entries(parts).filter(([, items]) => items.length > 0)),
  };
}

const dataOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Overlay)[key] : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What differs at one device of the file, all its copies alike. */
function deviceOverlay(base: ProposalBase, rank: number, proposed: Scenario): readonly Overlay[] {
  const device = base.input.devices[rank]!;
  const id = (device.count ?? 1) === 1 ? device.id : `${device.id}-1`;
  const after = proposed.devices.find((one) => one.id === id);
  const before = base.scenario.devices.find((one) => one.id === id);
  if (after === undefined) throw new Unwritable(id);
  const slots = before === undefined ? null : slotsOverlay(before, after);
  const isSameWeek = before !== undefined && same(before.week, after.week);
  if (isSameWeek && slots === null) return [];
  const week = listOf(dataOf(listOf(dataOf(base.written, 'devices'))[rank], 'week'));
  const { input, scenario } = base;
  return [
    {
      id: device.id,
      ...(slots === null ? {} : { slots }),
      ...(isSameWeek
        ? {}
        : {
            week: writtenWeek(
              { input, device, week, scenario: { ...scenario, exams: proposed.exams } },
              after,
            ),
          }),
    },
  ];
}

function slotsOverlay(before: Device, after: Device): Written | null {
  const changed = <T extends object>(a: T, b: T) =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
      (key) => !same(a[key as keyof T], b[key as keyof T]),
    );
  const minutes = (seconds: number | undefined) => (seconds === undefined ? null : writtenMinutes(seconds));
  const told = (keys: readonly string[], of: object) =>
    Object.fromEntries(keys.map((key) => [key, minutes((of as Record<string, number>)[key])]));
  const exams = Object.fromEntries(
    changed(before.slotSecondsByExam, after.slotSecondsByExam).map((exam) => {
      const own = after.slotSecondsByExam[exam];
      // In full: what is written may stand for all classes.
      const keys = Object.keys({ ...before.slotSecondsByExam[exam], ...own });
      return [exam, own === undefined ? null : told(keys, own)];
    }),
  );
  const classes = told(changed(before.slotSeconds, after.slotSeconds), after.slotSeconds);
  const overlay = { ...classes, ...(Object.keys(exams).length === 0 ? {} : { exams }) };
  return Object.keys(overlay).length === 0 ? null : (overlay as Written);
}

function siteOverlay(base: Scenario, after: Site): readonly Overlay[] {
  const before = base.sites.find(({ id }) => id === after.id);
  if (after.reading === null || same(before?.reading?.windows, after.reading.windows)) return [];
  return [{ id: after.id, reading: { 'hours-per-week': null, week: writtenWindows(after.reading.windows) } }];
}

/** Reading hours in their order; those of several days running are one line. */
function writtenWindows(windows: readonly ReadingWindow[]): readonly Written[] {
  const runs: { readonly days: number[]; readonly window: ReadingWindow }[] = [];
  for (const window of windows) {
    const last = runs.at(-1);
    const isAlike = last !== undefined && same({ ...last.window, day: window.day }, window);
    if (isAlike && window.day > last.days.at(-1)!) last.days.push(window.day);
    else runs.push({ days: [window.day], window });
  }
  return runs.map(({ days, window: { fromSeconds, toSeconds, readers } }) => ({
    days: writtenDays(days),
    from: showClock(fromSeconds),
    to: showClock(toSeconds),
    readers,
  }));
}

/** Shares of exam types and owners that differ: by id, or the whole list where flows are written without. */
function flowsOverlay({ written, input, scenario }: ProposalBase, proposed: Scenario): readonly unknown[] {
  const raw = listOf(dataOf(written, 'flows'));
  const ids = flowIds(scenario, input);
  const isById = input.flows.every(({ id }) => id !== undefined);
  const changes = input.flows.map(
    (flow, rank): { readonly overlay: Overlay; readonly dropped: readonly string[] } => {
      const before = scenario.flows.find(({ id }) => id === ids[rank]);
      const after = proposed.flows.find(({ id }) => id === ids[rank]);
      if (before === undefined || after === undefined) throw new Unwritable(ids[rank] ?? '');
      const own = Object.keys(flow.exams ?? {});
      const isSameShares = same(before.exams, after.exams);
      const shares = isSameShares ? {} : writtenShares(after, own);
      if (shares === null) throw new Unwritable(`${after.id}: exams`);
      return {
        overlay: {
          ...(before.owner === after.owner ? {} : { owner: after.owner }),
          ...(isSameShares ? {} : { exams: shares }),
        },
        dropped: isSameShares ? [] : droppedShares(after, own),
      };
    },
  );
  const isChanged = changes.map(({ overlay }) => Object.keys(overlay).length > 0);
  if (!isChanged.includes(true)) return [];
  if (!isById) return raw.map((flow, rank) => ({ ...(flow as Overlay), ...changes[rank]!.overlay }));
  return changes.flatMap(({ overlay, dropped }, rank) => {
    if (!isChanged[rank]) return [];
    const gone = Object.fromEntries(dropped.map((name) => [name, null]));
    const exams = overlay.exams === undefined ? {} : { exams: { ...gone, ...(overlay.exams as Overlay) } };
    return [{ id: ids[rank], ...overlay, ...exams }];
  });
}

/** The id of each flow of the file, in its order: its own, or the one it is given. */
function flowIds({ flows }: Scenario, input: ScenarioInput): readonly string[] {
  const known = new Set(flows.map(({ id }: Flow) => id));
  return input.flows.map((flow) => (flow.id !== undefined && known.has(flow.id) ? flow.id : flowId(flow)));
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** Above a part of the file, the sentences of what it changes. */
function commentOf(sentences: readonly ProposalSentence[]): string {
  return [...new Set(sentences.map(({ text }) => ` ${oneLine(text)}`))].join('\n');
}

/** One vacation a line, times in quotes, as scenarios are written. */
function textOf(value: Overlay, sentences: readonly ProposalSentence[], split: SplitScenario): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const inLine = (node: unknown, depth: number): void => {
    if (depth === 0 && (isMap(node) || isSeq(node))) node.flow = true;
    else if (isMap(node)) for (const { value: inner } of node.items) inLine(inner, depth - 1);
  };
  const name = document.get('name');
  if (isMap(name)) name.flow = true;
  const itemsOf = (key: string): readonly YAMLMap[] => {
    const list = document.get(key);
    return isSeq(list) ? list.items.filter((one): one is YAMLMap => isMap(one)) : [];
  };
  const exams = document.get('exams');
  inLine(exams, 1);
  for (const item of itemsOf('flows')) item.flow = true;
  for (const item of [...itemsOf('devices'), ...itemsOf('sites')]) {
    const id = String(item.get('id'));
    const own = sentences.filter(({ devices, site }) =>
      devices.length === 0 ? site === id : devices.some((one) => one === id || split.writtenId(one) === id),
    );
    if (own.length > 0) item.commentBefore = commentOf(own);
    const reading = item.get('reading');
    for (const list of [item.get('week'), isMap(reading) ? reading.get('week') : null])
      for (const entry of isSeq(list) ? list.items : []) vacationInLine(entry);
    const slots = item.get('slots');
    if (isMap(slots)) slots.flow = true;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function vacationInLine(entry: unknown): void {
  if (!isMap(entry)) return;
  entry.flow = true;
  for (const key of ['from', 'to']) {
    const time = entry.get(key, true);
    if (isScalar(time)) time.type = Scalar.QUOTE_DOUBLE;
  }
}
