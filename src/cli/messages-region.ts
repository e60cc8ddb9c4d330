/** What is said of a region that cannot be built, and of a plan that cannot be asked for. */
import { message } from '../report/message.ts';

export const REGION_MESSAGES = Object.freeze({
  'departments-unknown': message(
    '--departments: “{value}” is no French department',
    '--departments : « {value} » n’est pas un département français',
    ['{nearest}', '{nearest}'],
    ['their codes, like 78,95', 'leurs numéros, comme 78,95'],
  ),
  'departments-not-in-balance': message(
    'the balance has no row for {department}',
    'le bilan n’a pas de ligne pour le {department}',
    [
      'departments of this balance: {known}; another one by --balance FILE.csv',
      'départements de ce bilan : {known} ; un autre par --balance FICHIER.csv',
    ],
  ),
  'plan-no-region': message(
    '{file} is no region: it has no “region” section with its balance, departments and travel',
    '{file} n’est pas une région : il n’a pas de section « region » avec bilan, départements et trajets',
    ['creneau region build --out region.yaml', 'creneau region build --out region.yaml'],
  ),
  'plan-balance': message(
    'this region is held against the balance “{balance}”, which is not the one given ({given})',
    'cette région se rapporte au bilan « {balance} », qui n’est pas celui donné ({given})',
    [
      '--balance with the file of “{balance}”; without --balance it is that of Île-de-France of May 2020',
      '--balance avec le fichier de « {balance} » ; sans --balance, c’est celui d’Île-de-France de mai 2020',
    ],
  ),
  'plan-bound-without-equity': message(
    '--{option} bounds a measure of equity: --equity is missing, or is another one',
    '--{option} borne une mesure d’équité : --equity manque, ou en est une autre',
    ['--equity {equity} --{option} {value}', '--equity {equity} --{option} {value}'],
  ),
  'plan-not-simulated': message(
    '--model-only plays no simulation: --{option} says nothing to it',
    '--model-only ne joue aucune simulation : --{option} ne lui dit rien',
    ['leave one of the two out', 'l’un ou l’autre'],
  ),
  'plan-unsolved': message(
    'the linear model gave no plan in its time: nothing is proposed, and nothing is known to be impossible',
    'le modèle linéaire n’a donné aucun plan en son temps : rien n’est proposé, et rien n’est prouvé impossible',
    [
      'fewer departments (creneau region build --departments), or without --pooling',
      'moins de départements (creneau region build --departments), ou sans --pooling',
    ],
  ),
  'plan-unwritable': message(
    'the plan cannot be written as a variant of {file}: read back, it would not be what was simulated',
    'le plan ne peut s’écrire comme variante de {file} : relu, il ne serait pas ce qui a été simulé',
    ['the page and --json say all of it', 'la page et --json le disent en entier'],
  ),
  'authorize-two-scenarios': message(
    '--region simulates a request in its territory, --scenario shows one site: one of the two',
    '--region joue une demande dans son territoire, --scenario montre un site : l’un des deux',
    ['leave one of the two out', 'l’un ou l’autre'],
  ),
} as const);
