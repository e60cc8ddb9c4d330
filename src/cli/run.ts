/** The program: which command is asked, and what to do when something fails. Heavy parts load only when needed. */
import { nearestName } from '../model/nearest-name.ts';
import type { Language } from '../report/language.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type CommandName, helpText, isCommand, PAGES } from './help.ts';
import { languageOf } from './language.ts';
import { type Problem, tellProblem } from './messages.ts';
import { OutputFailed, type Terminal } from './terminal.ts';
import { programVersion } from './version.ts';
import type { Words } from './words.ts';

type Prepared = (terminal: Terminal) => Promise<ExitCode>;
type Command = (words: Words, language: Language) => Prepared;

/** What a command's module gives, joined: its request from the words of the command line, and what it does. */
function joined<Request>(module: {
  readonly read: (words: Words, language: Language) => Request;
  readonly run: (request: Request, terminal: Terminal) => Promise<ExitCode>;
}): Command {
  return (words, language) => {
    const request = module.read(words, language);
    return (terminal) => module.run(request, terminal);
  };
}

const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  init: async () => joined(await import('./commands/init.ts')),
  check: async () => joined(await import('./commands/check.ts')),
  simulate: async () => joined(await import('./commands/simulate.ts')),
  levers: async () => joined(await import('./commands/levers.ts')),
  optimize: async () => joined(await import('./commands/optimize.ts')),
  compare: async () => joined(await import('./commands/compare.ts')),
  sweep: async () => joined(await import('./commands/sweep.ts')),
  backlog: async () => joined(await import('./commands/backlog.ts')),
  week: async () => joined(await import('./commands/week.ts')),
  benchmark: async () => joined(await import('./commands/benchmark.ts')),
  calibrate: async () => joined(await import('./commands/calibrate.ts')),
  validate: async () => joined(await import('./commands/validate.ts')),
  oqos: async () => joined(await import('./commands/oqos.ts')),
  authorize: async () => joined(await import('./commands/authorize.ts')),
  region: async () => joined(await import('./commands/region.ts')),
  plan: async () => joined(await import('./commands/plan.ts')),
  schema: async () => joined(await import('./commands/schema.ts')),
};

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
    if (argv.includes('--version') || (argv.length === 1 && argv[0] === '-v')) {
      terminal.stdout.write(`${programVersion()}\n`);
      return EXIT.done;
    }
    if (command === undefined || argv.some((word) => HELP.includes(word))) {
      if (command !== undefined && command !== 'help' && !isCommand(command))
        return refuse([unknownCommand(command)]);
      terminal.stdout.write(helpText(argv.find(isCommand) ?? null, language));
      return EXIT.done;
    }
    if (!isCommand(command)) return refuse([unknownCommand(command)]);
    const prepare = await COMMANDS[command]();
    const { Words } = await import('./words.ts');
    const rest = argv.filter((_, rank) => rank !== at);
    const words = await Words.of(command, rest, PAGES[command].options);
    const prepared = prepare(words, language);
    return words.problems.length > 0 ? refuse(words.problems) : await prepared(terminal);
  } catch (error) {
    if (error instanceof OutputFailed) return refuse([outputProblem(error)]);
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    const isDebug = (terminal.env.CRENEAU_DEBUG ?? '') !== '';
    const isMemory =
      (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY' ||
      message === 'Array buffer allocation failed';
    refuse([
      isMemory
        ? { code: 'out-of-memory', values: {} }
        : { code: 'internal-error', values: { code: name, detail: message.split('\n')[0] ?? '' } },
    ]);
    if (isDebug) terminal.stderr.write(`${stack ?? ''}\n`);
    return EXIT.internal;
  }
}

/** What is said when the result cannot be printed. */
export function outputProblem({ code }: OutputFailed): Problem {
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? { code: 'stdout-full', values: {} }
    : { code: 'stdout-failed', values: { reason: code } };
}

function unknownCommand(command: string): Problem {
  if (/\.(ya?ml|json)$/i.test(command)) return { code: 'command-is-file', values: { command } };
  return { code: 'command-unknown', values: { command, nearest: nearestName(command, Object.keys(PAGES)) } };
}
