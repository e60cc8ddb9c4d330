/** A bar on stderr for work of more than a second, on a terminal only. */
import { type Language, typeset } from '../report/language.ts';
import type { Terminal } from './terminal.ts';

const SHOWN_AFTER_MS = 1000;
const WIDTH = 30;
const CLEAR = '\r\u001b[K';

/**
 * `▕██████      ▏ 12/30, about 8 s left`.
 * @example progressLine(5, 20, 2000, 'en').endsWith('5/20, about 6 s left') // true
 */
export function progressLine(done: number, total: number, elapsedMs: number, language: Language): string {
  const filled = Math.round((WIDTH * done) / total);
  const left = Math.ceil(((elapsedMs / done) * (total - done)) / 1000);
  const text = language === 'fr' ? `encore ${duration(left)} environ` : `about ${duration(left)} left`;
  return typeset(`▕${'█'.repeat(filled)}${' '.repeat(WIDTH - filled)}▏ ${done}/${total}, ${text}`, language);
}

const duration = (seconds: number): string =>
  seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;

export class Progress {
  readonly #terminal: Terminal;
  readonly #language: Language;
  readonly #isShown: boolean;
  readonly #startedAt: number;
  #isDrawn = false;

  constructor(terminal: Terminal, language: Language, isQuiet: boolean) {
    this.#terminal = terminal;
    this.#language = language;
    this.#isShown = terminal.stderr.isTTY && !isQuiet;
    this.#startedAt = terminal.now();
  }

  /** So many pieces of work are done, of so many. */
  show(done: number, total: number): void {
    const elapsed = this.#terminal.now() - this.#startedAt;
    if (!this.#isShown || done === 0 || done >= total || elapsed < SHOWN_AFTER_MS) return;
    this.#isDrawn = true;
    this.#terminal.stderr.write(CLEAR + progressLine(done, total, elapsed, this.#language));
  }

  /** Leaves an empty line for what comes next. */
  clear(): void {
    if (this.#isDrawn) this.#terminal.stderr.write(CLEAR);
    this.#isDrawn = false;
  }
}
