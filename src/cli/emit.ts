/** A command's result where it is wanted: a page or a JSON document, on stdout or in a file. */
import { writeTextFile } from '../io/write.ts';
import { PLAIN, type Style } from '../report/table-layout.ts';
import type { Manner } from './run-options.ts';
import type { Terminal } from './terminal.ts';
import { pageText, type Voice } from './voice.ts';
import type { Words } from './words.ts';

export interface Emission {
  readonly json: boolean;
  readonly out: string | null;
  readonly force: boolean;
}

export const readEmission = (words: Words): Emission => ({
  json: words.isOn('json'),
  out: words.text('out'),
  force: words.isOn('force'),
});

/** Prints or writes the result; false, the reason told, when it could not be written. */
export function emit(
  request: Emission & Manner,
  document: object,
  page: (style: Style) => readonly string[],
  terminal: Terminal,
  voice: Voice,
): boolean {
  const { json, out } = request;
  const style = out === null ? voice.style() : PLAIN;
  const text = json ? `${JSON.stringify(document, null, 2)}\n` : pageText(page(style));
  if (out === null) {
    terminal.stdout.write(text);
    return true;
  }
  const findings = writeTextFile(out, text, request);
  voice.findings(findings);
  if (findings.length === 0) voice.note('written', { file: out });
  return findings.length === 0;
}

/** Writes a page to a file of its own; false, the reason told, when it could not be written. */
export function writePage(file: string, text: string, { force }: Emission, voice: Voice): boolean {
  const findings = writeTextFile(file, text, { force });
  voice.findings(findings);
  if (findings.length === 0) voice.note('written', { file });
  return findings.length === 0;
}
