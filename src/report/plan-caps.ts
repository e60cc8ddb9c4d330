/** The caps of a plan in words: which hold it back, and what one more of those would be worth. */
import { departmentName } from '../model/oqos/departments.ts';
import type { CapWorth, RegionPlanDocument } from '../model/results/region.ts';
import type { Modality } from '../model/vocabulary.ts';
import { capital, type Language, type Text } from './language.ts';
import { listed } from './lever-words.ts';
import { daysOf } from './optimize-words.ts';
import { fill, type Values } from './sentence.ts';
import { VOCABULARY } from './words.ts';

const COUNTED: Readonly<Record<CapWorth['counter'], Readonly<Record<Modality, Text>>>> = Object.freeze({
  devices: {
    ct: {
      en: 'one more CT authorised in {department}',
      fr: 'un scanner autorisé de plus ({department})',
    },
    mri: {
      en: 'one more MRI authorised in {department}',
      fr: 'une IRM autorisée de plus ({department})',
    },
  },
  sites: {
    ct: {
      en: 'one more CT site authorised in {department}',
      fr: 'une implantation de scanner autorisée de plus ({department})',
    },
    mri: {
      en: 'one more MRI site authorised in {department}',
      fr: 'une implantation d’IRM autorisée de plus ({department})',
    },
  },
});
const CAPS_LAW: Text = {
  en: 'The caps are the law: never relaxed here. Free device places taken: {used} of {left}. What one more would be worth is by the linear model, solved again with one more; a worth that a solver cannot tell from nothing is given no number.',
  fr: 'Les plafonds sont la loi : jamais assouplis ici. Places d’appareils libres prises : {used} sur {left}. Ce que vaudrait un de plus est selon le modèle linéaire, résolu à nouveau avec un de plus ; une valeur que le calcul ne distingue pas de rien n’a pas de nombre.',
};
const WORTH: Text = {
  en: '{cap} is worth about {worth} patient-days a week{bounds}; free places taken: {used} of {left}.',
  fr: '{cap} vaut environ {worth} jours-patients par semaine{bounds} ; places libres prises : {used} sur {left}.',
};
const NONE_FREE: Text = {
  en: '{cap} is worth about {worth} patient-days a week{bounds}; no place is free now.',
  fr: '{cap} vaut environ {worth} jours-patients par semaine{bounds} ; aucune place n’est libre aujourd’hui.',
};
const BETWEEN: Text = { en: ' (between {low} and {high})', fr: ' (entre {low} et {high})' };
const AT_BEST: Text = { en: 'below {high}', fr: 'moins de {high}' };
const UNTOLD: Text = {
  en: '{caps}: nothing that can be told ({high} patient-days a week).',
  fr: '{caps} : rien qu’on puisse dire ({high} jours-patients par semaine).',
};
const UNANSWERED: Text = {
  en: '{caps}: not known, the model gave no answer for this plan.',
  fr: '{caps} : inconnu, le modèle n’a pas répondu pour ce plan.',
};
const NOTHING: Text = {
  en: '{caps}: nothing, by the model.',
  fr: '{caps} : rien, selon le modèle.',
};
const FREE: Text = {
  en: '{modality:modality} in {department} (taken: {used} of {left})',
  fr: '{modality:modality}, {department} (prises : {used} sur {left})',
};
const NOT_REACHED: Text = {
  en: 'Not reached, so not what holds the plan back (the budget, the staff, another limit or the need does): {caps}.',
  fr: 'Non atteint, donc pas ce qui retient le plan (c’est le budget, le personnel, une autre limite ou le besoin) : {caps}.',
};

type Caps = Pick<RegionPlanDocument, 'caps' | 'proposal'>;
type Say = (text: Text, values?: Values) => string;

/** What one more of a cap is: `one more MRI authorised in Val-d’Oise`. */
export const capWords = ({ counter, modality, department }: CapWorth, language: Language): string =>
  fill(COUNTED[counter][modality], { department: departmentName(department) }, language);

/** The caps with what the plan that is told takes of each: the plan of the model may be another one. */
function takenBy({ caps, proposal }: Caps): readonly CapWorth[] {
  const additions = proposal?.additions ?? [];
  return caps.map((cap) => {
    const own = additions.filter(
      ({ department, modality }) => department === cap.department && modality === cap.modality,
    );
    const used =
      cap.counter === 'devices'
        ? own.reduce((sum, { devices }) => sum + devices, 0)
        : own.filter(({ isNewImplantation }) => isNewImplantation).length;
    // A worth is that beside the plan of the model: where that one leaves the cap free, it tells nothing of this plan.
    const isOther = cap.worth !== null && used >= cap.left && cap.used < cap.left;
    return { ...cap, used, worth: isOther ? null : cap.worth };
  });
}

const isZero = (days: number): boolean => !/[1-9]/.test(daysOf(days, 'en'));

/** A site more matters where a device may be put there. */
const canOpen = (cap: CapWorth, all: readonly CapWorth[]): boolean =>
  cap.counter === 'devices' ||
  all.some(
    ({ counter, department, modality, left }) =>
      counter === 'devices' && department === cap.department && modality === cap.modality && left > 0,
  );

/** That the caps hold, how much of them the plan takes, and what one more of each would be worth: a sentence a line, best first. */
export function capSentences(document: Caps, language: Language): readonly string[] {
  const say: Say = (text, values = {}) => fill(text, values, language, VOCABULARY);
  const all = takenBy(document);
  if (all.length === 0) return [];
  const devices = all.filter(({ counter }) => counter === 'devices');
  const sum = (of: (one: CapWorth) => number) => devices.reduce((total, one) => total + of(one), 0);
  const reached = all.filter((cap) => cap.used >= cap.left && canOpen(cap, all));
  const free = devices.filter(({ used, left }) => used < left);
  const known = reached.flatMap((cap) => (cap.worth === null ? [] : [{ ...cap, worth: cap.worth }]));
  const worthy = known.filter(({ worth }) => !isZero(worth.low));
  const untold = known.filter(({ worth }) => isZero(worth.low) && !isZero(worth.high));
  const group = (text: Text, group: readonly CapWorth[], values: Values = {}): readonly string[] =>
    group.length === 0
      ? []
      : [
          say(text, {
            ...values,
            caps: listed(
              group.map((one) => capWords(one, language)),
              language,
            ),
          }),
        ];
  return [
    say(CAPS_LAW, { used: sum(({ used }) => used), left: sum(({ left }) => left) }),
    ...worthy
      .toSorted((a, b) => b.worth.perUnit - a.worth.perUnit)
      .map((cap) => worthSentence(cap, say, language)),
    ...group(UNTOLD, untold, {
      high: say(AT_BEST, { high: daysOf(Math.max(...untold.map(({ worth }) => worth.high)), language) }),
    }),
    ...group(
      UNANSWERED,
      reached.filter(({ worth }) => worth === null),
    ),
    ...group(
      NOTHING,
      known.filter(({ counter, worth }) => counter === 'devices' && isZero(worth.high)),
    ),
    ...freeSentence(free, say, language),
  ].map(capital);
}

function worthSentence(
  cap: CapWorth & { readonly worth: NonNullable<CapWorth['worth']> },
  say: Say,
  language: Language,
): string {
  const { used, left } = cap;
  const [worth, low, high] = [cap.worth.perUnit, cap.worth.low, cap.worth.high].map((days) =>
    daysOf(days, language),
  ) as [string, string, string];
  const bounds = low === high ? '' : say(BETWEEN, { low, high });
  return say(left === 0 ? NONE_FREE : WORTH, { cap: capWords(cap, language), worth, bounds, used, left });
}

/** The caps that leave places free, in one sentence. */
function freeSentence(free: readonly CapWorth[], say: Say, language: Language): readonly string[] {
  if (free.length === 0) return [];
  const caps = free.map(({ modality, department, used, left }) =>
    say(FREE, { modality, department: departmentName(department), used, left }),
  );
  return [say(NOT_REACHED, { caps: listed(caps, language) })];
}
