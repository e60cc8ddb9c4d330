/** The words of a balance and of what is odd in it. */
import type { Decision, Reading } from '../model/oqos/balance.ts';
import type { AnomalyId } from '../model/results/oqos.ts';
import type { Text } from './language.ts';

export const READING_WORDS: Readonly<Record<Reading, Text>> = Object.freeze({
  separate: {
    en: 'figures in parentheses (interventional scanners) read as a quota of their own, beside the main figure',
    fr: 'chiffres entre parenthèses (scanners interventionnels) lus comme un quota propre, à côté du chiffre principal',
  },
  included: {
    en: 'figures in parentheses (interventional scanners) read as part of the main figure',
    fr: 'chiffres entre parenthèses (scanners interventionnels) lus comme une part du chiffre principal',
  },
});

/** A decision on as many lines as the cell takes, as the balance of May 2020 breaks it. */
export const DECISION_WORDS: Readonly<Record<Decision, Text>> = Object.freeze({
  yes: { en: 'YES', fr: 'OUI' },
  no: { en: 'NO', fr: 'NON' },
  'interventional-only': {
    en: 'YES, only for an interventional scanner',
    fr: 'OUI uniquement pour scanner interventionnel',
  },
});

/** What each anomaly is, said once. */
export const ANOMALY_TITLES: Readonly<Record<AnomalyId, Text>> = Object.freeze({
  A1: {
    en: 'The gap in parentheses is printed without its sign: (1) is one place left, beside a main gap that has a sign',
    fr: 'L’écart entre parenthèses est imprimé sans signe : (1) est une place libre, à côté d’un écart principal signé',
  },
  A2: {
    en: 'More scanners than the high bound, and yet a request is receivable: for an interventional scanner only',
    fr: 'Plus de scanners que la borne haute, et pourtant une demande est recevable : pour un scanner interventionnel seulement',
  },
  A3: {
    en: 'Fewer interventional scanners than their low bound',
    fr: 'Moins de scanners interventionnels que leur borne basse',
  },
  A4: { en: 'More devices than the high bound', fr: 'Plus d’appareils que la borne haute' },
  A5: {
    en: 'More sites than the high bound, while the devices keep to theirs',
    fr: 'Plus d’implantations que la borne haute, alors que les appareils respectent la leur',
  },
  A6: { en: 'Below a low bound', fr: 'Sous une borne basse' },
  A7: {
    en: 'No device place but a site place: a new site only by moving an authorised device',
    fr: 'Pas de place d’appareil mais une place d’implantation : un nouveau site seulement par déplacement d’un appareil autorisé',
  },
  A8: {
    en: 'A device place but no site place: a further device only on a site already authorised',
    fr: 'Une place d’appareil mais pas d’implantation : un appareil de plus seulement sur un site déjà autorisé',
  },
  A9: {
    en: 'More site places than device places: not every new site can have a new device',
    fr: 'Plus de places d’implantation que d’appareils : un nouveau site n’aura pas toujours un nouvel appareil',
  },
  A10: {
    en: 'The total row hides places, or shows some that are not there: it never decides',
    fr: 'La ligne de total cache des places, ou en montre qui n’existent pas : elle ne décide jamais',
  },
  A11: {
    en: 'The region is below the sum of the low bounds',
    fr: 'La région est sous la somme des bornes basses',
  },
  A12: {
    en: 'Document: the caption of the hyperbaric chambers comes before its table; that 92 has the chamber and 91 the cyclotron rests on the order of the pages (read, not recomputed)',
    fr: 'Document : la légende des caissons hyperbares précède son tableau ; que le 92 ait le caisson et le 91 le cyclotron repose sur l’ordre des pages (lu, non recalculé)',
  },
  A13: {
    en: 'Document: the head of the gap column is cut on the side of the sites; the same meaning is assumed, and its figures agree (read, not recomputed)',
    fr: 'Document : l’en-tête de la colonne d’écart est tronqué du côté des implantations ; le même sens est supposé, et les chiffres concordent (lu, non recalculé)',
  },
  A14: {
    en: 'No figure in parentheses on the side of the sites: interventional scanners have no site objective of their own',
    fr: 'Pas de chiffre entre parenthèses du côté des implantations : les scanners interventionnels n’ont pas d’objectif d’implantation propre',
  },
  B1: {
    en: 'The printed gap does not follow from the counts, which decide',
    fr: 'L’écart imprimé ne découle pas des nombres, qui décident',
  },
  B2: {
    en: 'The printed decision does not follow from the counts, which decide',
    fr: 'La décision imprimée ne découle pas des nombres, qui décident',
  },
  B3: {
    en: 'The printed total is not the sum of its rows; totals never decide',
    fr: 'Le total imprimé n’est pas la somme de ses lignes ; les totaux ne décident jamais',
  },
  B4: {
    en: 'Low and high bounds are equal: the objective leaves no choice',
    fr: 'Bornes basse et haute égales : l’objectif ne laisse aucun choix',
  },
  B5: {
    en: 'A gap above the bound is printed without a plus sign, others have one',
    fr: 'Un écart au-dessus de la borne est imprimé sans signe plus, d’autres en ont un',
  },
});

/** The figures of one case; empty for what has none. */
export const ANOMALY_ITEMS: Readonly<Partial<Record<AnomalyId, Text>>> = Object.freeze({
  A1: { en: 'printed “{printed}”, counted {gap}', fr: 'imprimé « {printed} », compté {gap}' },
  A2: {
    en: '{devices} for at most {high}; {room|interventional place|interventional places}, {siteRoom|site place|site places}',
    fr: '{devices} pour {high} au plus ; {room|place interventionnelle|places interventionnelles}, {siteRoom|place d’implantation|places d’implantation}',
  },
  A3: { en: '{current} for at least {low}', fr: '{current} pour {low} au moins' },
  A4: {
    en: '{devices|device|devices} for at most {devicesHigh}, {sites|site|sites} for at most {sitesHigh}',
    fr: '{devices|appareil|appareils} pour {devicesHigh} au plus, {sites|implantation|implantations} pour {sitesHigh} au plus',
  },
  A5: {
    en: '{sites|site|sites} for at most {sitesHigh}, {devices|device|devices} for at most {devicesHigh}',
    fr: '{sites|implantation|implantations} pour {sitesHigh} au plus, {devices|appareil|appareils} pour {devicesHigh} au plus',
  },
  A6: {
    en: '{devices|device|devices} for at least {devicesLow}, {sites|site|sites} for at least {sitesLow}',
    fr: '{devices|appareil|appareils} pour {devicesLow} au moins, {sites|implantation|implantations} pour {sitesLow} au moins',
  },
  A7: {
    en: '{devices|device|devices} for at most {high}; {siteRoom|site place|site places}',
    fr: '{devices|appareil|appareils} pour {high} au plus ; {siteRoom|place d’implantation|places d’implantation}',
  },
  A8: {
    en: '{room|device place|device places}; {sites|site|sites} for at most {high}',
    fr: '{room|place d’appareil|places d’appareil} ; {sites|implantation|implantations} pour {high} au plus',
  },
  A9: {
    en: '{room|device place|device places}, {siteRoom|site place|site places}',
    fr: '{room|place d’appareil|places d’appareil}, {siteRoom|place d’implantation|places d’implantation}',
  },
  A10: {
    en: '{counter:counter}: net gap {net}, places {room}',
    fr: '{counter:counter} : écart net {net}, places {room}',
  },
  A11: {
    en: '{counter:counter}: {current} for at least {low}',
    fr: '{counter:counter} : {current} pour {low} au moins',
  },
  A14: { en: '{departments|row|rows}', fr: '{departments|ligne|lignes}' },
  B1: { en: 'printed “{printed}”, counted {gap}', fr: 'imprimé « {printed} », compté {gap}' },
  B2: { en: 'printed “{printed}”, gap {gap}', fr: 'imprimé « {printed} », écart {gap}' },
  B3: {
    en: '{counter:counter}, {bound:bound}: printed {printed}, sum {sum}',
    fr: '{counter:counter}, {bound:bound} : imprimé {printed}, somme {sum}',
  },
  B4: {
    en: '{devices|device|devices}, {sites|site|sites}',
    fr: '{devices|appareil|appareils}, {sites|implantation|implantations}',
  },
  B5: { en: 'printed “{printed}”', fr: 'imprimé « {printed} »' },
});

/** Words a template names by kind. */
export const OQOS_VOCABULARY = Object.freeze({
  counter: {
    devices: { en: 'devices', fr: 'appareils' },
    sites: { en: 'sites', fr: 'implantations' },
    interventional: { en: 'interventional scanners', fr: 'scanners interventionnels' },
    diagnostic: { en: 'scanners not interventional', fr: 'scanners non interventionnels' },
  },
  bound: {
    current: { en: 'present', fr: 'situation actuelle' },
    low: { en: 'low bound', fr: 'borne basse' },
    high: { en: 'high bound', fr: 'borne haute' },
  },
} satisfies Readonly<Record<string, Readonly<Record<string, Text>>>>);

const MONTHS: Readonly<Record<string, Text>> = Object.freeze({
  '01': { en: 'January', fr: 'janvier' },
  '02': { en: 'February', fr: 'février' },
  '03': { en: 'March', fr: 'mars' },
  '04': { en: 'April', fr: 'avril' },
  '05': { en: 'May', fr: 'mai' },
  '06': { en: 'June', fr: 'juin' },
  '07': { en: 'July', fr: 'juillet' },
  '08': { en: 'August', fr: 'août' },
  '09': { en: 'September', fr: 'septembre' },
  '10': { en: 'October', fr: 'octobre' },
  '11': { en: 'November', fr: 'novembre' },
  '12': { en: 'December', fr: 'décembre' },
});
const NO_DATE: Text = { en: 'no date given', fr: 'sans date' };

/**
 * A month in words.
 * @example monthText('2020-05', 'fr') // 'mai 2020'
 */
export function monthText(effective: string | null, language: 'en' | 'fr'): string {
  const [year, month = ''] = (effective ?? '').split('-');
  const name = MONTHS[month];
  return effective === null || name === undefined ? NO_DATE[language] : `${name[language]} ${year}`;
}
