/** What the command's exit code says. Stable: scripts rely on it. */
export const EXIT = Object.freeze({
  done: 0,
  /** A defect of the program. */
  internal: 1,
  /** The command line, a file or the scenario is wrong. */
  input: 2,
  /** No solution exists. */
  infeasible: 3,
  /** It ran, but the target asked for was not met. */
  target: 4,
  /** Stopped by the user (Ctrl-C): what was finished has been printed or kept. */
  interrupted: 130,
  /** Stopped by the system (SIGTERM): as above. */
  ended: 143,
} as const);
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
