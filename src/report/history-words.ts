/** The words of the page of the past: cases, claims, parameters, and what each answer teaches. */
import type {
  HistoryCaseId,
  HistoryClaimId,
  HistoryKind,
  HistoryUnit,
  HistoryVerdict,
} from '../model/results/results.ts';
import type { Text } from './language.ts';

export const CASE_WORDS: Readonly<Record<HistoryCaseId, { title: Text; question: Text; built: Text }>> = {
  equipment: {
    title: { en: 'French MRIs, 2009–2018', fr: 'Les IRM françaises, 2009–2018' },
    question: {
      en: 'Machines went from 495 to 960: what became of the delay? Changes are judged, not levels.',
      fr: 'Le parc est passé de 495 à 960 machines : qu’est devenu le délai ? On juge les variations, pas les niveaux.',
    },
    built: {
      en: 'One average MRI, 57 h a week, outpatients only, a year at a time: each machine takes its share of the national demand. The first year’s delay is given, the later ones are not.',
      fr: 'Une IRM moyenne, 57 h par semaine, patients ambulatoires seulement, une année à la fois : chaque machine prend sa part de la demande nationale. Le délai de la première année est donné, les suivants non.',
    },
  },
  emergencies: {
    title: { en: 'Groningen, emergencies on MRI', fr: 'Groningue, urgences en IRM' },
    question: {
      en: '60 minutes a day were freed and emergency capacity went from 90 to 150 minutes a day: what would the model have said?',
      fr: '60 minutes par jour ont été libérées et la capacité d’urgence est passée de 90 à 150 minutes par jour : qu’aurait dit le modèle ?',
    },
    built: {
      en: 'An MRI open ten and a half hours on weekdays, its agenda full, emergencies inserted; patients then partly prepared outside. Capacity is the emergency work that keeps the overtime of before.',
      fr: 'Une IRM ouverte dix heures et demie en semaine, agenda plein, urgences insérées ; puis des patients en partie préparés hors salle. La capacité est le travail d’urgence qui laisse le débordement inchangé.',
    },
  },
  technologists: {
    title: {
      en: 'One, two, three technologists on a scanner',
      fr: 'Un, deux, trois manipulateurs au scanner',
    },
    question: {
      en: 'Given the room times measured with each, how many patients an hour?',
      fr: 'Avec les temps de salle mesurés pour chacun, combien de patients par heure ?',
    },
    built: {
      en: 'A session without an end, a patient always waiting. The model has a room, a changeover and preparation seats; it has no technologist.',
      fr: 'Une vacation sans fin, toujours un patient en attente. Le modèle a une salle, un inter-examens et des places de préparation ; il n’a pas de manipulateur.',
    },
  },
};

export type Outcome = HistoryVerdict | 'inversion';

interface ClaimWords {
  readonly name: Text;
  /** What it teaches, by what came out. */
  readonly lesson: Readonly<Partial<Record<Outcome, Text>>>;
}

const held: Text = {
  en: 'A model with a fixed demand promises a fall that never came: demand growth must be an input.',
  fr: 'À demande fixe, le modèle promet une baisse qui n’est pas venue : la croissance doit être une entrée.',
};
const heldInside: Text = {
  en: 'Even a fixed demand is not excluded: the ranges are too wide to tell.',
  fr: 'Même une demande fixe n’est pas exclue : les fourchettes sont trop larges.',
};
const changeover: Text = {
  en: 'The default changeover on top of the room time of the study makes the session too slow, or too fast where one person prepares and scans.',
  fr: 'L’inter-examens par défaut, ajouté au temps de salle de l’étude, rend la vacation trop lente, ou trop rapide quand une seule personne prépare et examine.',
};
const changeoverInside: Text = {
  en: 'Room time and changeover are enough to give the throughput.',
  fr: 'Temps de salle et inter-examens suffisent à donner le débit.',
};
const seats: Text = {
  en: 'Preparation seats change little: they are not what limits the room.',
  fr: 'Les places de préparation changent peu : ce n’est pas ce qui limite la salle.',
};
const cycle: Text = {
  en: 'Read as the whole cycle, the room time gives the throughput; read after the fact, it proves nothing.',
  fr: 'Pris comme cycle entier, le temps de salle donne le débit ; lu après coup, cela ne prouve rien.',
};
const alone: Text = {
  en: 'What is missing is a person: a technologist who prepares and scans is busy while the room is empty.',
  fr: 'Il manque une personne : le manipulateur, seul, prépare pendant que la salle est vide.',
};

const session = (n: number, reading: Text): Text => ({
  en: `${n} technologist${n > 1 ? 's' : ''}${reading.en}`,
  fr: `${n} manipulateur${n > 1 ? 's' : ''}${reading.fr}`,
});
const PLAIN: Text = { en: ', room time and changeover', fr: ', temps de salle et inter-examens' };
const PREPARED: Text = { en: ', patients prepared outside', fr: ', patients préparés hors salle' };
const WHOLE: Text = {
  en: ', changeover within the room time',
  fr: ', inter-examens compris dans le temps de salle',
};
const both = (inside: Text, outside: Text) => ({ inside, outside });

export const CLAIM_WORDS: Readonly<Record<HistoryClaimId, ClaimWords>> = {
  'fixed-demand': {
    name: {
      en: 'change of the mean delay, 2009–2018, demand held',
      fr: 'variation du délai moyen, 2009–2018, demande fixe',
    },
    lesson: both(heldInside, held),
  },
  'fixed-demand-slope': {
    name: {
      en: 'slope of ln delay on ln machines, demand held',
      fr: 'pente de ln délai sur ln machines, demande fixe',
    },
    lesson: both(heldInside, held),
  },
  'exam-volumes': {
    name: {
      en: 'the same change, demand growing as exams done',
      fr: 'même variation, la demande croissant comme les examens faits',
    },
    lesson: both(
      {
        en: 'Inside only because τ and the growth are so uncertain; exams done count who found a place, not who asked.',
        fr: 'Juste seulement parce que τ et la croissance sont très incertains ; les examens faits comptent qui a eu une place, non qui a demandé.',
      },
      {
        en: 'Exams done count those who found a place, not those who asked: too low a growth, from two weak figures.',
        fr: 'Les examens faits comptent qui a eu une place, non qui a demandé : croissance trop faible, tirée de deux chiffres fragiles.',
      },
    ),
  },
  indications: {
    name: {
      en: 'the same change, demand growing as indications',
      fr: 'même variation, la demande croissant comme les indications',
    },
    lesson: both(
      {
        en: 'A stable delay needs no other explanation than demand growing as fast as machines; the range of that growth is wide, so this is weak support.',
        fr: 'Un délai stable s’explique par une demande qui croît comme le parc ; la fourchette de croissance est large, l’appui est faible.',
      },
      {
        en: 'Not even the growth of indications explains the delay.',
        fr: 'Même la croissance des indications n’explique pas le délai.',
      },
    ),
  },
  'across-regions': {
    name: {
      en: 'elasticity of the delay to equipment, across regions, 2013',
      fr: 'élasticité du délai à l’équipement, entre régions, 2013',
    },
    lesson: both(
      {
        en: 'At one date, with the same demand per inhabitant, acceptance exp(−d/τ) gives the differences between regions.',
        fr: 'À une date, à même demande par habitant, l’acceptation exp(−d/τ) donne les écarts entre régions.',
      },
      {
        en: 'Regions differ by more than their equipment.',
        fr: 'Les régions diffèrent par plus que leur équipement.',
      },
    ),
  },
  'two-years': {
    name: {
      en: 'elasticity over two years, a tenth more capacity',
      fr: 'élasticité à deux ans, un dixième de capacité en plus',
    },
    lesson: {
      'not-comparable': {
        en: 'Agrees because the range of τ comes from these cases: no evidence.',
        fr: 'S’accorde parce que la fourchette de τ vient de ces cas : ce n’est pas une preuve.',
      },
    },
  },
  'needed-growth': {
    name: {
      en: 'growth of latent demand that gives the observed change',
      fr: 'croissance de la demande latente qui donne la variation observée',
    },
    lesson: {
      inversion: {
        en: 'Solved for, not predicted: latent demand has to grow almost as fast as the machines (7.6% a year).',
        fr: 'Calculé à rebours, non prédit : la demande latente doit croître presque aussi vite que le parc (7,6 % par an).',
      },
    },
  },
  'freed-minutes': {
    name: { en: 'minutes freed by preparing outside', fr: 'minutes libérées en préparant hors salle' },
    lesson: both(
      {
        en: 'Inside only because turnaround and slot are so uncertain; the share of patients concerned is missing.',
        fr: 'Juste seulement parce qu’inter-examens et plage sont très incertains ; la part des patients concernés manque.',
      },
      {
        en: 'A saving measured on dockable tables, given to every patient, does not carry over: a gain per patient needs the share of patients it concerns.',
        fr: 'Un gain mesuré sur tables amovibles, donné à tous, ne se transpose pas : il faut la part des patients concernés.',
      },
    ),
  },
  'emergency-capacity': {
    name: { en: 'emergency capacity at the same overtime', fr: 'capacité d’urgence à débordement égal' },
    lesson: both(
      {
        en: 'Freed minutes become emergency minutes nearly one for one.',
        fr: 'Les minutes libérées deviennent des minutes d’urgence presque une pour une.',
      },
      {
        en: 'Minutes on a plan are not minutes at constant overtime: overtime comes from who arrives last, so that less than the freed hour is usable.',
        fr: 'Des minutes de programme ne sont pas des minutes à débordement égal : il vient des derniers arrivés, et l’heure libérée ne sert pas en entier.',
      },
    ),
  },
  'ct-1': { name: session(1, PLAIN), lesson: both(changeoverInside, alone) },
  'ct-2': { name: session(2, PLAIN), lesson: both(changeoverInside, changeover) },
  'ct-3': { name: session(3, PLAIN), lesson: both(changeoverInside, changeover) },
  'ct-1-prepared': { name: session(1, PREPARED), lesson: both(changeoverInside, alone) },
  'ct-2-prepared': { name: session(2, PREPARED), lesson: both(changeoverInside, seats) },
  'ct-3-prepared': { name: session(3, PREPARED), lesson: both(changeoverInside, seats) },
  'ct-1-whole-cycle': { name: session(1, WHOLE), lesson: both(cycle, alone) },
  'ct-2-whole-cycle': { name: session(2, WHOLE), lesson: both(cycle, changeover) },
  'ct-3-whole-cycle': { name: session(3, WHOLE), lesson: both(cycle, changeover) },
  'ct-1-missing-minutes': {
    name: {
      en: 'work of the single technologist outside the room, a patient',
      fr: 'travail du manipulateur seul hors de la salle, par patient',
    },
    lesson: {
      inversion: {
        en: '60 ÷ 2.2 − 12: what a model with technologists would have to hold.',
        fr: '60 ÷ 2,2 − 12 : ce qu’un modèle avec manipulateurs devrait contenir.',
      },
    },
  },
};

export const KIND_WORDS: Readonly<Record<Exclude<HistoryKind, 'prediction'>, Text>> = {
  'second-reading': { en: 'second reading, after a miss', fr: 'seconde lecture, après un échec' },
  inversion: { en: 'inversion, not a prediction', fr: 'inversion, pas une prédiction' },
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, Text>> = {
  inside: { en: 'HIT', fr: 'JUSTE' },
  outside: { en: 'MISS', fr: 'RATÉ' },
  'not-comparable': { en: 'not comparable', fr: 'non comparable' },
  inversion: { en: '—', fr: '—' },
};

export const UNIT_WORDS: Readonly<Record<HistoryUnit, { unit: Text; scale: number; decimals: number }>> = {
  days: { unit: { en: 'days', fr: 'jours' }, scale: 1, decimals: 1 },
  elasticity: { unit: { en: 'no unit', fr: 'sans unité' }, scale: 1, decimals: 2 },
  'per-year': { unit: { en: '% a year', fr: '% par an' }, scale: 100, decimals: 1 },
  'minutes-a-day': { unit: { en: 'min a day', fr: 'min par jour' }, scale: 1, decimals: 0 },
  'patients-an-hour': { unit: { en: 'patients an hour', fr: 'patients par heure' }, scale: 1, decimals: 1 },
  minutes: { unit: { en: 'min', fr: 'min' }, scale: 1, decimals: 1 },
};

/** Close enough to the tolerance for a few more parameter sets to change the verdict. */
export const EDGE_WORDS: Text = { en: 'at the edge', fr: 'à la limite' };

/** Units of parameters as printed, where they are not the same in both languages. */
export const PARAMETER_UNITS: Readonly<Record<string, Text>> = {
  d: { en: 'd', fr: 'j' },
  'min/day': { en: 'min/day', fr: 'min/j' },
  '/year': { en: '% a year', fr: '% par an' },
  ratio: { en: '%', fr: '%' },
};

/** Names of the parameters, by id. */
export const PARAMETER_WORDS: Readonly<Record<string, Text>> = {
  tau: { en: 'acceptance scale τ', fr: 'échelle d’acceptation τ' },
  'no-show': { en: 'no-show', fr: 'absences' },
  slot: { en: 'standard slot', fr: 'plage standard' },
  changeover: { en: 'changeover', fr: 'inter-examens' },
  'late-start': { en: 'late start', fr: 'démarrage tardif' },
  'exam-growth': { en: 'growth of exams done', fr: 'croiss. des examens faits' },
  'indication-growth': { en: 'growth of indications', fr: 'croiss. des indications' },
  turnaround: { en: 'turnaround before', fr: 'inter-examens avant' },
  'saved-each': { en: 'saved a patient', fr: 'gain par patient' },
  freed: { en: 'minutes freed', fr: 'minutes libérées' },
  emergencies: { en: 'emergencies before', fr: 'urgences avant' },
  preparation: { en: 'preparation outside', fr: 'préparation hors salle' },
  cv: { en: 'cv of room times', fr: 'cv des temps de salle' },
  'room-time-1': { en: 'room time, 1 technologist', fr: 'temps de salle, 1 manip.' },
  'room-time-2': { en: 'room time, 2 technologists', fr: 'temps de salle, 2 manip.' },
  'room-time-3': { en: 'room time, 3 technologists', fr: 'temps de salle, 3 manip.' },
};
