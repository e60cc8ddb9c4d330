/** The proposed week written as a variant of the scenario, once it has been read back as the very week that was simulated. */
import { dirname, isAbsolute, join } from 'node:path';
import { parseDocument } from '../../io/document.ts';
import { proposalVariant } from '../../io/proposal-variant.ts';
import { readScenarioDocument } from '../../io/scenario-file.ts';
import { extendsPath } from '../../io/week-variant.ts';
import { openPendingFile, writeTextFile } from '../../io/write.ts';
import type { Finding } from '../../model/finding.ts';
import { scenarioHash } from '../../model/hash.ts';
import { mergeDocuments } from '../../model/load/merge.ts';
import type { ProposedWeek } from '../../model/results/optimize.ts';
import type { Label, Scenario } from '../../model/scenario.ts';
import type { Language } from '../../report/language.ts';
import type { Placed } from '../assignments.ts';
import { judgeScenario, type LoadedScenario } from '../load-scenario.ts';
import type { Problem } from '../messages.ts';

const NAME: Label = Object.freeze({ en: 'proposed week', fr: 'semaine proposée' });

/**
 * Whether a file may be written there, asked before a long run; nothing is left behind.
 * @example writableFindings('no-such-folder/a.yaml', false)[0].code // 'file-folder-missing'
 */
export function writableFindings(file: string, force: boolean): readonly Finding[] {
  const { pending, findings } = openPendingFile(file, { force });
  pending?.abort();
  return findings;
}

export interface VariantRequest {
  /** The scenario it is made from, and the file to write. */
  readonly file: string;
  readonly out: string;
  readonly force: boolean;
  readonly language: Language;
}

/** What kept the variant from being written; nothing where it is there. */
export interface WrittenVariant {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

const refused = (code: 'proposal-unwritable' | 'week-other-disk', file: string): WrittenVariant => ({
  findings: [],
  problems: [{ code, values: { file } }],
});

/** Writes the proposed scenario whole or not at all. */
export function writeVariant(
  { file, out, force, language }: VariantRequest,
  loaded: LoadedScenario,
  proposed: Scenario,
  week: ProposedWeek,
): WrittenVariant {
  const { scenario, input, written } = loaded;
  const { document } = readScenarioDocument(file);
  if (scenario === null || input === null || document === null) return refused('proposal-unwritable', file);
  const extended = extendsPath(out, file);
  if (extended === null) return refused('week-other-disk', file);
  const sentences = week.changes.map(({ devices, site, label }) => ({
    devices,
    site,
    text: label[language],
  }));
  const variant = proposalVariant({ written, input, scenario }, proposed, sentences, {
    extended,
    name: { en: `${scenario.name.en}, ${NAME.en}`, fr: `${scenario.name.fr}, ${NAME.fr}` },
    logPath: (flow, log) => logFrom(out, document.locate(['flows', flow, 'log']).file, log),
  });
  if (variant === null) return refused('proposal-unwritable', file);
  const back = parseDocument(variant.text, out).document;
  if (back === null) return refused('proposal-unwritable', file);
  const { extends: _extends, ...own } = back.value as Readonly<Record<string, unknown>>;
  const placed: Placed = variant.isExtending
    ? { value: mergeDocuments(document.value, own), locate: document.locate }
    : { value: own, locate: () => ({ file: out }) };
  const judged = judgeScenario(placed);
  if (judged.scenario === null || scenarioHash(judged.scenario) !== scenarioHash(proposed))
    return refused('proposal-unwritable', file);
  return { findings: writeTextFile(out, variant.text, { force }), problems: [] };
}

/** The path of a log from the new file: from the file that named it, where it is not absolute. */
function logFrom(out: string, saidIn: string, log: string): string {
  if (isAbsolute(log)) return log;
  const target = join(dirname(saidIn), log);
  return extendsPath(out, target) ?? target;
}
