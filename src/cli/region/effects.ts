/** The requests of a note, each simulated in its region: with and without the devices asked for. */
import { effectRequest, simulatedEffect } from '../../authorize/simulated-effect.ts';
import type { Balance } from '../../model/oqos/balance.ts';
import type { PlacedRequest } from '../../model/oqos/request.ts';
import type { RequestEffect } from '../../model/results/authorize.ts';
import type { Scenario } from '../../model/scenario.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { loadScenario } from '../load-scenario.ts';
import { playUpTo } from '../pool/play.ts';
import { LocalPlayer } from '../pool/player.ts';
import { stoppable } from '../pool/stoppable.ts';
import { WorkerPool } from '../pool/worker-pool.ts';
import { Progress } from '../progress.ts';
import type { Manner, RunOverrides } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import type { Voice } from '../voice.ts';
import { regionBalance } from './region-balance.ts';

export interface EffectsRequest extends Manner {
  readonly region: string;
  readonly sets: number | null;
  readonly run: RunOverrides;
  readonly workers: number | null;
  readonly strict: boolean;
}

/** Parts of the bar a request takes. */
const PARTS = 100;

/** The effect of each request; an exit code, the reason told, when the region cannot be played. */
export async function regionEffects(
  request: EffectsRequest,
  given: Balance,
  placed: readonly PlacedRequest[],
  terminal: Terminal,
  voice: Voice,
): Promise<readonly RequestEffect[] | ExitCode> {
  const balance = regionBalance(given);
  const scenario = regionScenario(request, balance, voice);
  if (typeof scenario === 'number') return scenario;
  const asked = placed.map(({ request: one }) => ({ id: one.id, effect: effectRequest(one) }));
  const count = asked.filter(({ effect }) => effect !== null).length;
  if (count > 0) voice.note('authorizeRegion', {});
  const progress = new Progress(terminal, request.language, request.quiet);
  const threads = request.workers ?? terminal.cores;
  const player = threads > 1 ? new WorkerPool(threads) : new LocalPlayer(terminal, () => progress.tick());
  let done = 0;
  const total = Math.max(1, PARTS * count);
  progress.watch(() => ({ found: 0, done, total, finished: Math.floor(done / PARTS), asked: count }));
  const effects: RequestEffect[] = [];
  const stoppedBy = await stoppable(terminal, [player], progress, async () => {
    for (const { id, effect: one } of asked) {
      const before = done;
      const effect =
        one === null
          ? null
          : await simulatedEffect(
              one,
              scenario,
              balance,
              {
                ...optionsOf(request),
                onProgress: (part) => {
                  done = before + PARTS * part;
                  progress.tick();
                },
              },
              (experiment, replications) => playUpTo(experiment, replications, player),
            );
      const why = one === null ? 'not-simulated' : effect === null ? 'no-place' : null;
      effects.push({ request: id, effect, why });
    }
  });
  if (stoppedBy === null) return effects;
  voice.say('interruptedEarly', {});
  return stoppedBy === 'SIGTERM' ? EXIT.ended : EXIT.interrupted;
}

/** The region, held against the same balance as the note. */
function regionScenario(
  { region: file, run, strict }: EffectsRequest,
  balance: Balance,
  voice: Voice,
): Scenario | ExitCode {
  const { scenario, findings, problems } = loadScenario(file, run);
  const isGiven = scenario?.region?.balance === balance.id;
  const told = findings.filter(({ code }) => !isGiven || code !== 'unknown-balance');
  const isRefused = strict && told.length > 0;
  voice.findings(told, isRefused);
  if (problems.length > 0) return voice.refuse(problems);
  if (scenario === null || isRefused) return EXIT.input;
  if (scenario.region === null) return voice.refuse([{ code: 'plan-no-region', values: { file } }]);
  if (isGiven) return scenario;
  const values = { balance: scenario.region.balance, given: balance.id };
  return voice.refuse([{ code: 'plan-balance', values }]);
}

const optionsOf = ({ run, sets }: EffectsRequest) => ({
  ...(sets === null ? {} : { sets }),
  ...(run.seed === undefined ? {} : { seed: run.seed }),
  ...(run.weeks === undefined ? {} : { weeks: run.weeks, setWeeks: run.weeks }),
  ...(typeof run.warmupWeeks === 'number' ? { warmupWeeks: run.warmupWeeks } : {}),
  ...(run.replications === undefined ? {} : { replications: run.replications }),
});
