/** The pages of `--help`: two examples first, then what there is. */
import { type Language, type Text, typeset } from '../report/language.ts';
import { COMMANDS, type Option, SIMULATE_OPTIONS } from './options.ts';

const GENERAL: Text = {
  en: `creneau simulates the scanners and MRIs of a hospital or a region.

Examples
  creneau simulate scenarios/hopital-reference.yaml
  creneau simulate scenarios/hopital-reference.yaml --json > result.json

Commands
{commands}

Every command: creneau COMMAND --help. Version: creneau --version.`,
  fr: `creneau simule les scanners et IRM d’un hôpital ou d’une région.

Exemples
  creneau simulate scenarios/hopital-reference.yaml
  creneau simulate scenarios/hopital-reference.yaml --json > resultat.json

Commandes
{commands}

Chaque commande : creneau COMMANDE --help. Version : creneau --version.`,
};

const SIMULATE: Text = {
  en: `creneau simulate FILE [options]: play a scenario and say what it gives.

Examples
  creneau simulate scenarios/hopital-reference.yaml --replications 20
  creneau simulate scenarios/hopital-reference.yaml --precision 5% --on access.A.mean

FILE is a scenario in YAML or JSON. The result goes to stdout, everything else to stderr.

Options
{options}

Exit codes
  0  done
  1  internal error (CRENEAU_DEBUG=1 shows where)
  2  wrong command line, file or scenario
  3  infeasible
  4  done, but the precision asked for was not reached
  130  interrupted; the finished replications have been printed`,
  fr: `creneau simulate FICHIER [options] : jouer un scénario et dire ce qu’il donne.

Exemples
  creneau simulate scenarios/hopital-reference.yaml --replications 20
  creneau simulate scenarios/hopital-reference.yaml --precision 5% --on access.A.mean

FICHIER est un scénario en YAML ou JSON. Le résultat va sur stdout, tout le reste sur stderr.

Options
{options}

Codes de sortie
  0  fait
  1  erreur interne (CRENEAU_DEBUG=1 montre où)
  2  ligne de commande, fichier ou scénario incorrect
  3  infaisable
  4  fait, mais la précision demandée n’est pas atteinte
  130  interrompu ; les réplications finies ont été imprimées`,
};

/** Names in a column as wide as the widest, then their descriptions. */
function columns(rows: readonly (readonly [name: string, text: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n');
}

/**
 * The help of a command, or of the program when there is none.
 * @example helpText(null, 'en').startsWith('creneau simulates') // true
 */
export function helpText(command: string | null, language: Language): string {
  if (command !== 'simulate') {
    const commands = columns(
      Object.entries(COMMANDS).map(([name, text]) => [name, typeset(text[language], language)]),
    );
    return `${typeset(GENERAL[language], language).replace('{commands}', commands)}\n`;
  }
  const options: readonly Option[] = SIMULATE_OPTIONS;
  const rows = options.map(({ name, takes, describe }): [string, string] => [
    `--${name}${takes === null ? '' : ` ${takes[language]}`}`,
    typeset(describe[language], language),
  ]);
  return `${typeset(SIMULATE[language], language).replace('{options}', columns(rows))}\n`;
}
