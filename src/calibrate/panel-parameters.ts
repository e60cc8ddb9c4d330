/**
 * Every number the synthetic panel rests on besides the published quantiles: one frozen list, read by id and nowhere
 * else written. Each says which rows of the reproduction it serves. None serves a predicted row alone: such a parameter
 * could only have been chosen for the answer.
 */
import { deepFreeze } from '../model/freeze.ts';
import type { PanelParameter } from '../model/results/reproduce.ts';
import type { Label } from '../model/scenario.ts';

type Stated = Omit<PanelParameter, 'id'>;

const assumed = (
  value: number,
  range: readonly [number, number],
  unit: PanelParameter['unit'],
  usedBy: PanelParameter['usedBy'],
  en: string,
  fr: string,
): Stated => ({ value, range, unit, status: 'assumed', usedBy, source: { en, fr } });

const CORRELATION_ROWS: PanelParameter['usedBy'] = ['delay', 'occupancy', 'opening', 'passages'];
const TYPING_ROWS: PanelParameter['usedBy'] = ['duration', 'occupancy', 'passages'];

const stated = {
  'correlation-delays': assumed(
    0.6,
    [0.3, 0.8],
    'ratio',
    CORRELATION_ROWS,
    'delays A and H of a device: one agenda serves both, so a long one is long for both',
    'délais A et H d’un appareil : un même agenda sert les deux, long pour l’un, long pour l’autre',
  ),
  'correlation-occupancy-delay-A': assumed(
    0.3,
    [0, 0.5],
    'ratio',
    CORRELATION_ROWS,
    'occupancy and delay A: a full device answers later; loosely, since slots are longer than exams',
    'occupation et délai A : un appareil plein répond plus tard ; lien lâche, la plage dépassant l’examen',
  ),
  'correlation-occupancy-delay-H': assumed(
    0.2,
    [0, 0.4],
    'ratio',
    CORRELATION_ROWS,
    'occupancy and delay H: as for A, weaker because places are kept for inpatients',
    'occupation et délai H : comme pour A, plus faible car des places sont gardées aux hospitalisés',
  ),
  'correlation-opening-occupancy': assumed(
    0,
    [-0.3, 0.3],
    'ratio',
    CORRELATION_ROWS,
    'opening and occupancy: figures 13 and 14 plot them and the text tells of no link',
    'ouverture et occupation : figures 13 et 14, sans lien signalé dans le texte',
  ),
  'correlation-opening-status': assumed(
    0.2,
    [0, 0.5],
    'ratio',
    CORRELATION_ROWS,
    'opening and public status: public hospitals post staff longer',
    'ouverture et statut public : l’hôpital public affecte du personnel plus longtemps',
  ),
  'typing-share': assumed(
    0.2,
    [0, 0.6],
    'ratio',
    TYPING_ROWS,
    'share of devices whose times are typed by hand: 10 of the 24 printed duration quantiles are multiples of 5 minutes, 5 would be by chance of whole minutes',
    'part des appareils aux heures saisies à la main : 10 des 24 quantiles de durée imprimés sont multiples de 5 minutes, 5 le seraient par hasard sur des minutes entières',
  ),
  'typing-lag': assumed(
    1,
    [0, 5],
    'min',
    TYPING_ROWS,
    'mean lateness of a typed time, exponential, entry and exit each their own; no source gives it',
    'retard moyen d’une heure saisie, exponentiel, propre à l’entrée et à la sortie ; aucune source',
  ),
  'typing-step': assumed(
    5,
    [1, 5],
    'min',
    TYPING_ROWS,
    'step to which a typed time is rounded; see the multiples of 5 above',
    'pas d’arrondi d’une heure saisie ; voir les multiples de 5 ci-dessus',
  ),
  'lost-share-most': assumed(
    0.6,
    [0.4, 0.9],
    'ratio',
    ['occupancy', 'delay'],
    'late starts, early ends and changeovers take at most this share of the idle time; shortened together where the usual minutes would take more',
    'démarrages tardifs, fins précoces et inter-examens prennent au plus cette part du temps libre ; réduits ensemble là où les minutes usuelles prendraient plus',
  ),
  'patience-per-delay': assumed(
    0.7,
    [0.4, 1.5],
    'ratio',
    ['delay', 'passages'],
    'acceptance scale τ is at least this part of the delay of the device: where waits are long, patients have no nearer offer',
    'l’échelle d’acceptation τ vaut au moins cette part du délai de l’appareil : où l’attente est longue, il n’y a pas d’offre plus proche',
  ),
  'emergency-devices': assumed(
    0.04,
    [0.02, 0.08],
    'ratio',
    ['emergency-devices', 'opening-with-emergency', 'duration', 'night'],
    '“a few rare” CT scanners given to emergencies',
    '« quelques rares » scanners dédiés aux urgences',
  ),
  'emergency-devices-U': assumed(
    0.65,
    [0.5, 0.9],
    'ratio',
    ['duration', 'emergency-devices', 'passages', 'night'],
    'share of emergency patients on those: “mostly” emergencies (figure 17)',
    'part des patients des urgences sur ceux-ci : « en majorité » (figure 17)',
  ),
  'emergency-devices-hours': assumed(
    16,
    [14, 24],
    'h/day',
    ['emergency-devices', 'opening-with-emergency'],
    'hours a day those are staffed, from 08:00: 112 h a week, the report says “over 100 h”',
    'heures par jour où ceux-ci sont armés, dès 8 h : 112 h par semaine, le rapport dit « dépassant les 100 h »',
  ),
  'icr-ct': {
    value: 53.5,
    range: null,
    unit: 'ICR',
    status: 'fitted',
    usedBy: ['icr-median', 'icr-spread'],
    source: {
      en: 'ICR of a CT passage: there is no ICR table, so the one number that gives back the printed median an hour; the same for all passages',
      fr: 'ICR d’un passage au scanner : sans table d’ICR, le nombre qui rend la médiane horaire imprimée ; le même pour tous',
    },
  },
  'icr-mri': {
    value: 80.1,
    range: null,
    unit: 'ICR',
    status: 'fitted',
    usedBy: ['icr-median', 'icr-spread'],
    source: {
      en: 'ICR of an MRI passage: as for CT',
      fr: 'ICR d’un passage en IRM : comme au scanner',
    },
  },
} as const satisfies Readonly<Record<string, Stated>>;

export type PanelParameterId = keyof typeof stated;

export const PANEL_PARAMETERS: Readonly<Record<PanelParameterId, PanelParameter>> = deepFreeze(
  Object.fromEntries(
    (Object.keys(stated) as PanelParameterId[]).map((id) => [id, { id, ...(stated[id] as Stated) }]),
  ) as Record<PanelParameterId, PanelParameter>,
);

/**
 * The value of a parameter of the panel: the only way any code reads one.
 * @example panelValue('typing-step') // 5
 */
export function panelValue(id: PanelParameterId): number {
  return PANEL_PARAMETERS[id].value;
}

/** Assumptions of the panel that are tables or rules rather than one number; stated beside the parameters. */
export const PANEL_RULES: readonly Label[] = deepFreeze([
  {
    en: 'Delays: none of hospitalised patients above that of ambulatory ones at the same device (values exchanged until so): an inpatient may take any ambulatory place.',
    fr: 'Délais : aucun délai hospitalisé au-dessus du délai ambulatoire du même appareil (valeurs échangées jusque-là) : un hospitalisé peut prendre toute place ambulatoire.',
  },
  {
    en: 'Legal status: shares of the establishments (public and ESPIC 170, GIE and GCS 51, liberal and private 80 of 301), the same for both modalities; mix of patients by status as in the defaults.',
    fr: 'Statut juridique : parts des établissements (publics et ESPIC 170, GIE et GCS 51, libéraux et privés 80 sur 301), les mêmes pour les deux modalités ; patients par statut comme dans les valeurs par défaut.',
  },
  {
    en: 'On call: the devices of most public status, up to the printed shares (70% of CT, 21% of MRI); open 168 h in all.',
    fr: 'Permanence des soins : les appareils au statut le plus public, jusqu’aux parts imprimées (70 % des scanners, 21 % des IRM) ; 168 h en tout.',
  },
  {
    en: 'Emergency vacations: after the scheduled hours of weekdays at public devices, as long as the printed median opening with them asks (53.2 and 58.5 h).',
    fr: 'Vacations d’urgence : après les heures programmées de semaine, aux appareils publics, de la durée que demande la médiane imprimée d’ouverture avec elles (53,2 et 58,5 h).',
  },
  {
    en: 'Emergency patients come by the default profile of the day; nothing else is set about nights.',
    fr: 'Les urgences viennent selon le profil de journée par défaut ; rien d’autre n’est fixé sur la nuit.',
  },
]);
