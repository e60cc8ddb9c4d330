/** Where a command reads its surroundings and writes: the process, or a test. */

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
}

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data only. */
  readonly stdout: Output;
  /** Progress, messages, advice. */
  readonly stderr: Output;
  /** Milliseconds from some fixed moment. */
  now(): number;
  /** Gives way to the system, so that Ctrl-C is noticed in a long computation. */
  pause(): Promise<void>;
  /** Calls back at the first Ctrl-C; the result stops listening. */
  onInterrupt(handler: () => void): () => void;
}

/** The terminal of this process. A second Ctrl-C ends it at once. */
export function processTerminal(): Terminal {
  const output = (stream: NodeJS.WriteStream): Output => ({
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
  });
  return {
    env: process.env,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    onInterrupt: (handler) => {
      process.once('SIGINT', handler);
      return () => process.removeListener('SIGINT', handler);
    },
  };
}
