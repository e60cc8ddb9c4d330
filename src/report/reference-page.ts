/** The reference of fields as a Markdown page: a table for each part of a scenario. */
import {
  FIELD_SECTIONS,
  type FieldRow,
  type FieldSection,
  fieldReference,
} from '../model/schema/field-reference.ts';
import { VACATION_FACTS, VACATION_TYPES } from '../model/vocabulary.ts';
import { capital, type Language, type Text, typeset } from './language.ts';
import { defaultCells, kindsWords, unitWords } from './reference-page-values.ts';
import { OPENING_WORDS } from './words.ts';

const TITLE: Text = { en: 'Reference of scenario fields', fr: 'Référence des champs d’un scénario' };

const INTRODUCTION: Readonly<Record<Language, readonly string[]>> = Object.freeze({
  en: [
    'Every key of a scenario file (YAML 1.2 or JSON). This page is made from the schema and the defaults of the program itself.',
    '- **Paths.** `devices[].speed` is the key `speed` of each item of the list `devices`. `<exam>` stands for a name you choose. `<law>` stands for any field that takes a duration or a law.',
    '- **Quantities.** A bare number counts in the unit of its column. A text carries its own unit: `90s`, `90min`, `1.5h` or `1,5h`, `2d`, `3w`. Times of day are texts from `"00:00"` to `"24:00"`.',
    '- **Days.** `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`; a range `mon-fri`; several `mon,wed,fri` or `[mon, wed, fri]`.',
    '- **Short forms.** A duration is a number (`12`), a quantity (`90s`), the same with its evidence (`{minutes: 12, range: [8, 20]}`), three quantiles (`{p20: 5, p50: 10, p80: 16}`) or a law (`{law: lognormal, mean: 12, cv: 0.5}`). A reserve is `{H: 90min, release: 1d}`, or a list with one mapping per reserve.',
    '- **Defaults.** What is left out comes from the set named by `defaults`: `anap-2010`, the national campaign of 2010 and stated assumptions, or `none`, every effect off. The column gives the default of `anap-2010`, then that of `none` where it differs. A required key inside a part you may leave out can have a default too: it stands where the whole part is left out.',
    '- **Evidence.** A default that weighs on results says how it is known (measured, calibrated, assumed), in what range it may lie, and where it comes from. A number of your own may say the same.',
    '- **Variants.** With `extends: other.yaml` a file holds only its differences: mappings merge by key, lists whose items have an `id` merge by it, and `null` takes a value away.',
  ],
  fr: [
    'Toutes les clés d’un fichier de scénario (YAML 1.2 ou JSON). Cette page est tirée du schéma et des valeurs par défaut du programme même.',
    '- **Chemins.** `devices[].speed` est la clé `speed` de chaque élément de la liste `devices`. `<exam>` tient la place d’un nom que vous choisissez. `<law>` tient la place de tout champ qui accepte une durée ou une loi.',
    '- **Quantités.** Un nombre seul compte dans l’unité de sa colonne. Un texte porte son unité : `90s`, `90min`, `1.5h` ou `1,5h`, `2d` (jours), `3w` (semaines). Les heures sont des textes, de `"00:00"` à `"24:00"`.',
    '- **Jours.** `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`, de lundi à dimanche ; une plage `mon-fri` ; plusieurs `mon,wed,fri` ou `[mon, wed, fri]`.',
    '- **Formes courtes.** Une durée est un nombre (`12`), une quantité (`90s`), la même avec ce qu’on en sait (`{minutes: 12, range: [8, 20]}`), trois quantiles (`{p20: 5, p50: 10, p80: 16}`) ou une loi (`{law: lognormal, mean: 12, cv: 0.5}`). Une réserve s’écrit `{H: 90min, release: 1d}`, ou en liste.',
    '- **Valeurs par défaut.** Ce qui est omis vient du jeu nommé par `defaults` : `anap-2010`, la campagne nationale de 2010 et des hypothèses déclarées, ou `none`, tout effet désactivé. La colonne donne la valeur d’`anap-2010`, puis celle de `none` si elle diffère. Une clé obligatoire dans une partie facultative peut avoir une valeur par défaut : elle vaut si la partie entière est omise.',
    '- **Provenance.** Une valeur par défaut qui pèse sur les résultats dit comment elle est connue (mesurée, calée, supposée), dans quelle fourchette elle peut être, et d’où elle vient. Vos propres nombres peuvent le dire aussi.',
    '- **Variantes.** Avec `extends: autre.yaml`, un fichier ne contient que ses différences : les clés se superposent, les listes dont les éléments ont un `id` aussi, et `null` retire une valeur.',
  ],
});

const SECTIONS: Readonly<Record<FieldSection, Text>> = Object.freeze({
  scenario: { en: 'Scenario', fr: 'Scénario' },
  region: { en: 'Territory', fr: 'Territoire' },
  calendar: { en: 'Calendar', fr: 'Calendrier' },
  run: { en: 'Run', fr: 'Simulation' },
  exams: { en: 'Exam types', fr: 'Types d’examens' },
  sites: { en: 'Sites', fr: 'Sites' },
  devices: { en: 'Devices', fr: 'Appareils' },
  vacations: { en: 'Vacations', fr: 'Vacations' },
  flows: { en: 'Flows of requests', fr: 'Flux de demandes' },
  laws: { en: 'Laws of durations', fr: 'Lois des durées' },
  evidence: { en: 'Evidence', fr: 'Provenance' },
});

const HEADS: Readonly<Record<Language, readonly string[]>> = Object.freeze({
  en: ['field', 'meaning', 'value', 'unit', 'default', 'range; how known: source'],
  fr: ['champ', 'sens', 'valeur', 'unité', 'par défaut', 'fourchette ; statut : source'],
});

const TYPES: Text = {
  en: 'The twelve vacation types, and what each admits where the vacation does not say otherwise:',
  fr: 'Les douze types de vacation, et ce que chacun admet, sauf indication contraire de la vacation :',
};
const TYPE_HEADS: Readonly<Record<Language, readonly string[]>> = Object.freeze({
  en: ['type', 'name', 'counted from the opening', 'appointments', 'inserted', 'owner'],
  fr: ['type', 'nom', 'comptée à partir de l’ouverture', 'rendez-vous', 'insérés', 'propriétaire'],
});
const YES: Text = { en: 'yes', fr: 'oui' };
const NO: Text = { en: 'no', fr: 'non' };

const code = (text: string): string => `\`${text}\``;
/** A bar would end the cell, in code as well. */
const cell = (text: string): string => text.replaceAll('|', '\\|');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  line(heads),
  `|${'---|'.repeat(heads.length)}`,
  ...rows.map(line),
];

function fieldCells(row: FieldRow, language: Language): readonly string[] {
  const { value, evidence } = defaultCells(row, language);
  return [
    code(row.path),
    typeset(row[language], language),
    kindsWords(row.types, language),
    unitWords(row.unit, language),
    value,
    evidence,
  ];
}

function typeTable(language: Language): readonly string[] {
  const rows = VACATION_TYPES.map((type) => {
    const facts = VACATION_FACTS[type];
    return [
      code(type),
      facts[language],
      OPENING_WORDS[facts.opening][language],
      (facts.books ? YES : NO)[language],
      facts.inserts.join(' ') || '—',
      code(facts.owner),
    ];
  });
  return ['', typeset(TYPES[language], language), '', ...table(TYPE_HEADS[language], rows)];
}

function section(name: FieldSection, language: Language): readonly string[] {
  const rows = fieldReference().filter((row) => row.section === name);
  const heads = HEADS[language].map((head) => typeset(head, language));
  return [
    '',
    `## ${capital(SECTIONS[name][language])}`,
    '',
    ...table(
      heads,
      rows.map((row) => fieldCells(row, language)),
    ),
    ...(name === 'vacations' ? typeTable(language) : []),
  ];
}

/**
 * The reference of every field of a scenario, as a Markdown page with a table for each part of it: meaning, kinds of
 * value, unit, defaults under both sets with range, status and source.
 * @example referencePage('en').split('\n')[0] // '# Reference of scenario fields'
 */
export function referencePage(language: Language): string {
  const [opening = '', ...points] = INTRODUCTION[language].map((text) => typeset(text, language));
  const lines = [
    `# ${TITLE[language]}`,
    '',
    opening,
    '',
    ...points,
    ...FIELD_SECTIONS.flatMap((name) => section(name, language)),
  ];
  return `${lines.join('\n')}\n`;
}
