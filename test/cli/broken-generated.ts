/** Broken inputs too large, too strange or too hostile to be kept in a folder: made when the tests run. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL } from './fake-terminal.ts';

export interface BrokenInput {
  /** Makes the input in a folder; gives its path. */
  readonly make: (folder: string) => string;
  /** `code line:column` of each finding, in order; of the first ones when `count` says that there are more. */
  readonly expect: readonly string[];
  readonly count?: number;
  /** Run in a process of its own, with little memory. */
  readonly isHeavy?: true;
}

const file =
  (name: string, content: string | Uint8Array) =>
  (folder: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

const MEGABYTE = 1_000_000;

/** A file of so many megabytes, written piece by piece. */
const large =
  (name: string, megabytes: number, piece: string) =>
  (folder: string): string => {
    const path = file(name, 'creneau: 1\n')(folder);
    const chunk = piece.repeat(Math.ceil(MEGABYTE / piece.length));
    for (let written = 0; written < megabytes; written++) appendFileSync(path, chunk);
    return path;
  };

const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');

const bomb = (): string => {
  const lines = ['a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]'];
  for (let level = 1; level <= 9; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  return `${lines.join('\n')}\n`;
};

const many = (count: number, line: (rank: number) => string): string =>
  Array.from({ length: count }, (_, rank) => line(rank)).join('\n');

/** Everything of the small scenario above its devices, its devices, and its flows. */
const HEAD = SMALL.slice(0, SMALL.indexOf('devices:'));
const DEVICES = SMALL.slice(SMALL.indexOf('devices:'), SMALL.indexOf('flows:'));
const FLOWS = SMALL.slice(SMALL.indexOf('flows:'));

export const GENERATED: Readonly<Record<string, BrokenInput>> = {
  'an empty file': { make: file('empty.yaml', ''), expect: ['document-empty'] },
  'blank lines': { make: file('blank.yaml', ' \n\n'), expect: ['document-empty'] },
  'only comments': { make: file('comments.yaml', '# nothing\n# yet\n'), expect: ['document-empty'] },
  'only a mark': { make: file('mark.yaml', '---\n'), expect: ['document-empty'] },
  null: { make: file('null.yaml', 'null\n'), expect: ['document-empty'] },
  'no such file': { make: (folder) => join(folder, 'nulle-part.yaml'), expect: ['file-missing'] },
  'a file as a folder': {
    make: (folder) => join(file('one.yaml', SMALL)(folder), 'two.yaml'),
    expect: ['file-missing'],
  },
  'a folder': {
    make: (folder) => {
      mkdirSync(join(folder, 'dossier.yaml'));
      return join(folder, 'dossier.yaml');
    },
    expect: ['file-is-directory'],
  },
  'a link to nothing': {
    make: (folder) => {
      symlinkSync(join(folder, 'away.yaml'), join(folder, 'link.yaml'));
      return join(folder, 'link.yaml');
    },
    expect: ['file-missing'],
  },
  'a link to itself': {
    make: (folder) => {
      symlinkSync(join(folder, 'loop.yaml'), join(folder, 'loop.yaml'));
      return join(folder, 'loop.yaml');
    },
    expect: ['file-failed'],
  },
  'a name with an escape sequence': {
    make: (folder) => join(folder, '\u001b[31mred.yaml'),
    expect: ['file-missing'],
  },
  'an endless device': { make: () => '/dev/zero', expect: ['file-too-large'] },
  'an empty device': { make: () => '/dev/null', expect: ['document-empty'] },
  'bytes of no text': {
    make: file(
      'image.yaml',
      Uint8Array.from({ length: 4096 }, (_, at) => (at * 37) % 256),
    ),
    expect: ['file-encoding'],
  },
  'a text with a NUL': { make: file('nul.yaml', `${SMALL}\0\0`), expect: ['document-binary'] },
  'UTF-16 with its mark': { make: file('utf16.yaml', utf16(SMALL, true)), expect: ['file-encoding'] },
  'UTF-16 without a mark': { make: file('utf16.yaml', utf16(SMALL, false)), expect: ['document-binary'] },
  'Latin-1': {
    make: file('latin1.yaml', Buffer.from('creneau: 1\nname: H\u00f4pital\n', 'latin1')),
    expect: ['file-encoding'],
  },
  'a workbook': {
    make: file('semaine.xlsx', Uint8Array.from([80, 75, 3, 4, 20, 0, 6, 0, 255, 254, 200])),
    expect: ['document-office'],
  },
  'a workbook by another name': {
    make: file('semaine.yaml', Uint8Array.from([80, 75, 3, 4, 20, 0, 6, 0, 255, 254, 200])),
    expect: ['file-encoding'],
  },
  'a table': { make: file('semaine.csv', 'salle;jour;début\nirm;lundi;8h\n'), expect: ['document-office'] },
  'a byte-order mark and Windows line ends': {
    make: file(
      'windows.yaml',
      `\uFEFF${SMALL.replace('modality: mri', 'modality: irm')}`.replaceAll('\n', '\r\n'),
    ),
    expect: ['not-in-list 8:15'],
  },
  'half a character': {
    make: file('half.yaml', SMALL.replace('site: ch,', 'site: "\\uD800x",')),
    expect: ['identifier 11:12'],
  },
  'fifty megabytes of lines': {
    make: large('lines.yaml', 50, 'name: x\n'),
    expect: ['file-too-large'],
    isHeavy: true,
  },
  'fifty megabytes on one line': {
    make: large('line.json', 50, '{"a":['),
    expect: ['file-too-large'],
  },
  'a bomb of aliases': { make: file('bomb.yaml', bomb()), expect: ['document-values 6:9'], isHeavy: true },
  'a hundred thousand brackets': {
    make: file('deep.yaml', '['.repeat(100_000)),
    expect: ['document-depth 1:67'],
  },
  'a hundred thousand levels of keys': {
    make: file('deep.json', '{"a":'.repeat(100_000)),
    expect: ['document-depth 1:327'],
  },
  'more values than there may be': {
    make: file('values.yaml', `a: [${'1,'.repeat(600_000)}]\n`),
    expect: ['document-values 1:500001'],
    isHeavy: true,
  },
  'a key of a million letters': {
    make: file('key.yaml', `${SMALL}${'k'.repeat(1_000_000)}: 1\n`),
    expect: ['document-key-long 12:1'],
  },
  'a key of a million letters in JSON': {
    make: file('key.json', `{"${'k'.repeat(1_000_000)}": 1}`),
    expect: ['missing-key 1:1', 'missing-key 1:1', 'missing-key 1:1'],
    count: 6,
  },
  'an id of a million letters': {
    make: file('id.yaml', SMALL.replace('- id: irm', `- id: ${'x'.repeat(1_000_000)}`)),
    expect: ['text-too-long 6:9'],
  },
  'a text of a million quotes': {
    make: file(
      'quotes.yaml',
      `${HEAD.replace('name: {', `description: "${'\\"'.repeat(1_000_000)}"\nname: {`)}`,
    ),
    expect: ['missing-key 1:1', 'missing-key 1:1', 'text-too-long 2:14'],
  },
  'four thousand devices at no site': {
    make: file(
      'devices.yaml',
      `${HEAD}devices:\n${many(4000, (rank) => `  - {id: d${rank}, site: xx${rank}, modality: ct, week: []}`)}\n${FLOWS}`,
    ),
    expect: ['unknown-site 6:20'],
    count: 8000,
  },
  'more appointments than there may be': {
    make: file(
      'more.yaml',
      SMALL.replace(
        'type: public-scheduled}',
        `type: public-scheduled, appointments: [${'0, '.repeat(501)}]}`,
      ),
    ),
    expect: ['list-too-long 9:80'],
  },
  'two thousand flows that name devices that are not there': {
    make: file(
      'flows.yaml',
      `${HEAD}devices:\n${many(2000, (rank) => `  - {id: d${rank}, site: ch, modality: ct, week: []}`)}\nflows:\n${many(
        2000,
        (rank) => `  - {id: f${rank}, site: ch, modality: ct, class: A, per-week: 1, devices: [e${rank}]}`,
      )}\n`,
    ),
    expect: ['device-never-open 6:38'],
    count: 4000,
  },
  'nine thousand mistakes of form': {
    make: file(
      'form.yaml',
      `${HEAD}${DEVICES}flows:\n${many(3000, (rank) => `  - {id: f${rank}, site: ch, modality: mir, clas: A, per-week: ${-1 - rank}}`)}\n`,
    ),
    expect: ['not-in-list 11:34', 'unknown-key 11:45', 'too-small 11:58'],
    count: 9000,
    isHeavy: true,
  },
  'twenty thousand lines of syntax errors': {
    make: file('syntax.yaml', 'a: @b\n'.repeat(20_000)),
    expect: ['document-start 1:4'],
    count: 20_000,
  },
  'five hundred vacations at once': {
    make: file(
      'week.yaml',
      `${HEAD}devices:\n  - id: irm\n    site: ch\n    modality: mri\n    week:\n${many(
        500,
        () => '      - {days: mon-sun, from: "08:00", to: "18:00", type: public-scheduled}',
      )}\n${FLOWS}`,
    ),
    expect: ['vacations-overlap 11:9'],
    count: 100,
  },
  'a log with fifty thousand wrong rows': {
    make: (folder) => {
      file('log.csv', `requested;class\n${'hier;A\n'.repeat(50_000)}`)(folder);
      return file('log.yaml', SMALL.replace('per-week: 40', 'log: log.csv'))(folder);
    },
    expect: ['log-more', 'log-date 2:1', 'log-date 3:1'],
    count: 1001,
    isHeavy: true,
  },
  'a log that is one line of five megabytes': {
    make: (folder) => {
      file('log.csv', `requested;class\n"${'x'.repeat(5_000_000)}`)(folder);
      return file('log.yaml', SMALL.replace('per-week: 40', 'log: log.csv'))(folder);
    },
    expect: ['log-quote-open 2:1'],
  },
};

/** A pipe that is written to for ever, and what stops its writer. */
export function endlessPipe(folder: string): string {
  const path = join(folder, 'pipe.yaml');
  execFileSync('mkfifo', [path]);
  return path;
}
