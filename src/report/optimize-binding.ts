/** What holds a proposed week back, and what its first week asks for: rules with their worth, patients to move. */
import type { BindingRule, PatientsToMove } from '../model/results/optimize.ts';
import type { Language, Text } from './language.ts';
import { gainBounds, labelText } from './lever-words.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { daysOf, sayIn } from './optimize-words.ts';
import { CLASS_WORDS, MODALITY_WORDS } from './words.ts';

const WORTH: Text = {
  en: '{rule} — {unit}: {worth} patient-days a week saved ({bounds} by the model), {range}.',
  fr: '{rule} — {unit} : {worth} jours-patients gagnés par semaine ({bounds} selon le modèle), {range}.',
};
const WORTH_EXACT: Text = {
  en: '{rule} — {unit}: {worth} patient-days a week saved, {range}.',
  fr: '{rule} — {unit} : {worth} jours-patients gagnés par semaine, {range}.',
};
const FIRST_ONLY: Text = {
  en: 'for the first one; the next brings less or more',
  fr: 'pour la première unité ; la suivante apporte moins ou plus',
};
const AS_FAR_AS: Text = {
  en: 'as much for each up to {to}',
  fr: 'autant pour chacune jusqu’à {to}',
};
const WORTH_OPEN: Text = {
  en: '{rule} — {unit}: {worth} patient-days a week saved, at least from {from} to {to}.',
  fr: '{rule} — {unit} : {worth} jours-patients gagnés par semaine, au moins de {from} à {to}.',
};
const WORTH_NOTHING: Text = {
  en: '{rule} — {unit}: would change nothing.',
  fr: '{rule} — {unit} : n’y changerait rien.',
};
const LEGAL: Text = {
  en: '{rule} — the law: never relaxed, no worth given.',
  fr: '{rule} — la loi : jamais assouplie, sans valeur chiffrée.',
};
const MOVE: Text = {
  en: '{class:class}, {modality:modality}: about {patients|patient holds|patients hold} an appointment in hours that close ({bounds}): to be moved before the first day.',
  fr: '{class:class}, {modality:modality} : environ {patients|patient|patients} avec un rendez-vous dans des heures qui ferment ({bounds}) ; à déplacer avant le premier jour.',
};
const MOVE_ONE: Text = {
  en: '{class:class}, {modality:modality}: about {patients|patient holds|patients hold} an appointment in hours that close: to be moved before the first day.',
  fr: '{class:class}, {modality:modality} : environ {patients|patient|patients} avec un rendez-vous dans des heures qui ferment ; à déplacer avant le premier jour.',
};
const NO_MOVE: Text = {
  en: 'No appointment already given has to be moved: no hours close.',
  fr: 'Aucun rendez-vous déjà donné n’est à déplacer : aucune heure ne ferme.',
};

/** Rules that hold the week back, and what one more unit of each would bring. */
export function bindingSentences(binding: readonly BindingRule[], language: Language): readonly string[] {
  const say = sayIn(language);
  return binding.map(({ label, unit, worth, from, to, isOpen }) => {
    const rule = labelText(label, language);
    if (worth === null) return say(LEGAL, { rule });
    const values = {
      rule,
      unit: labelText(unit, language),
      worth: daysOf(worth.perUnit, language),
      bounds: gainBounds(worth, language),
      range: to > 1 ? say(AS_FAR_AS, { to: formatShort(to, 1, language) }) : say(FIRST_ONLY),
      from: formatShort(from, 1, language),
      to: formatShort(to, 1, language),
    };
    if (worth.low === 0 && worth.high === 0) return say(WORTH_NOTHING, values);
    // A gap too small to be printed is none.
    const isExact = daysOf(worth.low, language) === daysOf(worth.high, language);
    if (!isExact) return say(WORTH, values);
    return say(isOpen ? WORTH_OPEN : WORTH_EXACT, values);
  });
}

/** Patients whose appointments stand in hours that close. */
export function moveSentences(toMove: readonly PatientsToMove[], language: Language): readonly string[] {
  const say = sayIn(language);
  if (toMove.length === 0) return [say(NO_MOVE)];
  return toMove.map(({ class: patientClass, modality, patients }) => {
    const isBounded = patients.low !== null && patients.high !== null;
    const bound = (x: number | null) => formatNumber(Math.max(0, x ?? 0), 0, language);
    const text = say(isBounded ? MOVE : MOVE_ONE, {
      class: CLASS_WORDS[patientClass][language],
      modality: MODALITY_WORDS[modality][language],
      patients: Math.round(patients.mean),
      bounds: `${bound(patients.low)}–${bound(patients.high)}`,
    });
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
}
