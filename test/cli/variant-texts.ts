/** Where the comparison of a stored variant is kept, and the command that prints it. */
import type { Language } from '../../src/report/language.ts';

const BEGINNING = 'creneau compare scenarios/hopital-reference.yaml ';
const RUN = ' --sets 2 --weeks 60 --replications 3';

/** @param variant its path without `.yaml`. */
export const variantCommand = (variant: string): string => `${BEGINNING}${variant}.yaml${RUN}`;

export const variantText = (variant: string, language: Language): string =>
  `${variant}.compare${language === 'fr' ? '.fr' : ''}.txt`;

/** The variant whose stored text a command prints, or null. */
export const variantOf = (command: string): string | null =>
  command.startsWith(`${BEGINNING}scenarios/variants/`) && command.endsWith(`.yaml${RUN}`)
    ? command.slice(BEGINNING.length, -`.yaml${RUN}`.length)
    : null;
