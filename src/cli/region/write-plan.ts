/** The planned region written as a variant of the region’s file, once it has been read back as the very region that was simulated. */
import { parseDocument } from '../../io/document.ts';
import { regionVariant } from '../../io/region-variant.ts';
import { readScenarioDocument } from '../../io/scenario-file.ts';
import { extendsPath } from '../../io/week-variant.ts';
import { writeTextFile } from '../../io/write.ts';
import { scenarioHash } from '../../model/hash.ts';
import { mergeDocuments } from '../../model/load/merge.ts';
import type { Label, Scenario } from '../../model/scenario.ts';
import { judgeScenario, type LoadedScenario } from '../load-scenario.ts';
import type { Problem } from '../messages.ts';
import type { WrittenVariant } from '../optimize/write-variant.ts';

const NAME: Label = Object.freeze({ en: 'planned', fr: 'planifié' });

export interface PlanVariantRequest {
  /** The region it is made from, and the file to write. */
  readonly file: string;
  readonly out: string;
  readonly force: boolean;
}

const refused = (code: Problem['code'], file: string): WrittenVariant => ({
  findings: [],
  problems: [{ code, values: { file } }],
});

/**
 * Writes the planned region whole or not at all.
 * @param comments said above it, a line each.
 */
export function writePlan(
  { file, out, force }: PlanVariantRequest,
  loaded: LoadedScenario,
  planned: Scenario,
  comments: readonly string[],
): WrittenVariant {
  const { scenario, input, written } = loaded;
  const { document } = readScenarioDocument(file);
  if (scenario === null || input === null || document === null) return refused('plan-unwritable', file);
  const extended = extendsPath(out, file);
  if (extended === null) return refused('week-other-disk', file);
  const name = { en: `${scenario.name.en}, ${NAME.en}`, fr: `${scenario.name.fr}, ${NAME.fr}` };
  const variant = regionVariant({ written, input, scenario }, planned, { extended, name, comments });
  if (variant === null) return refused('plan-unwritable', file);
  const back = parseDocument(variant.text, out).document;
  if (back === null) return refused('plan-unwritable', file);
  const { extends: _extends, ...own } = back.value as Readonly<Record<string, unknown>>;
  const judged = judgeScenario({ value: mergeDocuments(document.value, own), locate: document.locate });
  if (judged.scenario === null || scenarioHash(judged.scenario) !== scenarioHash(planned))
    return refused('plan-unwritable', file);
  return { findings: writeTextFile(out, variant.text, { force }), problems: [] };
}
