/** `creneau init`: a scenario from the eight numbers people know, calibrated, and how well it gives them back. */
import { knobIntervals } from '../../calibrate/intervals.ts';
import { assumptionIntervals, patienceEdges } from '../../calibrate/site-edges.ts';
import type { SiteNumbers } from '../../calibrate/site-numbers.ts';
import { calibrateSite, SOLVE_DEFAULTS } from '../../calibrate/solve.ts';
import { ioError } from '../../io/codes.ts';
import { parseDocument } from '../../io/document.ts';
import { type NamedValue, readPairs } from '../../io/pairs-csv.ts';
import { writeTextFile } from '../../io/write.ts';
import { type Finding, hasErrors } from '../../model/finding.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { RESULT_VERSION } from '../../model/results/results.ts';
import type { Language } from '../../report/language.ts';
import { fitLines } from '../../report/table-fit.ts';
import { simulateScenario } from '../../stats/experiment.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { NUMBER_NAMES, type NumberName, numberNamed, QUESTIONS, readNumbers } from '../init/answers.ts';
import { faultFindings, weekFindings, wrongNumbers } from '../init/faults.ts';
import { siteFile } from '../init/site-file.ts';
import { readSiteWeek } from '../init/site-week.ts';
import { type Found, tellEight, tellFound } from '../init/tell.ts';
import { judgeScenario } from '../load-scenario.ts';
import { type Manner, quoted, readManner } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';
import { documentOf } from './simulate.ts';

export interface InitRequest extends Manner {
  readonly given: ReadonlyMap<NumberName, string>;
  readonly from: string | null;
  readonly week: string | null;
  readonly name: string | null;
  readonly out: string | null;
  readonly force: boolean;
  readonly json: boolean;
}

export function read(words: Words, language: Language): InitRequest {
  for (const value of words.plain) words.refuse('argument-extra', { value });
  const given = new Map<NumberName, string>();
  for (const name of NUMBER_NAMES) {
    const value = words.text(name);
    if (value !== null) given.set(name, value);
  }
  const manner = readManner(words, language);
  return {
    given,
    from: words.text('from'),
    week: words.text('week'),
    name: words.text('name'),
    out: words.text('out'),
    force: words.isOn('force'),
    json: words.isOn('json'),
    ...manner,
  };
}

export async function run(request: InitRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const gathered = await gather(request, terminal);
  const answers = readNumbers(gathered.texts, request.week !== null);
  const findings = [...gathered.findings, ...wrongNumbers(answers, gathered.places, gathered.meant)];
  if (answers.numbers === null || hasErrors(findings)) return refuse(findings, voice);
  const own = request.week === null ? null : await readSiteWeek(request.week, answers.numbers);
  if (own !== null && own.numbers === null) return refuse([...findings, ...own.findings], voice);
  const numbers = own?.numbers ?? answers.numbers;
  const { places } = gathered;
  const stated = gathered.texts.has('opening') ? answers.numbers.openingHours : null;
  const differing = weekFindings(numbers, stated, places);
  // With a week, the hours that count are those of its file.
  const faulty = request.week === null ? places : new Map(places).set('opening', { file: request.week });
  const faults = faultFindings(numbers, faulty);
  voice.findings([...findings, ...(own?.findings ?? []), ...differing, ...faults]);
  if (hasErrors(faults)) return EXIT.input;
  return await calibrated(request, numbers, answers.isUsualMix, terminal, voice);
}

function refuse(findings: readonly Finding[], voice: Voice): ExitCode {
  voice.findings(findings);
  return EXIT.input;
}

/** Options first, then the CSV, then what is asked; where each came from. */
async function gather(request: InitRequest, terminal: Terminal) {
  const texts = new Map<NumberName, string>();
  const places = new Map<NumberName, { file: string; line?: number; column?: number }>();
  const findings: Finding[] = [];
  const meant = new Set<string>();
  const { from, given, language } = request;
  if (from !== null) {
    const read = readPairs(from);
    findings.push(...read.findings);
    for (const pair of read.pairs) {
      const name = numberNamed(pair.name);
      if (name === null) {
        const unknown = unknownNumber(pair, from);
        findings.push(unknown);
        meant.add(String(unknown.values.nearest));
      } else {
        texts.set(name, pair.value);
        places.set(name, { file: from, line: pair.line, column: pair.column });
      }
    }
  }
  for (const [name, value] of given) {
    texts.set(name, value);
    places.set(name, { file: `--${name}` });
  }
  for (const name of NUMBER_NAMES) {
    if (texts.has(name) || terminal.ask === null || (name === 'opening' && request.week !== null)) continue;
    const answer = await terminal.ask(`${QUESTIONS[name][language]}${language === 'fr' ? '\u202f' : ''}: `);
    if (answer === null) break;
    texts.set(name, answer);
  }
  return { texts, places, findings, meant };
}

function unknownNumber({ name, line }: NamedValue, file: string): Finding {
  const nearest = nearestName(name, [...NUMBER_NAMES]);
  const values = { value: name, known: NUMBER_NAMES.join(', '), nearest };
  return ioError('number-unknown', values, { file, line, column: 1 });
}

/** Half a year: what a site looks back on when it says its usual delays. */
const OBSERVED_WEEKS = 26;
/** The ends of patience bound an interval; half a day, as is later told as given back, is near enough. */
const EDGES_WITHIN = 2;

async function calibrated(
  request: InitRequest,
  numbers: SiteNumbers,
  isUsualMix: boolean,
  terminal: Terminal,
  voice: Voice,
): Promise<ExitCode> {
  const { language, out } = request;
  voice.note('initCalibrates', {});
  const found = calibrateSite(numbers);
  const options = { observedWeeks: OBSERVED_WEEKS, replications: 6, seed: 'init' };
  const intervals = knobIntervals(found, options);
  const edges = patienceEdges(found, { ...SOLVE_DEFAULTS, within: EDGES_WITHIN });
  const assumed = assumptionIntervals(intervals, found, edges);
  const name = request.name ?? `${numbers.modality === 'ct' ? 'Scanner' : 'IRM'} (creneau init)`;
  const text = siteFile(found, assumed, { name, isUsualMix, language });
  const { document } = parseDocument(text, out ?? 'init.yaml');
  const judged = document === null ? null : judgeScenario(document);
  if (judged === null || judged.scenario === null)
    throw new Error(`init wrote a scenario it refuses: ${JSON.stringify(judged?.findings[0] ?? null)}`);
  const result = simulateScenario(judged.scenario);
  if (request.json) {
    const { knobs, hasConverged } = found;
    const document = {
      creneau: RESULT_VERSION,
      command: 'init',
      knobs,
      intervals,
      assumptionIntervals: assumed,
      hasConverged,
      fit: result.fit,
    };
    terminal.stdout.write(`${JSON.stringify({ ...document, scenario: text }, null, 2)}\n`);
  } else if (out === null) terminal.stdout.write(text);
  if (out !== null) {
    const unwritten = writeTextFile(out, text, request);
    if (unwritten.length > 0) return refuse(unwritten, voice);
    voice.note('written', { file: out });
  }
  const context = { language, style: voice.style(), document: documentOf(result, judged.scenario) };
  for (const line of fitLines(context as Parameters<typeof fitLines>[0])) voice.line(line);
  const told: Found = { calibrated: found, intervals, assumed, isUsualMix };
  tellEight(told, result.fit, language, voice);
  tellFound(told, language, voice);
  if (out !== null) voice.note('initNext', { file: quoted(out) });
  else if (!request.json) voice.note('initKeep', {});
  return EXIT.done;
}
