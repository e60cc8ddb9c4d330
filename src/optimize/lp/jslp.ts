/**
 * javascript-lp-solver as a backend: for small continuous models, at once and in a page, and as an independent check
 * of HiGHS. It has no bound and no proof, and can run for ever: it is run by whoever can end it.
 */
import { type LpBackend, optionFault, type SolveOptions } from './backend.ts';
import { jslpRefusal } from './jslp-guard.ts';
import { type JslpAnswer, type JslpModel, jslpModel, jslpSettled } from './jslp-model.ts';
import type { LpModel } from './model.ts';
import { type LpSolution, reason, withoutPoint } from './solution.ts';

/** What became of a run: its answer, ended at its limit, or the error it ended with. */
export type JslpReply =
  | { readonly kind: 'answer'; readonly answer: JslpAnswer }
  | { readonly kind: 'ended' }
  | { readonly kind: 'error'; readonly message: string };

/** Calls `runJslp` on a thread of its own, and ends that thread when it has taken so many seconds. */
export interface JslpRunner {
  run(model: JslpModel, limitSeconds: number): Promise<JslpReply>;
}

export class JslpBackend implements LpBackend {
  readonly name = 'javascript-lp-solver 1.0.3';
  readonly takesStart = false;
  readonly #runner: JslpRunner;

  constructor(runner: JslpRunner) {
    this.#runner = runner;
  }

  /** A start or a basis cannot be given to it: such a solve is refused. The gap is always 0. */
  async solve(model: LpModel, options: SolveOptions): Promise<LpSolution> {
    const { start, basis = null, timeLimitSeconds } = options;
    const option = optionFault(options) ?? (start !== undefined ? 'start' : basis !== null ? 'basis' : null);
    if (option !== null)
      return withoutPoint(this.name, 'refused', reason('option-not-available', { option }));
    const refusal = jslpRefusal(model);
    if (refusal !== null) return withoutPoint(this.name, 'refused', refusal);
    const reply = await this.#runner.run(jslpModel(model), timeLimitSeconds);
    if (reply.kind === 'answer') return jslpSettled(this.name, model, reply.answer);
    return reply.kind === 'ended'
      ? withoutPoint(this.name, 'time-limit', reason('ended-at-limit', { seconds: timeLimitSeconds }))
      : withoutPoint(this.name, 'failed', reason('solver-error', { message: reply.message }));
  }
}
