/** What the help of a command says; light, so that help is there at once. */
import type { Text } from '../report/language.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Option } from './option.ts';

export interface Page {
  /** One line for the list of commands. */
  readonly summary: Text;
  /** What is typed after the command's name. */
  readonly usage: Text;
  /** Two command lines that can be run as they stand. */
  readonly examples: readonly [string, string];
  /** What a user must know besides the options. */
  readonly text: Text;
  readonly options: readonly Option[];
  /** Exit codes the command may give besides the common ones, or with a meaning of their own. */
  readonly exits?: Readonly<Partial<Record<ExitCode, Text>>>;
}
