/** The words of a note d’instruction: verdicts, rules, criteria, points of attention. */
import type { Criterion, RequestKind } from '../model/oqos/request.ts';
import type { Mark } from '../model/oqos/texts.ts';
import type { PointId, Rule2020, Rule2023, RuleReason, Verdict } from '../model/results/authorize.ts';
import type { Text } from './language.ts';

type Words<K extends string> = Readonly<Record<K, Text>>;

/** How a text is known, in words. */
export const MARK_WORDS: Words<Mark> = Object.freeze({
  S: { en: 'source document', fr: 'document source' },
  P: { en: 'public page', fr: 'page publique' },
  A: { en: 'abstract of a study', fr: 'résumé d’étude' },
  D: { en: 'our own deduction', fr: 'notre déduction' },
  U: { en: 'not verified', fr: 'non vérifié' },
});

export const VERDICT_WORDS: Words<Verdict> = Object.freeze({
  receivable: { en: 'RECEIVABLE', fr: 'RECEVABLE' },
  'partly-receivable': { en: 'PARTLY RECEIVABLE', fr: 'PARTIELLEMENT RECEVABLE' },
  'not-receivable': { en: 'NOT RECEIVABLE', fr: 'IRRECEVABLE' },
  'outside-count': { en: 'OUTSIDE THE COUNT', fr: 'HORS DÉCOMPTE' },
  'information-only': { en: 'INFORMATION ONLY', fr: 'INFORMATION SEULEMENT' },
  'authorisation-needed': { en: 'AUTHORISATION NEEDED', fr: 'AUTORISATION NÉCESSAIRE' },
  condition: { en: 'CONDITION', fr: 'CONDITION' },
  'not-determined': { en: 'NOT DETERMINED', fr: 'NON DÉTERMINÉ' },
});

export const KIND_WORDS: Words<RequestKind> = Object.freeze({
  'new-device-new-site': { en: 'new device on a new site', fr: 'appareil nouveau sur un nouveau site' },
  'new-device-existing-site': {
    en: 'new device on a site already authorised',
    fr: 'appareil nouveau sur un site déjà autorisé',
  },
  'moved-device': {
    en: 'authorised device moved to a new site',
    fr: 'appareil autorisé déplacé vers un nouveau site',
  },
  renewal: { en: 'renewal', fr: 'renouvellement' },
  replacement: { en: 'like-for-like replacement', fr: 'remplacement à l’identique' },
});

export const RULE_WORDS: Words<Rule2020 | Rule2023> = Object.freeze({
  'new-device-new-site': KIND_WORDS['new-device-new-site'],
  'new-device-existing-site': KIND_WORDS['new-device-existing-site'],
  'moved-device': KIND_WORDS['moved-device'],
  'moved-device-between-departments': {
    en: 'authorised device moved in from another department',
    fr: 'appareil autorisé venant d’un autre département',
  },
  'interventional-scanner': {
    en: 'scanner dedicated to interventional imaging',
    fr: 'scanner dédié à l’imagerie interventionnelle',
  },
  renewal: KIND_WORDS.renewal,
  replacement: KIND_WORDS.replacement,
  'site-authorisation': {
    en: 'authorisation of a new site, CT and MRI together',
    fr: 'autorisation d’un nouveau site, scanner et IRM ensemble',
  },
  'device-on-authorised-site': {
    en: 'one more device on an authorised site',
    fr: 'un appareil de plus sur un site autorisé',
  },
  'both-kinds': { en: 'CT and MRI on the same site', fr: 'scanner et IRM sur le même site' },
  'urgent-mri': { en: 'MRI for urgent exams', fr: 'IRM pour les examens urgents' },
  'dedicated-interventional': {
    en: 'device dedicated to interventional radiology',
    fr: 'appareil dédié à la radiologie interventionnelle',
  },
  'nuclear-medicine': { en: 'nuclear medicine', fr: 'médecine nucléaire' },
  'other-equipment': { en: 'other heavy equipment', fr: 'autre équipement lourd' },
  'renewal-2023': { en: 'renewal or replacement', fr: 'renouvellement ou remplacement' },
});

/** What a rule says beside its counters; null where the counters say it all. */
export const REASON_WORDS: Readonly<Record<RuleReason, Text | null>> = Object.freeze({
  counters: null,
  'no-interventional-quota': {
    en: 'no interventional figure is printed for this department, and nothing known says which counter would then be used',
    fr: 'aucun chiffre interventionnel n’est imprimé pour ce département, et rien de connu ne dit quel compteur serait alors pris',
  },
  'net-zero-site': {
    en: 'no site place is left, but the old site closes and the number of sites would not change: no text found settles it',
    fr: 'il ne reste pas de place d’implantation, mais l’ancien site ferme et le nombre d’implantations ne changerait pas : aucun texte trouvé ne tranche',
  },
  'no-counter': {
    en: 'no counter moves; no place is asked for',
    fr: 'aucun compteur ne bouge ; aucune place n’est demandée',
  },
  'site-objectives-unknown': {
    en: 'a new site needs an authorisation of its own; no balance of sites of the new regime is known here',
    fr: 'un nouveau site demande sa propre autorisation ; aucun bilan d’implantations du nouveau régime n’est connu ici',
  },
  'site-newness-unknown': {
    en: 'the file does not say whether the site already has scanners or MRIs; if it has none, it needs an authorisation of its own, and no balance of sites of the new regime is known here',
    fr: 'le dossier ne dit pas si le site a déjà des scanners ou des IRM ; s’il n’en a pas, il lui faut sa propre autorisation, et aucun bilan d’implantations du nouveau régime n’est connu ici',
  },
  'site-already-equipped': {
    en: '{before} scanners and MRIs before, {after} after: the site is not new to imaging. For the holder they are authorised to, this is one more on an authorised site (up to 3 the agency is only informed); for another holder no source read says what applies',
    fr: '{before} avant, {after} après (scanners et IRM) : le site n’est pas nouveau pour l’imagerie. Pour le titulaire de ces appareils, c’en est un de plus sur un site autorisé (jusqu’à 3 l’agence est seulement informée) ; pour un autre titulaire, aucune source lue ne dit ce qui s’applique',
  },
  'devices-unknown': {
    en: 'the file does not say how many scanners and MRIs the site has',
    fr: 'le dossier ne dit pas combien de scanners et d’IRM compte le site',
  },
  'up-to-three': {
    en: '{before} before, {after} after: up to 3 devices the agency is only informed, before installation',
    fr: '{before} avant, {after} après : jusqu’à 3 appareils l’agence est seulement informée, avant l’installation',
  },
  'beyond-three': {
    en: '{before} before, {after} after: from 4 to 18 devices the agency authorises, on justification; the outcome is not determined here',
    fr: '{before} avant, {after} après : de 4 à 18 appareils l’agence autorise, sur justification ; l’issue n’est pas déterminée ici',
  },
  'beyond-eighteen': {
    en: '{before} before, {after} after: the sources speak of 18 devices at most',
    fr: '{before} avant, {after} après : les sources parlent de 18 appareils au plus',
  },
  'kinds-met': {
    en: 'after the request: {scanners} CT and {mris} MRI; both kinds are there',
    fr: 'après la demande : scanner {scanners}, IRM {mris} ; les deux types y sont',
  },
  'kinds-missing': {
    en: 'after the request: {scanners} CT and {mris} MRI; from 3 devices on one of each is required: NOT MET',
    fr: 'après la demande : scanner {scanners}, IRM {mris} ; à partir de 3 appareils il faut un de chaque : NON REMPLI',
  },
  'agreement-met': {
    en: 'after the request: {scanners} CT and {mris} MRI; the file declares an agreement with a holder of the other kind',
    fr: 'après la demande : scanner {scanners}, IRM {mris} ; le dossier déclare une convention avec un titulaire de l’autre type',
  },
  'agreement-missing': {
    en: 'after the request: {scanners} CT and {mris} MRI; an agreement with a holder of the other kind is required: NOT MET',
    fr: 'après la demande : scanner {scanners}, IRM {mris} ; une convention avec un titulaire de l’autre type est requise : NON REMPLI',
  },
  'agreement-unknown': {
    en: 'after the request: {scanners} CT and {mris} MRI; an agreement with a holder of the other kind is required: the file does not say',
    fr: 'après la demande : scanner {scanners}, IRM {mris} ; une convention avec un titulaire de l’autre type est requise : le dossier n’en dit rien',
  },
  'urgent-mri-on-request': {
    en: '{after} devices: where the agency asks for it, at least one MRI takes urgent exams over 12 hours on working days',
    fr: '{after} appareils : si l’agence le demande, au moins une IRM prend les examens urgents sur 12 heures les jours ouvrables',
  },
  declared: {
    en: 'outside the authorisation; declared for information',
    fr: 'hors de l’autorisation ; déclaré pour information',
  },
  'not-sourced': {
    en: 'no source read says what applies',
    fr: 'aucune source lue ne dit ce qui s’applique',
  },
});

export const CRITERION_WORDS: Words<Criterion> = Object.freeze({
  needs: { en: 'needs of the regional scheme', fr: 'besoins du schéma régional' },
  objectives: { en: 'compatibility with its objectives', fr: 'compatibilité avec ses objectifs' },
  technical: { en: 'technical conditions', fr: 'conditions techniques' },
  evaluation: { en: 'commitment to evaluation', fr: 'engagement d’évaluation' },
  cooperation: { en: 'cooperation, commitments', fr: 'coopérations, engagements' },
  'on-call': { en: 'on-call participation', fr: 'participation à la permanence' },
  activity: { en: 'volume and nature of acts', fr: 'volume et nature des actes' },
  delays: { en: 'delays by clinical case', fr: 'délais par cas clinique' },
  catchment: { en: 'catchment and flows', fr: 'bassin et flux de patients' },
  neighbours: { en: 'machines nearby', fr: 'machines voisines' },
  opening: { en: 'opening hours promised', fr: 'heures d’ouverture promises' },
  team: { en: 'radiologists, technologists', fr: 'radiologues, manipulateurs' },
  tariffs: { en: 'tariffs (sector 1)', fr: 'tarifs (secteur 1)' },
  accessibility: { en: 'accessibility', fr: 'accessibilité' },
  pathways: { en: 'cancer and stroke pathways', fr: 'filières cancer et AVC' },
  substitution: { en: 'less irradiating exams', fr: 'substitution aux examens irradiants' },
  costs: { en: 'costs', fr: 'coûts' },
});

export const POINT_WORDS: Words<PointId> = Object.freeze({
  'receivable-is-not-authorised': {
    en: 'Receivable is arithmetic: the file may be examined. Whether it is authorised is decided on its merits, after the opinion of the commission.',
    fr: 'La recevabilité est une arithmétique : le dossier peut être examiné. L’autorisation se décide au fond, après avis de la commission.',
  },
  partly: {
    en: 'Only {count} of {asked} devices find a place: does the applicant maintain the request for fewer?',
    fr: 'Seuls {count} des {asked} appareils trouvent une place : le demandeur maintient-il sa demande pour moins ?',
  },
  competitors: {
    en: '{files} files are about this equipment in the same departments: see the competing files; the order of filing does not count.',
    fr: '{files} dossiers portent sur cet équipement dans les mêmes départements : voir les dossiers concurrents ; l’ordre de dépôt ne compte pas.',
  },
  'move-only': {
    en: 'No device place is left but {sites|site place is|site places are}: only an authorised device moved from elsewhere in the department could use it.',
    fr: 'Pas de place d’appareil, mais {sites|place d’implantation|places d’implantation} : seul un appareil autorisé déplacé dans le département pourrait en user.',
  },
  'above-high': {
    en: 'The department is above its high bound ({devices} devices for {devicesHigh}, {sites} sites for {sitesHigh}).',
    fr: 'Le département dépasse sa borne haute ({devices} appareils pour {devicesHigh}, {sites} implantations pour {sitesHigh}).',
  },
  'below-low': {
    en: 'The department is below its low bound ({devices} devices for at least {devicesLow}, {sites} sites for at least {sitesLow}).',
    fr: 'Le département est sous sa borne basse ({devices} appareils pour {devicesLow} au moins, {sites} implantations pour {sitesLow} au moins).',
  },
  'row-anomalies': {
    en: 'The row of the balance itself is odd ({ids}): see below.',
    fr: 'La ligne du bilan surprend elle-même ({ids}) : voir plus bas.',
  },
  'reading-changes-verdict': {
    en: 'Under the other reading of the parentheses the verdict would be: {verdict:verdict}. Have the reading confirmed.',
    fr: 'Avec l’autre lecture des parenthèses, la réponse serait : {verdict:verdict}. Faire confirmer la lecture.',
  },
  'existing-site-unverified': {
    en: 'The balance counts sites without naming them: that “{site}” is authorised for this equipment must be checked in the register.',
    fr: 'Le bilan compte les implantations sans les nommer : que « {site} » soit autorisé pour cet équipement est à vérifier au registre.',
  },
  'exceptional-act': {
    en: 'Receivable only by the exceptional needs of “{act}”: check that the act is in force and covers this place.',
    fr: 'Recevable seulement par les besoins exceptionnels de « {act} » : vérifier que l’acte est en vigueur et couvre ce lieu.',
  },
  'population-flows': {
    en: 'Devices per inhabitant are no measure of need without the flows of patients between departments; Paris draws patients from the others.',
    fr: 'Le nombre d’appareils par habitant ne mesure pas le besoin sans les flux de patients entre départements ; Paris attire ceux des autres.',
  },
  'declared-only': {
    en: 'What the file says is quoted as declared ({told|criterion|criteria}); nothing of it has been verified.',
    fr: 'Ce que dit le dossier est cité comme déclaré ({told|critère|critères}) ; rien n’en a été vérifié.',
  },
  silent: {
    en: 'The file says nothing on: {criteria:criterion}.',
    fr: 'Le dossier ne dit rien sur : {criteria:criterion}.',
  },
  'regimes-differ': {
    en: 'The two regimes do not ask the same: which one applies depends on the date of the filing window.',
    fr: 'Les deux régimes ne demandent pas la même chose : la date de la fenêtre de dépôt dit lequel s’applique.',
  },
  'scenario-other': {
    en: 'The scenario {file} is not about this equipment: it tells nothing of this need.',
    fr: 'Le scénario {file} ne porte pas sur cet équipement : il ne dit rien de ce besoin.',
  },
  'scenario-assumed': {
    en: 'The simulated scenario rests on {count|assumed number|assumed numbers}: read its delays with them in mind.',
    fr: 'Le scénario simulé repose sur {count|nombre supposé|nombres supposés} : lire ses délais avec cette réserve.',
  },
  'not-determined': {
    en: 'Part of the answer is not determined: a text has not been read, or the file leaves a fact out; ask the legal service, or the applicant.',
    fr: 'Une partie de la réponse n’est pas déterminée : un texte n’a pas été lu, ou le dossier tait un fait ; interroger le service juridique, ou le demandeur.',
  },
  'filed-before-balance': {
    en: 'The file bears a date ({filed}) before this balance takes effect ({effective}): the balance of its own window decides.',
    fr: 'Le dossier porte une date ({filed}) antérieure à l’effet de ce bilan ({effective}) : c’est le bilan de sa propre fenêtre qui compte.',
  },
  'filed-since-2023': {
    en: 'The file bears a date ({filed}) on or after 1 June 2023: the regime since then is in force; what the rules of 2020 say is for comparison only.',
    fr: 'Le dossier porte une date ({filed}) à partir du 1er juin 2023 : le régime depuis cette date est en vigueur ; les règles de 2020 ne valent que pour comparaison.',
  },
});

/** What the tool leaves to people, said at the end of every note. */
export const NOT_DECIDED: readonly Text[] = Object.freeze([
  {
    en: 'whether to authorise: no score, no rank, no opinion is given',
    fr: 'l’autorisation : ni note, ni rang, ni avis n’est donné',
  },
  {
    en: 'which of several receivable files is the better one',
    fr: 'lequel de plusieurs dossiers recevables est le meilleur',
  },
  {
    en: 'whether a file is complete, and whether what it declares is true',
    fr: 'si un dossier est complet, et si ce qu’il déclare est vrai',
  },
  {
    en: 'whether a window is open, a balance still in force, a site or a device authorised',
    fr: 'si une fenêtre est ouverte, un bilan encore en vigueur, un site ou un appareil autorisé',
  },
  {
    en: 'whether exceptional needs exist: it only applies the act a file names',
    fr: 'si des besoins exceptionnels existent : il applique seulement l’acte qu’un dossier nomme',
  },
  {
    en: 'what a text says that has not been read: it answers “not determined”',
    fr: 'ce que dit un texte non lu : la réponse est alors « non déterminé »',
  },
]);
