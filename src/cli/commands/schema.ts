/** `creneau schema`: the JSON Schema of scenarios, or the page of all their fields. */
import { writeTextFile } from '../../io/write.ts';
import { scenarioJsonSchema } from '../../model/schema/json-schema.ts';
import type { Language } from '../../report/language.ts';

import { referencePage } from '../../report/reference-page.ts';

import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Manner, readManner } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export interface SchemaRequest extends Manner {
  readonly isReference: boolean;
  readonly out: string | null;
  readonly force: boolean;
}

export function read(words: Words, language: Language): SchemaRequest {
  for (const value of words.plain) words.refuse('argument-extra', { value });
  const isReference = words.isOn('reference');
  if (isReference && words.isOn('json')) words.refuse('reference-or-json', {});
  return {
    isReference,
    out: words.text('out'),
    force: words.isOn('force'),
    ...readManner(words, language),
  };
}

export async function run(request: SchemaRequest, terminal: Terminal): Promise<ExitCode> {
  const { language, out, isReference } = request;
  const text = isReference
    ? referencePage(language)
    : `${JSON.stringify(scenarioJsonSchema(language), null, 2)}\n`;
  if (out === null) {
    terminal.stdout.write(text);
    return EXIT.done;
  }
  const voice = new Voice(request, terminal);
  const findings = writeTextFile(out, text, request);
  voice.findings(findings);
  if (findings.length > 0) return EXIT.input;
  voice.note('written', { file: out });
  if (!isReference) voice.note('schemaNext', { file: out });
  return EXIT.done;
}
