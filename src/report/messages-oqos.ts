/** What is said of requests for authorisation and of balances. Codes: `model/oqos/codes.ts`. */
import type { OqosCode } from '../model/oqos/codes.ts';
import { type Message, message } from './message.ts';

const countAdvice = [
  'a whole number from 0, like 25; decimals only as 25,0',
  'un nombre entier à partir de 0, comme 25 ; décimales seulement comme 25,0',
] as const;
const countsDecide = [
  'the counts decide; check this row against its source',
  'les nombres décident ; vérifier cette ligne sur sa source',
] as const;

export const OQOS_MESSAGES: Readonly<Record<OqosCode, Message>> = Object.freeze({
  'request-empty': message('this request is empty', 'cette demande est vide', [
    '“request: 1” as its first line; scenarios/requests/ has examples',
    '« request: 1 » en première ligne ; scenarios/requests/ a des exemples',
  ]),
  'request-is-scenario': message(
    'this file is a scenario, not a request',
    'ce fichier est un scénario, pas une demande',
    ['attach it to a request by --scenario FILE', 'le joindre à une demande par --scenario FICHIER'],
  ),
  'request-version': message(
    'request version {value} is not known (known: {limit})',
    'la version {value} d’une demande n’est pas connue (connue : {limit})',
    ['“request: {limit}”, or a newer creneau', '« request: {limit} », ou un creneau plus récent'],
  ),
  'request-equipment': message(
    '“{value}” is no heavy equipment of a balance',
    '« {value} » n’est pas un équipement lourd d’un bilan',
    ['“{nearest}”', '« {nearest} »'],
    ['one of: {known}', 'l’un de : {known}'],
  ),
  'request-department': message(
    '“{value}” is no French department',
    '« {value} » n’est pas un département français',
    ['{nearest}', '{nearest}'],
    ['its code, like 93 or 2A, or its name', 'son code, comme 93 ou 2A, ou son nom'],
  ),
  'request-device-twice': message(
    'device “{value}” is named twice',
    'l’appareil « {value} » est nommé deux fois',
    ['name each device once, or give their number', 'nommer chaque appareil une fois, ou donner leur nombre'],
  ),
  'request-interventional': message(
    'only a scanner can be dedicated to interventional imaging in a balance (here: {value})',
    'dans un bilan, seul un scanner peut être dédié à l’imagerie interventionnelle (ici : {value})',
    ['remove “interventional”', 'enlever « interventional »'],
  ),
  'request-from': message(
    '“from” says where a moved device comes from (here: {kind})',
    '« from » dit d’où vient un appareil déplacé (ici : {kind})',
    ['remove “from”, or “kind: moved-device”', 'enlever « from », ou « kind: moved-device »'],
  ),
  'request-site-contradicts': message(
    'kind “{kind}”, and a site that has {count} {equipment} of its own before the request: they contradict each other',
    'nature « {kind} », et un site qui compte {count} {equipment} avant la demande : les deux se contredisent',
    [
      'a new site has none of this equipment; an authorised one, a renewal or a replacement has at least one',
      'un nouveau site n’a aucun appareil de cet équipement ; un site autorisé, un renouvellement, un remplacement en a au moins un',
    ],
  ),
  'request-more-than-present': message(
    '{devices} {equipment} to move, renew or replace, and the balance counts {present} in {department}',
    '{devices} {equipment} à déplacer, renouveler ou remplacer, et le bilan en compte {present} dans le {department}',
    [
      'check the department and the number; another balance by --balance FILE.csv',
      'vérifier le département et le nombre ; un autre bilan par --balance FICHIER.csv',
    ],
  ),
  'request-not-in-balance': message(
    'the balance has no row for {equipment} in {department}',
    'le bilan n’a pas de ligne pour {equipment} dans le {department}',
    [
      'departments of this balance: {known}; another one by --balance FILE.csv',
      'départements de ce bilan : {known} ; un autre par --balance FICHIER.csv',
    ],
  ),
  'request-id-twice': message(
    'request “{id}” is given twice (also in {first})',
    'la demande « {id} » est donnée deux fois (aussi dans {first})',
    ['each request once, under an id of its own', 'chaque demande une fois, sous son propre identifiant'],
  ),
  'request-device-in-two': message(
    'device “{value}” is already in {first}',
    'l’appareil « {value} » est déjà dans {first}',
    ['one device, one request', 'un appareil, une demande'],
  ),
  'request-act-differs': message(
    'the act “{act}” does not say the same in {first}',
    'l’acte « {act} » ne dit pas la même chose dans {first}',
    [
      'the same devices and sites in each file that rests on it, all interventional or none',
      'les mêmes appareils et implantations dans chaque dossier qui s’y appuie, tous interventionnels ou aucun',
    ],
  ),
  'balance-empty': message('this balance has no row', 'ce bilan n’a aucune ligne', [
    'one row per equipment and department below the header',
    'une ligne par équipement et département sous l’en-tête',
  ]),
  'balance-column-missing': message(
    'column “{column}” is missing (found: {found})',
    'il manque la colonne « {column} » (trouvées : {found})',
    [
      '“equipment;department;devices_current;devices_low;devices_high;sites_current;sites_low;sites_high” as its first line',
      '« equipment;department;devices_current;devices_low;devices_high;sites_current;sites_low;sites_high » en première ligne',
    ],
  ),
  'balance-equipment': message(
    '“{value}” is no heavy equipment of a balance',
    '« {value} » n’est pas un équipement lourd d’un bilan',
    ['“{nearest}”', '« {nearest} »'],
    ['one of: {known}', 'l’un de : {known}'],
  ),
  'balance-department': message(
    '“{value}” is no French department',
    '« {value} » n’est pas un département français',
    ['{nearest}', '{nearest}'],
    ['its code, like 93 or 2A, or “Total”', 'son code, comme 93 ou 2A, ou « Total »'],
  ),
  'balance-count': message(
    '“{value}” is not a number of devices, sites or inhabitants ({column})',
    '« {value} » n’est pas un nombre d’appareils, d’implantations ou d’habitants ({column})',
    countAdvice,
  ),
  'balance-count-missing': message('{column} is empty', '{column} est vide', countAdvice),
  'balance-bounds': message(
    'the high bound ({high}) is below the low one ({low}) ({column})',
    'la borne haute ({high}) est sous la borne basse ({low}) ({column})',
    ['swap them, or check the row', 'les échanger, ou vérifier la ligne'],
  ),
  'balance-interventional-equipment': message(
    '“{value}”: only scanners have an interventional figure',
    '« {value} » : seuls les scanners ont un chiffre interventionnel',
    ['leave these cells empty', 'laisser ces cellules vides'],
  ),
  'balance-interventional-part': message(
    '{column} is empty, the other interventional cells are not',
    '{column} est vide, les autres cellules interventionnelles ne le sont pas',
    ['all three, or none', 'les trois, ou aucune'],
  ),
  'balance-row-twice': message(
    '{equipment} in {department} is there twice (first on line {firstLine})',
    '{equipment} dans le {department} figure deux fois (d’abord ligne {firstLine})',
    ['keep one', 'n’en garder qu’une'],
  ),
  'balance-total-twice': message(
    'the total of {equipment} is there twice (first on line {firstLine})',
    'le total de {equipment} figure deux fois (d’abord ligne {firstLine})',
    ['keep one', 'n’en garder qu’un'],
  ),
  'balance-total-differs': message(
    'the printed total of {column} is {value}; the rows of {equipment} add up to {sum}',
    'le total imprimé de {column} est {value} ; les lignes de {equipment} donnent {sum}',
    [
      'totals never decide, but a wrong row would: check both against the source',
      'les totaux ne décident jamais, mais une ligne fausse le ferait : vérifier les deux sur la source',
    ],
  ),
  'balance-total-without-rows': message(
    'a total of {equipment}, and no row of it',
    'un total de {equipment}, et aucune ligne',
    ['are rows missing?', 'manque-t-il des lignes ?'],
  ),
  'balance-population-differs': message(
    '{value} inhabitants in {department}, and {first} on line {firstLine}',
    '{value} habitants dans le {department}, et {first} ligne {firstLine}',
    ['one number for each department', 'un seul nombre par département'],
  ),
  'balance-gap-differs': message(
    'the printed gap is {value}; {current} − {high} = {gap}',
    'l’écart imprimé est {value} ; {current} − {high} = {gap}',
    countsDecide,
  ),
  'balance-decision-unknown': message('“{value}” is no decision', '« {value} » n’est pas une décision', [
    'OUI, NON, or “OUI uniquement pour scanner interventionnel”',
    'OUI, NON, ou « OUI uniquement pour scanner interventionnel »',
  ]),
  'balance-decision-differs': message(
    'the printed decision “{value}” does not follow from the gap ({gap})',
    'la décision imprimée « {value} » ne découle pas de l’écart ({gap})',
    countsDecide,
  ),
  'balance-sites-above-devices': message(
    'more sites ({sites}) than devices ({devices})',
    'plus d’implantations ({sites}) que d’appareils ({devices})',
    countsDecide,
  ),
  'balance-included-impossible': message(
    '{department}: {interventional} interventional scanners cannot be part of {devices}',
    '{department} : {interventional} scanners interventionnels ne peuvent faire partie de {devices}',
    ['read them apart: --interventional separate', 'les lire à part : --interventional separate'],
  ),
});
