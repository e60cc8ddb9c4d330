/** The entry of the program. */
import { EXIT } from './exit-codes.ts';
import { runCreneau } from './run.ts';
import { processTerminal } from './terminal.ts';

// A reader that stops early (`creneau … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
});

// The code is set, not forced: what is still being written to a pipe is written.
process.exitCode = await runCreneau(process.argv.slice(2), processTerminal());
