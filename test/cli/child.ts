/** The built program in a process of its own, to be killed, starved of disk, or read by halves. */
import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  LANG: 'en_GB.UTF-8',
  LC_ALL: '',
  LANGUAGE: '',
});

/** Starts `creneau` with these words. */
export function start(argv: readonly string[]): {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
} {
  const child = spawn(process.execPath, ['dist/creneau.js', ...argv], { env: environment() });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
  return { child, ended };
}

/** Seconds of processor time a process has had, where the system tells; else those since this module was loaded. */
export function secondsOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return performance.now() / 1000;
  }
}

/** Runs `creneau` with these words to its end. */
export async function runChild(argv: readonly string[]): Promise<Ended> {
  return await start(argv).ended;
}

/** A line for the shell, in which `creneau` is the built program. */
export function shell(line: string): SpawnSyncReturns<string> {
  const creneau = `'${process.execPath}' dist/creneau.js`;
  return spawnSync('bash', ['-o', 'pipefail', '-c', line.replaceAll('creneau ', `${creneau} `)], {
    encoding: 'utf8',
    env: environment(),
  });
}
