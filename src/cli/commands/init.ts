/** `creneau init`: a scenario from the eight numbers people know, calibrated, and how well it gives them back. */
import { missedNumber } from '../../calibrate/assumption-sets.ts';
import { knobIntervals } from '../../calibrate/intervals.ts';
import { reconcile, siteFaults } from '../../calibrate/site-check.ts';
import type { SiteNumbers } from '../../calibrate/site-numbers.ts';
import { calibrateSite } from '../../calibrate/solve.ts';
import { ioError } from '../../io/codes.ts';
import { parseDocument } from '../../io/document.ts';
import { type NamedValue, readPairs } from '../../io/pairs-csv.ts';
import { writeTextFile } from '../../io/write.ts';
import { type Finding, hasErrors } from '../../model/finding.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { type FitRow, RESULT_VERSION, type SimulationResult } from '../../model/results/results.ts';
import type { Language } from '../../report/language.ts';
import { formatShort } from '../../report/numbers.ts';
import { fitLines } from '../../report/table-fit.ts';
import { simulateScenario } from '../../stats/experiment.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import {
  NUMBER_NAMES,
  type NumberName,
  numberNamed,
  QUESTIONS,
  type ReadNumbers,
  readNumbers,
} from '../init/answers.ts';
import { siteFile } from '../init/site-file.ts';
import { readSiteWeek } from '../init/site-week.ts';
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
  const answers = readNumbers(gathered.texts);
  const findings = [...gathered.findings, ...wrongNumbers(answers, gathered.places)];
  if (answers.numbers === null || hasErrors(findings)) return refuse(findings, voice);
  const own = request.week === null ? null : await readSiteWeek(request.week, answers.numbers);
  if (own !== null && own.numbers === null) return refuse([...findings, ...own.findings], voice);
  const numbers = own?.numbers ?? answers.numbers;
  const faults = faultFindings(numbers, gathered.places);
  voice.findings([...findings, ...(own?.findings ?? []), ...faults]);
  if (hasErrors(faults)) return EXIT.input;
  return await calibrated(request, numbers, answers.isUsualMix, terminal, voice);
}

function refuse(findings: readonly Finding[], voice: Voice): ExitCode {
  voice.findings(findings);
  return EXIT.input;
}

type Places = ReadonlyMap<
  NumberName,
  { readonly file: string; readonly line?: number; readonly column?: number }
>;

/** Options first, then the CSV, then what is asked; where each came from. */
async function gather(request: InitRequest, terminal: Terminal) {
  const texts = new Map<NumberName, string>();
  const places = new Map<NumberName, { file: string; line?: number; column?: number }>();
  const findings: Finding[] = [];
  const { from, given, language } = request;
  if (from !== null) {
    const read = readPairs(from);
    findings.push(...read.findings);
    for (const pair of read.pairs) {
      const name = numberNamed(pair.name);
      if (name === null) findings.push(unknownNumber(pair, from));
      else {
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
    if (texts.has(name) || terminal.ask === null) continue;
    const answer = await terminal.ask(`${QUESTIONS[name][language]}${language === 'fr' ? '\u202f' : ''}: `);
    if (answer === null) break;
    texts.set(name, answer);
  }
  return { texts, places, findings };
}

function unknownNumber({ name, line }: NamedValue, file: string): Finding {
  const nearest = nearestName(name, [...NUMBER_NAMES]);
  const values = { value: name, known: NUMBER_NAMES.join(', '), nearest };
  return ioError('number-unknown', values, { file, line, column: 1 });
}

const wrongNumbers = ({ wrong }: ReadNumbers, places: Places): readonly Finding[] =>
  wrong.map(({ name, value, expected }) => {
    const place = places.get(name) ?? { file: `--${name}` };
    return value.trim() === ''
      ? ioError('number-missing', { name, expected }, place)
      : ioError('number-value', { name, value, expected }, place);
  });

/** What is impossible, and what cannot be true together. */
function faultFindings(numbers: SiteNumbers, places: Places): readonly Finding[] {
  return siteFaults(numbers).map((fault): Finding => {
    if (fault.kind === 'out-of-range') {
      const { number, value, low, high } = fault;
      const place = places.get(number.split(' ')[0] as NumberName) ?? { file: `--${number.split(' ')[0]}` };
      return ioError('number-range', { name: number, value, low, high }, place);
    }
    if (fault.kind === 'mix-sum')
      return ioError('mix-sum', { sum: Math.round(100 * fault.sum) }, places.get('mix') ?? { file: '--mix' });
    const { passages, impliedPassages, occupancy, openingHours, durationRatio } = fault;
    const values = {
      passages: Math.round(passages),
      implied: Math.round(impliedPassages),
      occupancy: occupancy === null ? '' : String(Math.round(100 * occupancy)),
      opening: openingHours === null ? '' : String(Math.round(openingHours)),
      ratio: Number(durationRatio.toFixed(2)),
    };
    return ioError('numbers-contradict', values, places.get('passages') ?? { file: '--passages' });
  });
}

const OBSERVED_WEEKS = 28 / 7;

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
  const options = { observedWeeks: Math.max(OBSERVED_WEEKS, 26), replications: 6, seed: 'init' };
  const intervals = knobIntervals(found, options);
  const name = request.name ?? `${numbers.modality === 'ct' ? 'Scanner' : 'IRM'} (creneau init)`;
  const text = siteFile(found, intervals, { name, isUsualMix, language });
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
  tellEight(numbers, result, language, voice);
  const missed = missedNumber(numbers, found.window);
  if (missed !== null) voice.say('initMissed', { number: missed });
  if (out !== null) voice.note('checkNext', { file: quoted(out) });
  return EXIT.done;
}

/** "7 of your 8 numbers": modality and site type are given back by being written. */
function tellEight(numbers: SiteNumbers, result: SimulationResult, language: Language, voice: Voice): void {
  const byNumber = new Map<string, FitRow[]>();
  for (const row of result.fit) {
    const key = row.number.startsWith('mix') ? 'mix' : row.number;
    byNumber.set(key, [...(byNumber.get(key) ?? []), row]);
  }
  const all = [...byNumber.values()];
  const back = all.filter((rows) => rows.every(({ ok }) => ok)).length;
  voice.say('initBack', { back: back + 2, all: all.length + 2 });
  const passages = byNumber.get('passages')?.[0];
  if (passages === undefined || passages.ok) return;
  const { impliedPassages, durationRatio } = reconcile(numbers);
  voice.say('initPassages', {
    known: numbers.passagesPerWeek,
    implied: Math.round(impliedPassages),
    ratio: formatShort(durationRatio, 2, language),
  });
}
