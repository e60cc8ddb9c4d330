/** What a command says besides its data: findings, refusals and notes, all on stderr, in the user's language. */
import type { Finding } from '../model/finding.ts';
import { harmless } from '../report/message.ts';
import { tellFinding } from '../report/messages.ts';
import { PLAIN, type Style } from '../report/table-layout.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Problem, tellProblem } from './messages.ts';
import { type NoteName, note } from './notes.ts';
import type { Manner } from './run-options.ts';
import type { Terminal } from './terminal.ts';

/** Findings printed; a file that is wrong throughout would otherwise scroll everything away. */
const MOST_FINDINGS = 30;

/** Marks of our own in a page, turned into what a terminal obeys once nothing else in it can be obeyed. */
const MARKS = { bold: ['\ue000', '\ue001'], dim: ['\ue002', '\ue003'] } as const;
const CODES: Readonly<Record<string, string>> = {
  '\ue000': '\u001b[1m',
  '\ue001': '\u001b[22m',
  '\ue002': '\u001b[2m',
  '\ue003': '\u001b[22m',
};
const STYLED: Style = Object.freeze({
  bold: (text: string) => MARKS.bold[0] + text + MARKS.bold[1],
  dim: (text: string) => MARKS.dim[0] + text + MARKS.dim[1],
});

/** The text of a page made with `Voice.style`: names of a file that hold control characters show them, harmless. */
export const pageText = (lines: readonly string[]): string =>
  `${lines.map((line) => harmless(line).replace(/[\ue000-\ue003]/g, (mark) => CODES[mark] ?? '')).join('\n')}\n`;

export class Voice {
  readonly #manner: Manner;
  readonly #terminal: Terminal;

  constructor(manner: Manner, terminal: Terminal) {
    this.#manner = manner;
    this.#terminal = terminal;
  }

  #tell(lines: readonly string[]): void {
    if (lines.length > 0) this.#terminal.stderr.write(`${lines.join('\n')}\n`);
  }

  /** Said even to a user who asked for quiet. */
  say(name: NoteName, values: Parameters<typeof note>[1]): void {
    this.#tell([note(name, values, this.#manner.language)]);
  }

  /** For a user who is not asked to be left alone. */
  note(name: NoteName, values: Parameters<typeof note>[1]): void {
    if (!this.#manner.quiet) this.say(name, values);
  }

  /** A line of its own, for a user who is not asked to be left alone. */
  line(text: string): void {
    if (!this.#manner.quiet) this.#tell([text]);
  }

  refuse(problems: readonly Problem[]): ExitCode {
    this.#tell(problems.flatMap((problem) => tellProblem(problem, this.#manner.language)));
    return EXIT.input;
  }

  /** `isStrict`: warnings stop the run, so they are told as errors are. */
  findings(findings: readonly Finding[], isStrict = false): void {
    const { language, quiet } = this.#manner;
    const errors = findings.filter(({ severity }) => severity === 'error');
    const told = quiet && !isStrict ? errors : findings;
    this.#tell(told.slice(0, MOST_FINDINGS).flatMap((one) => tellFinding(one, language)));
    if (told.length > MOST_FINDINGS) this.say('more', { count: told.length - MOST_FINDINGS });
    if (isStrict && errors.length === 0) this.say('strict', {});
    if (told.length > 1)
      this.note('findings', { errors: errors.length, warnings: findings.length - errors.length });
  }

  /** How text looks on stdout: bold and dim on a terminal that wants them. */
  style(): Style {
    const { env, stdout } = this.#terminal;
    const isRefused = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
    return this.#manner.color && stdout.isTTY && !isRefused ? STYLED : PLAIN;
  }
}
