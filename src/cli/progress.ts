/** A bar on stderr for work of more than a second, on a terminal only. */
import { type Language, typeset } from '../report/language.ts';
import type { Terminal } from './terminal.ts';

const SHOWN_AFTER_MS = 1000;
const REDRAWN_AFTER_MS = 250;
/** Too early a guess is a bad one: none is given before this part of the work. */
const GUESSED_FROM = 0.02;
const WIDTH = 30;
const CLEAR = '\r\u001b[K';

/** How far the work is. Units are small equal pieces, so that time goes with them. */
export interface WorkState {
  /** Units there already when the work began. */
  readonly found: number;
  /** Units done since. */
  readonly done: number;
  readonly total: number;
  /** Whole things finished and asked for, as a user counts them. */
  readonly finished: number;
  readonly asked: number;
}

/**
 * `▕██████      ▏ 12/30, about 8 s left`; the time left is what the units done since the beginning took, carried on.
 * @example progressLine({ found: 0, done: 5, total: 20, finished: 5, asked: 20 }, 2000, 'en').endsWith('5/20, about 6 s left') // true
 * @example progressLine({ found: 10, done: 5, total: 20, finished: 15, asked: 20 }, 2000, 'en').endsWith('15/20, about 2 s left') // true
 */
export function progressLine(state: WorkState, elapsedMs: number, language: Language): string {
  const { found, done, total, finished, asked } = state;
  const filled = Math.min(WIDTH, Math.round((WIDTH * (found + done)) / total));
  const bar = `▕${'█'.repeat(filled)}${' '.repeat(WIDTH - filled)}▏ ${finished}/${asked}`;
  if (done < GUESSED_FROM * (total - found)) return bar;
  const left = duration(Math.ceil(((elapsedMs / done) * Math.max(0, total - found - done)) / 1000));
  return typeset(`${bar}, ${language === 'fr' ? `encore ${left} environ` : `about ${left} left`}`, language);
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export class Progress {
  readonly #terminal: Terminal;
  readonly #language: Language;
  readonly #isShown: boolean;
  #state: (() => WorkState) | null = null;
  #startedAt = 0;
  #drawnAt = 0;
  #timer: ReturnType<typeof setInterval> | null = null;
  #isDrawn = false;

  constructor(terminal: Terminal, language: Language, isQuiet: boolean) {
    this.#terminal = terminal;
    this.#language = language;
    this.#isShown = terminal.stderr.isTTY && !isQuiet;
  }

  /** Work begins; `state` is asked whenever the bar is drawn. */
  watch(state: () => WorkState): void {
    if (!this.#isShown) return;
    this.#state = state;
    this.#startedAt = this.#terminal.now();
    this.#drawnAt = this.#startedAt + SHOWN_AFTER_MS - REDRAWN_AFTER_MS;
    this.#timer ??= setInterval(() => this.tick(), REDRAWN_AFTER_MS).unref();
  }

  /** Draws, if it is time to. Called from within work that leaves no time to a timer. */
  tick(): void {
    if (this.#state === null) return;
    const now = this.#terminal.now();
    if (now - this.#drawnAt < REDRAWN_AFTER_MS) return;
    this.#drawnAt = now;
    this.#isDrawn = true;
    const line = progressLine(this.#state(), now - this.#startedAt, this.#language);
    this.#terminal.stderr.write(CLEAR + line);
  }

  /** Something else is told: the bar makes room, and comes back when it is next drawn. */
  pause(tell: () => void): void {
    if (this.#isDrawn) this.#terminal.stderr.write(CLEAR);
    this.#isDrawn = false;
    tell();
  }

  /** Leaves an empty line for what comes next. */
  clear(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#state = null;
    if (this.#isDrawn) this.#terminal.stderr.write(CLEAR);
    this.#isDrawn = false;
  }
}
