/** What is said of the rules of a proposed week. Codes: `model/rules/codes.ts`. */
import type { RulesCode } from '../model/rules/codes.ts';
import { type Message, message } from './message.ts';

const swap = ['swap them, or give both', 'les échanger, ou donner les deux'] as const;

export const RULES_MESSAGES: Readonly<Record<RulesCode, Message>> = Object.freeze({
  'rules-empty': message('this file of rules is empty', 'ce fichier de règles est vide', [
    '“creneau-rules: 1” as its first line; scenarios/rules/ has an example',
    '« creneau-rules: 1 » en première ligne ; scenarios/rules/ a un exemple',
  ]),
  'rules-is-scenario': message(
    'this file is a scenario, not a file of rules',
    'ce fichier est un scénario, pas un fichier de règles',
    ['rules begin with “creneau-rules: 1”', 'des règles commencent par « creneau-rules: 1 »'],
  ),
  'rules-version': message(
    'version {value} of rules is not known (known: {limit})',
    'la version {value} des règles n’est pas connue (connue : {limit})',
    ['“creneau-rules: {limit}”, or a newer creneau', '« creneau-rules: {limit} », ou un creneau plus récent'],
  ),
  'rules-duration': message(
    '“{value}” is not a duration above 0 with its unit',
    '« {value} » n’est pas une durée supérieure à 0 avec son unité',
    ['"{nearest}"', '"{nearest}"'],
    ['"2h" or "90min"', '"2h" ou "90min"'],
  ),
  'rules-hours': message(
    '“{value}” is not a number of hours from 0',
    '« {value} » n’est pas un nombre d’heures à partir de 0',
    ['"{nearest}"', '"{nearest}"'],
    ['a number, or a duration like "6h"', 'un nombre, ou une durée comme "6h"'],
  ),
  'rules-euros': message(
    '“{value}” is not an amount in euros from 0',
    '« {value} » n’est pas un montant en euros à partir de 0',
    ['{nearest}', '{nearest}'],
    ['a number like 60000, or {none} for no limit', 'un nombre comme 60000, ou {none} pour aucune limite'],
  ),
  'rules-hours-order': message(
    'these hours end at {to} and begin at {from}',
    'ces heures finissent à {to} et commencent à {from}',
    [
      'an end after the beginning, on the same day; a night in two lines, the second from "00:00"',
      'une fin après le début, le même jour ; une nuit en deux lignes, la seconde dès "00:00"',
    ],
  ),
  'rules-grid': message(
    '{minutes} min is no multiple of {step} min',
    '{minutes} min n’est pas un multiple de {step} min',
    ['whole steps of {step} min', 'des pas entiers de {step} min'],
  ),
  'rules-session-order': message(
    'the shortest session ({shortest} h) is longer than the longest ({longest} h)',
    'la séance la plus courte ({shortest} h) dépasse la plus longue ({longest} h)',
    swap,
  ),
  'rules-shift-order': message(
    'the shortest shift ({shortest} h) is longer than the longest ({longest} h)',
    'le poste le plus court ({shortest} h) dépasse le plus long ({longest} h)',
    swap,
  ),
  'rules-rest': message(
    'a rest of {hours} h between two days of work is below the law’s {limit} h (French Labour Code, L3131-1)',
    'un repos de {hours} h entre deux jours de travail est sous les {limit} h de la loi (Code du travail, L3131-1)',
    ['"{limit}h" or more', '"{limit}h" ou plus'],
  ),
  'rules-rest-long': message(
    'a rest of {hours} h between two days of work is longer than {limit} h',
    'un repos de {hours} h entre deux jours de travail dépasse {limit} h',
    ['from "11h" to "{limit}h"', 'de "11h" à "{limit}h"'],
  ),
  'rules-alone': message(
    'together is {persons}: a device cannot be open with fewer than {limit|person|persons}',
    'together vaut {persons} : un appareil ne peut ouvrir avec moins de {limit|personne|personnes}',
    ['2, where nobody may work alone', '2, là où personne ne doit travailler seul'],
  ),
  'rules-persons-few': message(
    'the group has {persons|person|persons}, and {together} must be there together',
    'le groupe compte {persons|personne|personnes}, et {together} doivent être là ensemble',
    ['the persons of the whole group, all shifts', 'les personnes de tout le groupe, tous postes'],
  ),
  'rules-staff-twice': message(
    '{group:staff} of “{site}” have two rules',
    'deux règles pour les {group:staff} de « {site} »',
    ['one for a group at a site', 'une seule par groupe et par site'],
  ),
  'rules-staff-twice-everywhere': message(
    '{group:staff} have two rules for every site',
    'deux règles pour les {group:staff} de tous les sites',
    ['one of them with a “site”', 'l’une des deux avec un « site »'],
  ),
  'rules-target-nobody': message(
    'no {class:class} are booked for {modality:modality} in this scenario',
    'aucun rendez-vous de {class:class} en {modality:modality} dans ce scénario',
    ['a class and a modality with appointments', 'une classe et une modalité avec des rendez-vous'],
  ),
  'rules-target-site': message(
    'no {class:class} are booked for {modality:modality} at “{site}”',
    'aucun rendez-vous de {class:class} en {modality:modality} à « {site} »',
    ['one of: {known}', 'l’un de : {known}'],
  ),
  'rules-target-several-sites': message(
    '{class:class} are booked for {modality:modality} at several sites: {known}',
    'les {class:class} ont rendez-vous en {modality:modality} sur plusieurs sites : {known}',
    ['a “site” for this target', 'un « site » pour cet objectif'],
  ),
  'rules-target-twice': message(
    'two targets for {class:class}, {modality:modality}, at “{site}”',
    'deux objectifs pour les {class:class}, {modality:modality}, à « {site} »',
    ['keep one', 'n’en garder qu’un'],
  ),
});
