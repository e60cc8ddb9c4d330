/** The entry of the program. */
import { EXIT } from './exit-codes.ts';
import { languageOf } from './language.ts';
import { tellProblem } from './messages.ts';
import { outputProblem, runCreneau } from './run.ts';
import { OutputFailed, processTerminal } from './terminal.ts';

const words = process.argv.slice(2);
const terminal = processTerminal();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that stops early (`creneau … | head`) is no error.
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  const told = tellProblem(outputProblem(new OutputFailed(error)), languageOf(words, terminal.env));
  terminal.stderr.write(`${told.join('\n')}\n`);
  process.exit(EXIT.input);
});
// Where nothing can be said, nothing is.
process.stderr.on('error', () => {});

// The code is set, not forced: what is still being written to a pipe is written.
process.exitCode = await runCreneau(words, terminal);
