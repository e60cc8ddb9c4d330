/** What is said of quantiles given by a department: their file, and why no law goes through them. */
import { type Message, message } from './message.ts';

const bound = [
  'the bound of exams is 3 minutes unless another is given, that of reports 30 days',
  'la borne des examens est de 3 minutes sauf indication contraire, celle des comptes rendus de 30 jours',
] as const;

export const QUANTILE_MESSAGES = Object.freeze({
  'quantiles-empty': message('this file holds no quantiles', 'ce fichier ne contient aucun quantile', [
    'one row per class and modality below the header',
    'une ligne par classe et modalité sous l’en-tête',
  ]),
  'quantiles-column-missing': message(
    'column “{column}” is missing (found: {found})',
    'il manque la colonne « {column} » (trouvées : {found})',
    ['“class;modality;p20;p50;p80” as its first line', '« class;modality;p20;p50;p80 » en première ligne'],
  ),
  'quantiles-modality': message('“{value}” is no modality', '« {value} » n’est pas une modalité', [
    'CT or MRI',
    'scanner ou IRM',
  ]),
  'quantiles-number': message(
    '“{value}” is not a number of minutes',
    '« {value} » n’est pas un nombre de minutes',
    ['minutes, like 12 or 12.5', 'des minutes, comme 12 ou 12,5'],
  ),
  'quantiles-not-finite': message(
    '{quantile} is {value}, which is no number',
    '{quantile} vaut {value}, qui n’est pas un nombre',
  ),
  'quantiles-out-of-order': message(
    '{quantile} is {value}, below what comes before it ({limit})',
    '{quantile} vaut {value}, moins que ce qui le précède ({limit})',
    ['p20, then p50, then p80: each greater', 'p20, puis p50, puis p80 : chacun plus grand'],
  ),
  'quantiles-equal': message(
    '{quantile} is {value}, the same as what comes before it ({limit})',
    '{quantile} vaut {value}, comme ce qui le précède ({limit})',
    [
      'more digits, where durations were rounded; no law has two equal quantiles',
      'davantage de décimales, si les durées sont arrondies ; aucune loi n’a deux quantiles égaux',
    ],
  ),
  'quantiles-below-bound': message(
    '{quantile} is {value}, not above the lower bound ({limit})',
    '{quantile} vaut {value}, qui n’est pas au-dessus de la borne basse ({limit})',
    bound,
  ),
  'quantiles-above-bound': message(
    '{quantile} is {value}, not below the upper bound ({limit})',
    '{quantile} vaut {value}, qui n’est pas sous la borne haute ({limit})',
    bound,
  ),
  'quantiles-too-close': message(
    '{quantile} is {value} times p20 from the lower bound on: too close for a law (at least {limit})',
    '{quantile} vaut {value} fois p20 depuis la borne basse : trop proche pour une loi (au moins {limit})',
    ['a duration that is always the same', 'une durée toujours la même'],
  ),
  'quantiles-too-spread': message(
    '{quantile} is {value} times p20 from the lower bound on: too far for a law (at most {limit})',
    '{quantile} vaut {value} fois p20 depuis la borne basse : trop loin pour une loi (au plus {limit})',
    ['are all three in minutes?', 'les trois sont-ils en minutes ?'],
  ),
} satisfies Readonly<Record<string, Message>>);
