/** What stands for a field that is left out: under each set of defaults, by modality and class where it depends on them. */
import { DEFAULTS, type Default, type DefaultsSet, type ModalityDefaults } from '../complete/defaults.ts';
import { type FixedDefault, fixedDefault } from '../complete/defaults-fixed.ts';
import type { Law } from '../law.ts';
import type { EvidenceStatus, Label } from '../scenario.ts';
import { MINUTE } from '../units.ts';
import { CLASSES, MODALITIES, type Modality, type PatientClass } from '../vocabulary.ts';
import { defaultWords } from './field-reference-words.ts';

export type DefaultsName = keyof typeof DEFAULTS;
export const DEFAULTS_NAMES: readonly DefaultsName[] = Object.freeze(['anap-2010', 'none']);

/** One default of a field, with whom it is for: null stands for all. */
export interface FieldDefault {
  readonly modality: Modality | null;
  readonly classes: readonly PatientClass[] | null;
  readonly walkIn: boolean | null;
  /** In the unit of the field; a law in seconds. Null where only words tell it. */
  readonly value: FixedDefault | Law | null;
  readonly words: Label | null;
  /** In the unit of the field. */
  readonly range: readonly [number, number] | null;
  readonly status: EvidenceStatus | null;
  readonly source: Label | null;
}

type For = Partial<Pick<FieldDefault, 'modality' | 'classes' | 'walkIn'>>;
const ALL = { modality: null, classes: null, walkIn: null };
const UNKNOWN = { range: null, status: null, source: null };

const plain = (value: FixedDefault | Law, whom: For = {}): FieldDefault => ({
  ...ALL,
  ...whom,
  ...UNKNOWN,
  value,
  words: null,
});
const inWords = (words: Label, whom: For = {}): FieldDefault => ({
  ...ALL,
  ...whom,
  ...UNKNOWN,
  value: null,
  words,
});
/** A default with its evidence; `scale` turns what the model holds into the unit of the field. */
function known<T extends number | Law>(one: Default<T>, whom: For = {}, scale = 1): FieldDefault {
  const value = typeof one.value === 'number' ? one.value / scale : one.value;
  return { ...ALL, ...whom, value, words: null, range: one.range, status: one.status, source: one.source };
}

const NOT_ASSUMED: Label = { en: 'to be written', fr: 'à écrire' };
const NO_REPORT: Label = { en: 'reports are not simulated', fr: 'comptes rendus non simulés' };
const ALWAYS: Label = { en: 'always accepts', fr: 'accepte toujours' };
const NOBODY: Label = { en: 'nobody', fr: 'personne' };
/** Of booked patients only ambulatory and hospitalised ones are published; the others are taken as hospitalised. */
const BOOKED: readonly (readonly ['A' | 'H', readonly PatientClass[]])[] = [
  ['A', ['A']],
  ['H', ['H', 'R', 'U']],
];

type Of = (set: DefaultsSet) => readonly FieldDefault[];
const byModality =
  (of: (defaults: ModalityDefaults, whom: For) => FieldDefault | readonly FieldDefault[]): Of =>
  (set) =>
    MODALITIES.flatMap((modality) => of(set.byModality[modality], { modality }));
const byBookedClass = (of: (name: 'A' | 'H', whom: For) => FieldDefault): readonly FieldDefault[] =>
  BOOKED.map(([name, classes]) => of(name, { classes, walkIn: false }));

/** Fields whose default is in a set, by path. */
const OF_SET: Readonly<Record<string, Of>> = Object.freeze({
  ...Object.fromEntries(
    CLASSES.flatMap((name): [string, Of][] => [
      [
        `exams.<exam>.durations.${name}`,
        byModality(({ durations }, whom) =>
          durations === null ? inWords(NOT_ASSUMED, whom) : known(durations[name], whom),
        ),
      ],
      [
        `devices[].slots.${name}`,
        byModality(({ slotSeconds }, whom) =>
          slotSeconds === null ? plain(0, whom) : known(slotSeconds[name], whom, MINUTE),
        ),
      ],
      ...MODALITIES.map((modality): [string, Of] => [
        `sites[].reports.${modality}.${name}`,
        (set) => {
          const law = set.byModality[modality].reports[name];
          return [law === null ? inWords(NO_REPORT) : known(law)];
        },
      ]),
    ]),
  ),
  ...Object.fromEntries(
    MODALITIES.map((modality): [string, Of] => [
      `sites[].reading.minutes.${modality}`,
      (set) => [known(set.byModality[modality].readingTime)],
    ]),
  ),
  'devices[].changeover': byModality(({ changeover }, whom) => known(changeover, whom)),
  'devices[].late-start': byModality(({ lateStart }, whom) => known(lateStart, whom)),
  'devices[].early-end': byModality(({ earlyEndSeconds }, whom) => known(earlyEndSeconds, whom, MINUTE)),
  'devices[].week[].call-in': (set) => [known(set.callIn)],
  'flows[].profile': ({ profile }) => [
    plain(profile.booked, { walkIn: false }),
    plain(profile.walkIn, { walkIn: true }),
  ],
  'flows[].accept.tau': byModality(({ tauDays }, whom) =>
    byBookedClass((name, classes) => {
      const tau = tauDays[name];
      return tau === null ? inWords(ALWAYS, { ...whom, ...classes }) : known(tau, { ...whom, ...classes });
    }),
  ),
  'flows[].lead': ({ leadDays }) => byBookedClass((name, whom) => plain(leadDays[name], whom)),
  'flows[].horizon': ({ horizonDays }) => [plain(horizonDays)],
  'flows[].no-show': byModality(({ noShow }, whom) => known(noShow, { ...whom, walkIn: false })),
  'flows[].punctuality': ({ punctuality }) => [
    known(punctuality, { walkIn: false }),
    plain(0, { walkIn: true }),
  ],
  'flows[].backlog.delay': byModality(({ backlogDays }, whom) =>
    byBookedClass((name, classes) => {
      const days = backlogDays[name];
      return days === 0 ? inWords(NOBODY, { ...whom, ...classes }) : plain(days, { ...whom, ...classes });
    }),
  ),
});

/**
 * What stands for a field left out under a set of defaults, one a modality and class where they differ; empty for a
 * field that must be written.
 * @example defaultsOf('flows[].horizon', 'anap-2010')[0].value // 180
 */
export function defaultsOf(path: string, name: DefaultsName): readonly FieldDefault[] {
  const ofSet = OF_SET[path];
  if (ofSet !== undefined) return ofSet(DEFAULTS[name]);
  const fixed = fixedDefault(path);
  if (fixed !== undefined) return [plain(fixed)];
  const words = defaultWords(path);
  return words === undefined ? [] : [inWords(words)];
}
