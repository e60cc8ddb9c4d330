/** `creneau validate history`: what the model says of capacity added in reality, hits and misses alike. */
import { validateHistory } from '../../calibrate/history.ts';
import { historyPage } from '../../report/history-page.ts';
import type { Language } from '../../report/language.ts';
import { type Emission, emit, readEmission } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Manner, readManner } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export interface ValidateRequest extends Manner, Emission {}

export function read(words: Words, language: Language): ValidateRequest {
  const [what = '', ...more] = words.plain;
  if (what !== 'history') words.refuse('subcommand', { value: what, expected: 'history' });
  for (const value of more) words.refuse('argument-extra', { value });
  return { ...readEmission(words), ...readManner(words, language) };
}

export async function run(request: ValidateRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  voice.note('takesAMinute', {});
  const document = validateHistory();
  const { language } = request;
  const isWritten = emit(
    request,
    document,
    (style) => historyPage(document, { language, style }),
    terminal,
    voice,
  );
  return isWritten ? EXIT.done : EXIT.input;
}
