/** `creneau calibrate durations`: laws fitted to published quantiles, or to a site's own. */
import { fitBenchmark, fitRows } from '../../calibrate/fit-benchmark.ts';
import { readQuantiles } from '../../io/quantiles-csv.ts';
import { hasErrors } from '../../model/finding.ts';
import { fitTable } from '../../report/fit-table.ts';
import type { Language } from '../../report/language.ts';
import { type Emission, emit, readEmission } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { loadBenchmark } from '../load-benchmark.ts';
import { type Manner, readManner } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export interface CalibrateRequest extends Manner, Emission {
  /** A site's own quantiles; null = the benchmark alone. */
  readonly file: string | null;
  readonly benchmark: string | null;
}

export function read(words: Words, language: Language): CalibrateRequest {
  const [what = '', file, ...more] = words.plain;
  if (what !== 'durations') words.refuse('subcommand', { value: what, expected: 'durations' });
  for (const value of more) words.refuse('argument-extra', { value });
  return {
    file: file ?? null,
    benchmark: words.text('benchmark'),
    ...readEmission(words),
    ...readManner(words, language),
  };
}

export async function run(request: CalibrateRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const { benchmark, findings } = loadBenchmark(request.benchmark);
  const own = request.file === null ? { rows: [], findings: [] } : readQuantiles(request.file);
  const fitted = fitRows(own.rows ?? []);
  const all = [...findings, ...own.findings, ...fitted.findings];
  voice.findings(all);
  if (benchmark === null || hasErrors(all)) return EXIT.input;
  const document = fitBenchmark(benchmark, fitted.rows);
  const { language } = request;
  const isWritten = emit(
    request,
    document,
    (style) => fitTable(document, { language, style }),
    terminal,
    voice,
  );
  if (!isWritten) return EXIT.input;
  voice.note('durationsNext', {});
  return EXIT.done;
}
