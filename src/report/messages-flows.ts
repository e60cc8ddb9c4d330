/** What is said of flows, evidence, the calendar and the run. */
import type { ConsistencyCode } from '../model/scenario-codes.ts';
import { type Message, message } from './message.ts';

export const FLOW_MESSAGES = Object.freeze({
  'flow-without-site': message(
    'flow “{flow}” does not say at which site',
    'le flux « {flow} » ne dit pas sur quel site',
    [
      '“site: …”, or “sites: […]” when several are offered',
      '« site: … », ou « sites: […] » si plusieurs sont proposés',
    ],
  ),
  'site-and-sites': message(
    'flow “{flow}” has both “site” and “sites”',
    'le flux « {flow} » a « site » et « sites » à la fois',
    ['keep “sites”; the first is the one asked', 'garder « sites » ; le premier est celui où l’on demande'],
  ),
  'flow-without-device': message(
    'flow “{flow}” asks for {modality:one} at site “{site}”, which has none',
    'le flux « {flow} » demande {modality:one} sur le site « {site} », qui n’en a pas',
    [
      'a device of that modality there, or another site for the flow',
      'un appareil de cette modalité sur ce site, ou un autre site pour le flux',
    ],
  ),
  'walk-in-several-rooms': message(
    'flow “{flow}” is shared equally between {count|room|rooms}',
    'le flux « {flow} » est partagé à égalité entre {count|salle|salles}',
    ['“devices: {id: share}”, or one “pool” for them', '« devices: {id: part} », ou un même « pool »'],
  ),
  'walk-in-never-received': message(
    'flow “{flow}” comes without appointment, and no vacation inserts {class:class}',
    'le flux « {flow} » vient sans rendez-vous, et aucune vacation n’insère les {class:class}',
    ['“accepts: {inserted: […]}” in a vacation', '« accepts: {inserted: […]} » dans une vacation'],
  ),
  'flow-never-booked': message(
    'flow “{flow}” can never be booked for “{exam}” at site “{site}”: {reason:obstacle}',
    'le flux « {flow} » ne peut jamais avoir de rendez-vous pour « {exam} » sur le site « {site} » : {reason:obstacle}',
    [
      'a vacation that accepts it, or “walk-in: true” if it comes without appointment',
      'une vacation qui l’accepte, ou « walk-in: true » si l’on vient sans rendez-vous',
    ],
  ),
  'lead-beyond-horizon': message(
    'the first day offered ({lead}) is beyond the agenda ({limit|day|days} ahead)',
    'le premier jour proposé ({lead}) est au-delà de l’agenda (ouvert à {limit|jour|jours})',
    [
      'a “lead” of at most {limit}, or a longer “horizon”',
      'un « lead » d’au plus {limit}, ou un « horizon » plus long',
    ],
  ),
  'log-missing': message(
    'flow “{flow}” follows a log but names none',
    'le flux « {flow} » suit un journal mais n’en nomme aucun',
    ['“log: file.csv”', '« log: fichier.csv »'],
  ),
  'log-ignored': message(
    'the log is not used: arrivals are “{arrivals}”',
    'le journal ne sert pas : les arrivées sont « {arrivals} »',
    ['“arrivals: log”', '« arrivals: log »'],
  ),
  'log-without-class': message(
    'no request of {class:class} in the log “{file}”',
    'aucune demande de {class:class} dans le journal « {file} »',
    ['another “class” for the flow, or another log', 'une autre « class » pour le flux, ou un autre journal'],
  ),
  'log-exams-unknown': message(
    '{count|request names|requests name} exam types the flow does not have ({names}); they are drawn from its shares',
    '{count|demande nomme|demandes nomment} des types d’examens absents du flux ({names}) ; ils sont tirés selon ses parts',
    ['add them under “exams” and to the flow', 'les ajouter sous « exams » et au flux'],
  ),
  'per-week-missing': message(
    'flow “{flow}” has no number of requests a week',
    'le flux « {flow} » n’a pas de nombre de demandes par semaine',
    ['“per-week: 100”, or a “log”', '« per-week: 100 », ou un « log »'],
  ),
  'per-week-ignored': message(
    '“per-week” is not used: the log says how many requests come',
    '« per-week » ne sert pas : le journal dit combien de demandes viennent',
    ['remove one of the two', 'enlever l’un des deux'],
  ),
  'exam-shares-zero': message(
    'all the exam shares of flow “{flow}” are zero',
    'toutes les parts d’examens du flux « {flow} » sont nulles',
    [
      'a share above 0 for each exam type asked for',
      'une part supérieure à 0 pour chaque type d’examen demandé',
    ],
  ),
  'mix-shares-sum': message(
    'the shares of the mix add up to {sum}, not to 1',
    'les parts de la répartition font {sum}, pas 1',
    [
      'shares of the passages, as {A: 0.35, H: 0.38, R: 0.04, U: 0.23}',
      'des parts des passages, comme {A: 0.35, H: 0.38, R: 0.04, U: 0.23}',
    ],
  ),
  'exam-shares-sum': message(
    'the exam shares add up to {sum}; each is taken relative to that sum',
    'la somme des parts d’examens est {sum} ; chacune est prise relativement à cette somme',
    ['shares that add up to 1', 'des parts dont la somme est 1'],
  ),
  'durations-missing': message(
    'no duration of “{exam}” for {class:class}, and “defaults: none” gives none',
    'aucune durée de « {exam} » pour les {class:class}, et « defaults: none » n’en donne pas',
    [
      '“durations: 20” on the flow, or by class on the exam',
      '« durations: 20 » au flux, ou par classe à l’examen',
    ],
  ),
  'profile-zero': message(
    'no hour of the week has requests of flow “{flow}”',
    'aucune heure de la semaine n’a de demande du flux « {flow} »',
    [
      'a weight above 0 for some hour, or “profile: office”',
      'un poids supérieur à 0 pour une heure au moins, ou « profile: office »',
    ],
  ),
  'acceptance-order': message(
    'the delays of the table do not rise: {delay} after {previous}',
    'les délais de la table ne sont pas croissants : {delay} après {previous}',
    ['put the delays in rising order', 'mettre les délais dans l’ordre croissant'],
  ),
  'tau-zero': message('“tau” is zero (above 0)', '« tau » est nul (attendu : supérieur à 0)', [
    '“30d”; the longer, the more patient',
    '« 30d » ; plus il est long, plus on patiente',
  ]),
  'no-show-decreases': message(
    'the no-show probability falls with the delay, from {probability} to {max}',
    'la probabilité d’absence diminue avec le délai, de {probability} à {max}',
    ['a “max” above the “probability”', 'un « max » au-dessus de la « probability »'],
  ),
  'ignored-for-walk-in': message(
    'not used for a flow without appointment: {keys}',
    'sans effet pour un flux sans rendez-vous : {keys}',
    ['remove them, or “walk-in: false”', 'les enlever, ou « walk-in: false »'],
  ),
  'ignored-for-booked': message(
    'not used for a flow with appointments: {keys}',
    'sans effet pour un flux avec rendez-vous : {keys}',
    ['remove them, or “walk-in: true”', 'les enlever, ou « walk-in: true »'],
  ),
  'negative-duration': message(
    'a duration of {minutes} min (at least 0)',
    'une durée de {minutes} min (au moins 0)',
    ['0 or more; only “punctuality” may be negative', '0 ou plus ; seule « punctuality » peut être négative'],
  ),
  'range-reversed': message(
    'the range goes down, from {low} to {high}',
    'la fourchette descend, de {low} à {high}',
    ['swap its bounds', 'échanger ses bornes'],
  ),
  'range-outside': message(
    'the value {value} is outside its range ({low} to {high})',
    'la valeur {value} est hors de sa fourchette (de {low} à {high})',
    ['a range that holds the value', 'une fourchette qui contient la valeur'],
  ),
  'no-such-date': message('there is no {value} in the calendar', 'le {value} n’existe pas au calendrier', [
    'check the day and the month',
    'vérifier le jour et le mois',
  ]),
  'calendar-not-monday': message('{value} is not a Monday', 'le {value} n’est pas un lundi', [
    '"{nearest}", the Monday before',
    '"{nearest}", le lundi précédent',
  ]),
  'holidays-without-start': message(
    '“{key}” needs the date the run starts on',
    '« {key} » exige la date de début',
    ['“start: "2026-01-05"”, a Monday', '« start: "2026-01-05" », un lundi'],
  ),
  'holiday-factor-unused': message(
    'a school-holiday factor without a school zone has no effect',
    'un facteur de vacances scolaires sans zone scolaire est sans effet',
    ['“school-zone: A” under “calendar”', '« school-zone: A » sous « calendar »'],
  ),
  'closure-names-nothing': message(
    'this closure names no device, pool or site of the scenario',
    'cette fermeture ne nomme aucun appareil, pool ni site du scénario',
    ['“device: …” or “site: …”', '« device: … » ou « site: … »'],
  ),
  'closure-without-start': message(
    'a closure on {value} needs the date the run starts on',
    'une fermeture le {value} exige la date de début',
    ['“start” under “calendar”, or a day number', '« start » sous « calendar », ou un numéro de jour'],
  ),
  'closure-outside-run': message(
    'this closure (day {day}) is outside the run (days 0 to {limit})',
    'cette fermeture (jour {day}) est hors de la simulation (jours 0 à {limit})',
    [
      'a day of the run, or more “weeks” under “run”',
      'un jour de la simulation, ou davantage de « weeks » sous « run »',
    ],
  ),
  'warmup-too-long': message(
    'a warm-up of {weeks|week|weeks} is more than half of the run (at most {limit})',
    'une mise en régime de {weeks|semaine|semaines} dépasse la moitié de la simulation (au plus {limit})',
    ['more weeks, or “auto”', 'davantage de semaines, ou « auto »'],
  ),
  'reading-window-order': message(
    'reading hours end ({to}) before they begin ({from})',
    'les heures de lecture finissent ({to}) avant de commencer ({from})',
    ['two windows, one on each day', 'deux fenêtres, une par jour'],
  ),
  'reading-hours-twice': message(
    'reading hours are given twice, as a number and as a week',
    'les heures de lecture sont données deux fois, en nombre et en semaine',
    ['keep “week”', 'garder « week »'],
  ),
  'reports-ignored': message(
    'site “{site}” has a reading queue: its “reports” are not used',
    'le site « {site} » a une file de lecture : ses « reports » ne servent pas',
    ['remove “reports” or “reading”', 'enlever « reports » ou « reading »'],
  ),
} satisfies Partial<Record<ConsistencyCode, Message>>);
