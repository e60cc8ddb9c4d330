/** The program: which command is asked, and what to do when something fails. Heavy parts load only when needed. */
import { nearestName } from '../model/nearest-name.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { helpText } from './help.ts';
import { languageOf } from './language.ts';
import { type Problem, tellProblem } from './messages.ts';
import { COMMANDS } from './options.ts';
import type { Terminal } from './terminal.ts';
import { programVersion } from './version.ts';

const HELP = ['--help', '-h', 'help'];

/**
 * Runs `creneau` with these words; gives the exit code. Never throws: a defect is told in one line, with its trace
 * where CRENEAU_DEBUG is set.
 */
export async function runCreneau(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = languageOf(argv, terminal.env);
  const refuse = (problems: readonly Problem[]): ExitCode => {
    terminal.stderr.write(`${problems.flatMap((one) => tellProblem(one, language)).join('\n')}\n`);
    return EXIT.input;
  };
  try {
    const at = argv.findIndex((word, rank) => !word.startsWith('-') && argv[rank - 1] !== '--lang');
    const command = argv[at];
    const isKnown = command !== undefined && Object.hasOwn(COMMANDS, command);
    if (argv.includes('--version') || (argv.length === 1 && argv[0] === '-v')) {
      terminal.stdout.write(`${programVersion()}\n`);
      return EXIT.done;
    }
    if (command === undefined || command === 'help' || argv.some((word) => HELP.includes(word))) {
      const about = isKnown ? command : (argv.find((word) => Object.hasOwn(COMMANDS, word)) ?? null);
      if (command !== undefined && command !== 'help' && !isKnown) return refuse([unknownCommand(command)]);
      terminal.stdout.write(helpText(about, language));
      return EXIT.done;
    }
    if (!isKnown) return refuse([unknownCommand(command)]);
    const { parseSimulate } = await import('./arguments.ts');
    const rest = argv.filter((_, rank) => rank !== at);
    const { request, problems } = await parseSimulate(rest, language);
    if (request === null) return refuse(problems);
    const { simulate } = await import('./simulate.ts');
    return await simulate(request, terminal);
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    const isDebug = (terminal.env.CRENEAU_DEBUG ?? '') !== '';
    refuse([{ code: 'internal-error', values: { code: name, detail: message.split('\n')[0] ?? '' } }]);
    if (isDebug) terminal.stderr.write(`${stack ?? ''}\n`);
    return EXIT.internal;
  }
}

function unknownCommand(command: string): Problem {
  if (/\.(ya?ml|json)$/i.test(command)) return { code: 'command-is-file', values: { command } };
  return {
    code: 'command-unknown',
    values: { command, nearest: nearestName(command, Object.keys(COMMANDS)) },
  };
}
