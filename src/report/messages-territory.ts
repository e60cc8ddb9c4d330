/** What is said of a region: its departments, the sites and residents in them, the travel between them. */
import type { ConsistencyCode } from '../model/scenario-codes.ts';
import { type Message, message } from './message.ts';

const nearest = ['“{nearest}”', '« {nearest} »'] as const;

export const TERRITORY_MESSAGES = Object.freeze({
  'unknown-department': message(
    '“{department}” is no French department by its code',
    '« {department} » n’est pas le code d’un département français',
    nearest,
    ['its code between quotes: “93”, “2A”', 'son code entre guillemets : « 93 », « 2A »'],
  ),
  'department-outside-region': message(
    '“{department}” is no department of the region',
    '« {department} » n’est pas un département de la région',
    nearest,
    ['one of: {known}', 'l’un de : {known}'],
    ['add it under “region.departments”', 'l’ajouter sous « region.departments »'],
  ),
  'site-without-zone': message(
    'in a region each site says its department; “{site}” does not',
    'dans une région, chaque site dit son département ; « {site} » ne le dit pas',
    ['“zone”, with the code of the department', '« zone », avec le code du département'],
  ),
  'travel-missing': message(
    'no travel is told from {from} to {to}',
    'aucun trajet n’est donné de {from} à {to}',
    [
      'minutes from each department to each, its own included',
      'des minutes de chaque département à chacun, lui-même compris',
    ],
  ),
  'travel-count': message(
    '{count} times of travel for {limit} sites',
    '{count} durées de trajet pour {limit} sites',
    ['one for each site, in the order of “sites”', 'une par site, dans l’ordre de « sites »'],
  ),
  'travel-scale-zero': message(
    '“travel-scale” is zero (above 0)',
    '« travel-scale » est nul (attendu : supérieur à 0)',
    [
      '30; the longer, the farther patients go; left out, distance has no effect',
      '30 ; plus elle est longue, plus on va loin ; omise, la distance est sans effet',
    ],
  ),
  'travel-scale-unused': message(
    '“travel-scale” has no effect: no “travel” is told',
    '« travel-scale » est sans effet : aucun « travel » n’est donné',
    ['“travel”, in minutes, one for each site', '« travel », en minutes, un par site'],
  ),
  'region-without-demand': message(
    'no resident of the region asks for an ambulatory appointment',
    'aucun résident de la région ne demande de rendez-vous ambulatoire',
    [
      'flows of class A with an “origin” and “per-week” above 0',
      'des flux de classe A avec « origin » et « per-week » supérieur à 0',
    ],
  ),
  'unknown-balance': message(
    'this program carries no balance called “{balance}”',
    'ce programme n’embarque aucun bilan nommé « {balance} »',
    nearest,
    [
      '{known}, or the file of the balance where it is asked for',
      '{known}, ou le fichier du bilan là où il est demandé',
    ],
  ),
  'without-region': message(
    '“{key}” has no effect without a “region”',
    '« {key} » est sans effet sans « region »',
    ['add the region, or remove “{key}”', 'ajouter la région, ou enlever « {key} »'],
  ),
} satisfies Readonly<Partial<Record<ConsistencyCode, Message>>>);
