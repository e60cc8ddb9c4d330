/** Where a command reads its surroundings and writes: the process, or a test. */
import { fstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { isatty } from 'node:tty';
import { writeAll } from '../io/write.ts';

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
}

/** How a user or the system asks a command to stop. */
export type StopSignal = 'SIGINT' | 'SIGTERM';

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Processor cores there are. */
  readonly cores: number;
  /** Data only. */
  readonly stdout: Output;
  /** Progress, messages, advice. */
  readonly stderr: Output;
  /** Asks a person and gives the answer, null at the end of input; null itself where nobody is there to answer. */
  readonly ask: ((question: string) => Promise<string | null>) | null;
  /** Milliseconds from some fixed moment. */
  now(): number;
  /** Gives way to the system, so that Ctrl-C is noticed in a long computation. */
  pause(): Promise<void>;
  /** Calls back at the first Ctrl-C or SIGTERM; the result stops listening. */
  onInterrupt(handler: (signal: StopSignal) => void): () => void;
}

/** What a command gives could not be written. `code` is that of the system: ENOSPC, EIO. */
export class OutputFailed extends Error {
  override readonly name = 'OutputFailed';
  readonly code: string;

  constructor(cause: unknown) {
    super('stdout cannot be written', { cause });
    this.code = String((cause as { code?: unknown } | null)?.code ?? 'unknown');
  }
}

/**
 * Whether a stream goes to a file. Node writes once to those and takes no notice when only a part fits on the disk, so
 * they are written here.
 */
function isFile(descriptor: number): boolean {
  const stats = fstatSync(descriptor);
  return stats.isFile() || (stats.isCharacterDevice() && !isatty(descriptor));
}

function fileOutput(descriptor: number): Output {
  return {
    write: (text) => {
      try {
        writeAll(descriptor, text);
      } catch (error) {
        throw new OutputFailed(error);
      }
    },
    isTTY: false,
  };
}

/** A question on stderr, so that stdout keeps data only. */
async function askPerson(question: string): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise((resolve) => {
      lines.once('close', () => resolve(null));
      lines.question(question, resolve);
    });
  } finally {
    lines.close();
  }
}

/** The terminal of this process. A second signal ends it at once. */
export function processTerminal(): Terminal {
  const output = (stream: NodeJS.WriteStream): Output => ({
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
  });
  return {
    env: process.env,
    cores: availableParallelism(),
    stdout: isFile(process.stdout.fd) ? fileOutput(process.stdout.fd) : output(process.stdout),
    stderr: output(process.stderr),
    ask: process.stdin.isTTY && process.stderr.isTTY ? askPerson : null,
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    onInterrupt: (handler) => {
      const signals: readonly StopSignal[] = ['SIGINT', 'SIGTERM'];
      const stopListening = () => {
        for (const signal of signals) process.removeListener(signal, onSignal);
      };
      const onSignal = (signal: NodeJS.Signals) => {
        stopListening();
        handler(signal as StopSignal);
      };
      for (const signal of signals) process.on(signal, onSignal);
      return stopListening;
    },
  };
}
