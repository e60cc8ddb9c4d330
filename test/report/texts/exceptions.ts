/** What the rules on texts do not apply to, each with its reason. A test fails when one is needed no more. */
import type { Raw } from './raw.ts';

interface Excepted {
  readonly rule: string;
  /** The English side, whole. */
  readonly en: string;
  readonly why: string;
}

const once = (rule: string, why: string, ...texts: readonly string[]): readonly Excepted[] =>
  texts.map((en) => ({ rule, en, why }));

/** Texts that break a rule rightly. */
export const SAID_AS_IT_IS: readonly Excepted[] = Object.freeze([
  ...once('present', 'a share has no unit to name', ''),
  ...once('frenchSigns', 'offers the other language in that language', 'en français : --lang fr'),
  ...once('languageOfWords', 'offers the other language in that language', 'en français : --lang fr'),
  ...once('englishSigns', 'offers the other language in that language', 'en français : --lang fr'),
  ...once(
    'samePlurals',
    'French needs no noun after “en garder”',
    'keep {limit|item|items}, or make two scenarios',
  ),
  ...once('frenchSigns', 'the notation of a cell, which a table reads back', 'exams: …', 'inserted: …'),
  ...once(
    'different',
    'a word of the command line, the same in both languages',
    'history [options]',
    'build [options]',
  ),
  ...once('different', 'the same word in both languages', 'Base', 'base', 'simulation', 'vacation'),
  ...once('sameValues', 'what is expected, in the words of each language', '{en}'),
  ...once('englishSigns', 'names the signs themselves', 'separate them with ; or with ,'),
]);

/** Sides made by an expression that is no written text. */
export const INDIRECT: readonly { readonly part: string; readonly why: string }[] = Object.freeze([
  { part: 'BYTE_ORDER_MARK', why: 'a mark of encoding' },
  { part: "meta(says('in English'", why: 'two fields called en and fr, each with its own text' },
  { part: "THIN : ','", why: 'the sign between thousands' },
]);

const inFile =
  (file: string, text = /./u) =>
  (raw: Raw): boolean =>
    raw.place.startsWith(`${file}:`) && text.test(raw.text);

/** Prose of the sources that no reader sees as a sentence of the program. */
export const NOT_FOR_READERS: readonly {
  readonly why: string;
  readonly holds: (raw: Raw) => boolean;
}[] = Object.freeze([
  { why: 'a command, the same in both languages', holds: ({ text }) => /^creneau [a-z]+ /.test(text) },
  {
    why: 'the key of a result: the words of the command line that made it',
    holds: ({ property, text }) => property === 'command' && /^[a-z]+ [a-z]+$/.test(text),
  },
  { why: 'quoted from the report as printed, in French', holds: ({ property }) => property === 'quote' },
  {
    why: 'a status as the report prints it, beside its label',
    holds: ({ property }) => property === 'status',
  },
  { why: 'understood in a spreadsheet, in either language', holds: inFile('src/model/week/words.ts') },
  { why: 'a letter that two letters stand for', holds: inFile('src/model/week/text.ts', /^œ$/) },
  { why: 'characters of an encoding', holds: inFile('src/io/read.ts', /^€/) },
  { why: 'lines of a scenario file', holds: inFile('src/cli/init/site-file.ts') },
  {
    why: 'a name made of a modality and of this command',
    holds: inFile('src/cli/commands/init.ts', /creneau init/),
  },
  { why: 'the first line of a kept file', holds: inFile('src/io/kept.ts', /^creneau kept/) },
  { why: 'the name of a kept part', holds: inFile('src/cli/commands/sweep.ts', /^sweep written$/) },
  { why: 'what the engine says, compared', holds: inFile('src/cli/run.ts', /allocation failed$/) },
  { why: 'words of an option', holds: inFile('src/cli/words.ts', /^en, fr$/) },
  { why: 'the frame of a page: elements, no words', holds: inFile('src/cli/draw.ts', /^<!doctype/) },
  {
    why: 'elements and styles of a page, no words',
    holds: ({ place, text }) =>
      place.startsWith('src/report/html/') && /^\s*(<|:root|\$\{head\}<)/.test(text),
  },
  { why: 'names of departments', holds: inFile('src/model/oqos/departments.ts') },
  { why: 'surveys as their sources write them', holds: inFile('src/model/benchmark/mri-access-surveys.ts') },
  { why: 'a model in the format of solvers', holds: inFile('src/optimize/lp/export-mps.ts') },
  { why: 'keys joined to be compared', holds: inFile('src/calibrate/panel-draw.ts', /^[\w ]+$/) },
  { why: 'a path of a field', holds: ({ text }) => /^<law: jqpd-[sb]>\.min$/.test(text) },
  {
    why: 'the scenario a comparison with history plays, never shown',
    holds: ({ place, property }) => place.startsWith('src/calibrate/history-') && property === 'name',
  },
]);
