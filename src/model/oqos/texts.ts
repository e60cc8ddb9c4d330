/** The texts the rules rest on: how each is cited, what it says as far as it is known, and how it is known. */
import type { Label } from '../scenario.ts';

/** How a statement is known: source document, public page, abstract of a study, deduced by us, unverified. */
export const MARKS = ['S', 'P', 'A', 'D', 'U'] as const;
export type Mark = (typeof MARKS)[number];

export const TEXT_IDS = [
  'balance',
  'footnote',
  'two-counters',
  'separate-quota',
  'no-quota',
  'transfer',
  'transfer-between',
  'renewal',
  'renewal-count',
  'replacement',
  'l6122-2',
  'l6122-9',
  'r6122-26',
  'r6122-29',
  'r6122-30',
  'r6122-31',
  'r6122-34',
  'l6122-5',
  'l1434-3',
  'csos',
  'population',
  'decrees-2022',
  'site-authorisation',
  'site-objectives',
  'up-to-three',
  'beyond-three',
  'both-kinds',
  'r6123-162',
  'teleradiology',
  'r6123-170',
  'r6123-136',
  'practice',
] as const;
export type TextId = (typeof TEXT_IDS)[number];

export interface RuleText {
  readonly mark: Mark;
  /** How it is cited. */
  readonly citation: Label;
  readonly content: Label;
  /** Pages it was read on; empty where there is none. */
  readonly pages: readonly string[];
}

const text = (mark: Mark, citation: Label, content: Label, ...pages: readonly string[]): RuleText => ({
  mark,
  citation,
  content,
  pages,
});

const code = (article: string): Label => ({
  en: `Public health code, art. ${article}`,
  fr: `Code de la santé publique, art. ${article}`,
});

/** Every text a rule or a page cites. */
export const RULE_TEXTS: Readonly<Record<TextId, RuleText>> = Object.freeze({
  balance: text(
    'S',
    { en: 'The balance itself', fr: 'Le bilan lui-même' },
    {
      en: 'gap = current situation − high bound; a new request is receivable where the gap is negative, judged apart for devices and for sites',
      fr: 'écart = situation actuelle − borne haute ; une demande nouvelle est recevable si l’écart est négatif, jugé à part pour les appareils et pour les implantations',
    },
  ),
  footnote: text(
    'S',
    { en: 'The balance, note under the CT table', fr: 'Le bilan, note sous le tableau des scanners' },
    {
      en: 'the figures in parentheses concern scanners dedicated to interventional imaging',
      fr: 'les chiffres placés entre parenthèses concernent les scanners dédiés à l’imagerie interventionnelle',
    },
  ),
  'two-counters': text(
    'D',
    { en: 'Reading of the two counters', fr: 'Lecture des deux compteurs' },
    {
      en: 'a device new to the department uses a device place; a site new to the equipment uses a site place',
      fr: 'un appareil nouveau dans le département prend une place d’appareil ; un site nouveau pour l’équipement prend une place d’implantation',
    },
  ),
  'separate-quota': text(
    'D',
    { en: 'Reading of the parentheses', fr: 'Lecture des parenthèses' },
    {
      en: 'interventional scanners form a quota of their own beside the main figure: deduced from the printed decisions (5 of 5 agree, against 3 of 5 if they were part of it); no published text settles it',
      fr: 'les scanners interventionnels forment un quota propre, à côté du chiffre principal : déduit des décisions imprimées (5 sur 5 concordent, contre 3 sur 5 s’ils en faisaient partie) ; aucun texte publié ne tranche',
    },
  ),
  'no-quota': text(
    'D',
    { en: 'No figure in parentheses', fr: 'Pas de chiffre entre parenthèses' },
    {
      en: 'where no interventional figure is printed, nothing known says which counter an interventional scanner would use',
      fr: 'là où aucun chiffre interventionnel n’est imprimé, rien de connu ne dit quel compteur prendrait un scanner interventionnel',
    },
  ),
  transfer: text(
    'D',
    { en: 'Moving an authorised device', fr: 'Déplacement d’un appareil autorisé' },
    {
      en: 'inside a department the number of devices does not change: only a site place is needed',
      fr: 'dans un même département le nombre d’appareils ne change pas : seule une place d’implantation est requise',
    },
  ),
  'transfer-between': text(
    'D',
    { en: 'Moving a device to another department', fr: 'Déplacement vers un autre département' },
    {
      en: 'the department that receives the device gains one: a device place and a site place are needed there',
      fr: 'le département qui reçoit l’appareil en gagne un : il y faut une place d’appareil et une place d’implantation',
    },
  ),
  renewal: text(
    'P',
    code('R. 6122-29'),
    {
      en: 'renewals are filed outside the windows',
      fr: 'les renouvellements sont déposés hors fenêtres',
    },
    'french-business-law.com',
  ),
  'renewal-count': text(
    'D',
    { en: 'Renewals and the count', fr: 'Renouvellements et décompte' },
    {
      en: 'a device that is already counted is renewed: no counter moves',
      fr: 'l’appareil renouvelé est déjà compté : aucun compteur ne bouge',
    },
  ),
  replacement: text(
    'D',
    { en: 'Like-for-like replacement', fr: 'Remplacement à l’identique' },
    {
      en: 'one device for another of the same kind on the same site: no counter moves',
      fr: 'un appareil pour un autre de même nature sur le même site : aucun compteur ne bouge',
    },
  ),
  'l6122-2': text(
    'P',
    code('L. 6122-2'),
    {
      en: 'granted when the project meets needs identified by the regional scheme, is compatible with its objectives, and meets the technical conditions; derogation exceptionally',
      fr: 'accordée si le projet répond aux besoins identifiés par le schéma régional, est compatible avec ses objectifs, et satisfait aux conditions techniques ; dérogation à titre exceptionnel',
    },
    'juriblio.fr',
    'french-business-law.com',
  ),
  'l6122-9': text(
    'P',
    code('L. 6122-9'),
    {
      en: 'requests of the same kind are received in set periods and examined whatever their order of filing (read in part, as it stood in 2003)',
      fr: 'les demandes de même nature sont reçues par périodes et examinées sans tenir compte de leur ordre de dépôt (lu en partie, dans sa version de 2003)',
    },
    'doctrine.fr',
  ),
  'r6122-26': text(
    'P',
    code('R. 6122-26'),
    { en: 'lists heavy medical equipment', fr: 'liste les équipements matériels lourds' },
    'french-business-law.com',
  ),
  'r6122-29': text(
    'P',
    code('R. 6122-29'),
    {
      en: 'two or three filing windows a year, of at least two months; the six months run from the closure of the window when the file is complete',
      fr: 'deux ou trois fenêtres de dépôt par an, d’au moins deux mois ; les six mois courent de la clôture de la fenêtre si le dossier est complet',
    },
    'french-business-law.com',
  ),
  'r6122-30': text(
    'P',
    code('R. 6122-30'),
    {
      en: 'the balance is decided by the head of the agency and published at least 15 days before each window, by zone',
      fr: 'le bilan est arrêté par le directeur général de l’agence et publié au moins 15 jours avant chaque fenêtre, par zone',
    },
    'french-business-law.com',
  ),
  'r6122-31': text(
    'P',
    code('R. 6122-31'),
    {
      en: 'objectives reached: exceptional needs may be declared after opinion, and make requests receivable; the balance then shows their nature, extent, number and places',
      fr: 'objectifs atteints : des besoins exceptionnels peuvent être reconnus après avis et rendent des demandes recevables ; le bilan en dit alors la nature, l’étendue, le nombre et les lieux',
    },
    'juriblio.fr',
    '123dok.net',
  ),
  'r6122-34': text(
    'P',
    code('R. 6122-34'),
    {
      en: 'closed list of grounds of refusal: needs already met, incompatible with the scheme, conditions not met, commitments broken, evaluation missing…',
      fr: 'liste fermée des motifs de refus : besoins déjà satisfaits, incompatibilité avec le schéma, conditions non remplies, engagements non tenus, évaluation absente…',
    },
    'doctrine.fr',
    'french-business-law.com',
  ),
  'l6122-5': text(
    'P',
    {
      en: 'Public health code, art. L. 6122-5, L. 6122-7, R. 6122-24',
      fr: 'Code de la santé publique, art. L. 6122-5, L. 6122-7, R. 6122-24',
    },
    {
      en: 'commitment to evaluation; conditions, cooperation and on-call duties may be attached',
      fr: 'engagement d’évaluation ; des conditions, coopérations et obligations de permanence peuvent être attachées',
    },
    'legifrance.gouv.fr',
    'french-business-law.com',
  ),
  'l1434-3': text(
    'P',
    code('L. 1434-3'),
    {
      en: 'the regional scheme sets objectives by zone; authorisations must be compatible with it',
      fr: 'le schéma régional fixe les objectifs par zone ; les autorisations doivent être compatibles avec lui',
    },
    'legal.tricoteuses.fr',
  ),
  csos: text(
    'P',
    { en: 'Specialised commission (CSOS)', fr: 'Commission spécialisée de l’organisation des soins (CSOS)' },
    { en: 'gives its opinion before the decision', fr: 'donne son avis avant la décision' },
    'iledefrance.ars.sante.fr',
  ),
  population: text(
    'P',
    { en: 'INSEE, population of 2017', fr: 'INSEE, population de 2017' },
    { en: 'in force on 1 January 2020', fr: 'en vigueur au 1er janvier 2020' },
    'idf.handidonnees.fr',
  ),
  'decrees-2022': text(
    'P',
    {
      en: 'Decrees 2022-1237 and 2022-1238, order of 16 September 2022',
      fr: 'Décrets 2022-1237 et 2022-1238, arrêté du 16 septembre 2022',
    },
    { en: 'in force since 1 June 2023', fr: 'en vigueur depuis le 1er juin 2023' },
    'docteurimago.fr',
    'iledefrance.ars.sante.fr',
  ),
  'site-authorisation': text(
    'P',
    code('R. 6123-161'),
    {
      en: 'one authorisation a geographical site for CT and MRI together, no longer one a device',
      fr: 'une autorisation par site géographique pour scanners et IRM ensemble, et non plus par appareil',
    },
    'iledefrance.ars.sante.fr',
    'juriblio.fr',
  ),
  'site-objectives': text(
    'U',
    { en: 'Objectives since 2023', fr: 'Objectifs depuis 2023' },
    {
      en: 'objectives counted in sites only: follows from authorisations by site, not read in a text',
      fr: 'objectifs comptés en implantations seulement : découle des autorisations par site, non lu dans un texte',
    },
  ),
  'up-to-three': text(
    'P',
    { en: 'Up to 3 devices on a site', fr: 'Jusqu’à 3 appareils sur un site' },
    {
      en: 'no new authorisation; the agency is informed before the device is installed',
      fr: 'pas de nouvelle autorisation ; l’agence est informée avant l’installation',
    },
    'iledefrance.ars.sante.fr',
    'docteurimago.fr',
  ),
  'beyond-three': text(
    'P',
    { en: 'From 4 to 18 devices on a site', fr: 'De 4 à 18 appareils sur un site' },
    {
      en: 'authorised by the agency, justified by the volume of acts, their nature, the specialisation and the territorial situation',
      fr: 'autorisation de l’agence, justifiée par le volume des actes, leur nature, la spécialisation et la situation territoriale',
    },
    'fhpmco-autorisations.fr',
    'fhpmco.fr',
  ),
  'both-kinds': text(
    'P',
    { en: 'CT and MRI on a site', fr: 'Scanner et IRM sur un site' },
    {
      en: 'from 3 devices on, at least one MRI and one CT; with one kind only, an agreement with a holder of the other, unless the holder is the same',
      fr: 'à partir de 3 appareils, au moins une IRM et un scanner ; avec un seul type, une convention avec un titulaire de l’autre, sauf même titulaire',
    },
    'juriblio.fr',
    'fhpmco-autorisations.fr',
  ),
  'r6123-162': text(
    'P',
    code('R. 6123-162'),
    {
      en: 'on-call participation may be proposed; from 3 devices on and on request, an MRI for urgent exams over 12 hours on working days',
      fr: 'une participation à la permanence peut être proposée ; à partir de 3 appareils et sur demande, une IRM pour les examens urgents sur 12 heures les jours ouvrables',
    },
    'french-business-law.com',
  ),
  teleradiology: text(
    'P',
    { en: 'Teleradiology', fr: 'Téléradiologie' },
    { en: 'below 50% of the activity', fr: 'moins de 50 % de l’activité' },
    'fhpmco-autorisations.fr',
  ),
  'r6123-170': text('P', code('R. 6123-170'), {
    en: 'devices dedicated to interventional radiology, nuclear medicine, cardiology or neuroradiology are outside; declared for information',
    fr: 'les appareils dédiés à la radiologie interventionnelle, à la médecine nucléaire, à la cardiologie ou à la neuroradiologie sont hors champ ; déclarés pour information',
  }),
  'r6123-136': text('P', code('R. 6123-136'), {
    en: 'nuclear medicine becomes a care activity, with the same model of 3 devices and then a threshold',
    fr: 'la médecine nucléaire devient une activité de soins, avec le même modèle de 3 appareils puis un seuil',
  }),
  practice: text(
    'U',
    { en: 'Common practice', fr: 'Pratique courante' },
    {
      en: 'what files and instructors usually discuss; no text found requires it',
      fr: 'ce dont dossiers et instructeurs discutent d’habitude ; aucun texte trouvé ne l’impose',
    },
  ),
});

/** From the surest to the least sure. */
const BY_SURENESS: readonly Mark[] = ['S', 'P', 'A', 'D', 'U'];

/**
 * How sure a rule is: as its least sure text.
 * @example leastSure(['balance', 'two-counters']) // 'D'
 */
export function leastSure(texts: readonly TextId[]): Mark {
  const ranks = texts.map((id) => BY_SURENESS.indexOf(RULE_TEXTS[id].mark));
  return BY_SURENESS[Math.max(...ranks)] ?? 'U';
}
