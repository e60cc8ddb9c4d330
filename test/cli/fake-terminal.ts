/** A terminal that remembers what is written, with a clock and a Ctrl-C of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { runCreneau } from '../../src/cli/run.ts';
import type { StopSignal, Terminal } from '../../src/cli/terminal.ts';

export interface FakeOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  /** The signal comes at this pause, from 1. */
  readonly interruptAt?: number;
  readonly signal?: StopSignal;
  readonly cores?: number;
  /** What a person answers, one after the other; none = nobody is there. */
  readonly answers?: readonly string[];
  /** Milliseconds that pass at each look at the clock. */
  readonly tick?: number;
}

export interface FakeTerminal extends Terminal {
  readonly out: () => string;
  readonly err: () => string;
}

export function fakeTerminal(options: FakeOptions = {}): FakeTerminal {
  const { env = {}, isTTY = false, interruptAt = 0, tick = 0, signal = 'SIGINT', cores = 1 } = options;
  const answers = [...(options.answers ?? [])];
  let out = '';
  let err = '';
  let pauses = 0;
  let now = 0;
  let interrupt: (signal: StopSignal) => void = () => {};
  return {
    env,
    cores,
    ask: options.answers === undefined ? null : async () => answers.shift() ?? null,
    stdout: {
      isTTY,
      write: (text) => {
        out += text;
      },
    },
    stderr: {
      isTTY,
      write: (text) => {
        err += text;
      },
    },
    now: () => (now += tick),
    pause: async () => {
      pauses += 1;
      if (pauses === interruptAt) interrupt(signal);
    },
    onInterrupt: (handler) => {
      interrupt = handler;
      return () => {
        interrupt = () => {};
      };
    },
    out: () => out,
    err: () => err,
  };
}

/** The program run with these words: its exit code and what it wrote. */
export async function run(argv: readonly string[], options: FakeOptions = {}) {
  const terminal = fakeTerminal(options);
  const code = await runCreneau(argv, terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

/** A folder that goes when the file's tests are done. */
export function temporaryFolder(): {
  readonly path: (name: string) => string;
  readonly write: (name: string, text: string) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'creneau-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write: (name, text) => {
      writeFileSync(path(name), text);
      return path(name);
    },
  };
}

/** Twelve weeks of a small MRI, fast to play. */
export const SMALL = `creneau: 1
name: {en: A small MRI, fr: Une petite IRM}
run: {weeks: 12, replications: 3, seed: 7, warmup-weeks: 4}
sites: [{id: ch}]
devices:
  - id: irm
    site: ch
    modality: mri
    week: [{days: mon-fri, from: "08:00", to: "12:00", type: public-scheduled}]
flows:
  - {site: ch, modality: mri, class: A, per-week: 40, backlog: {patients: 0}}
`;
