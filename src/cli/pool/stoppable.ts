/** Work with players that the user may stop at any moment: what is finished by then stays. */
import type { Progress } from '../progress.ts';
import type { StopSignal, Terminal } from '../terminal.ts';
import { type Player, Stopped } from './player.ts';

/**
 * Runs the work to its end, or until the user stops it; then the players are stopped and the bar cleared.
 * @returns how it was stopped; null when it was not.
 */
export async function stoppable(
  terminal: Terminal,
  players: readonly Player[],
  progress: Progress,
  work: () => Promise<void>,
): Promise<StopSignal | null> {
  let signal: StopSignal = 'SIGINT';
  const stop = () => {
    for (const player of players) player.stop();
  };
  const stopListening = terminal.onInterrupt((given) => {
    signal = given;
    stop();
  });
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return signal;
  } finally {
    stopListening();
    stop();
    progress.clear();
  }
}
