/** The sentences of the page of `backlog`. */
import type { Text } from './language.ts';

const words = <K extends string>(texts: Readonly<Record<K, Text>>): Readonly<Record<K, Text>> =>
  Object.freeze(texts);

export const BACKLOG_WORDS = words({
  title: {
    en: 'Backlog to clear: {modality:modality}, {class:class}, {site}',
    fr: 'Retard à résorber : {modality:modality}, {class:class}, {site}',
  },
  delay: {
    en: 'Days to the first place offered, mean over the week: {delay}. Target: {target} or less.',
    fr: 'Jours jusqu’au premier rendez-vous proposé, moyenne sur la semaine : {delay}. Objectif : {target} au plus.',
  },
  alreadyMet: {
    en: 'The target is met already: no extra session is needed.',
    fr: 'L’objectif est déjà atteint : aucune vacation supplémentaire n’est nécessaire.',
  },
  sessions: {
    en: 'Extra sessions ({kinds}): {perWeek} a week, {how}: {places}. For {class:class} alone, run as their usual vacations are, emergencies inserted as there.',
    fr: 'Vacations supplémentaires ({kinds}) : {perWeek} par semaine, {how} : {places}. Pour les seuls {class:class}, tenues comme leurs vacations habituelles, urgences insérées comme là.',
  },
  stated: { en: 'as asked', fr: 'comme demandé' },
  quick: {
    en: 'the fewest that do it within 12 weeks',
    fr: 'le moins qui y arrive en 12 semaines',
  },
  allPlaces: { en: 'all there is room for', fr: 'tout ce qui a sa place' },
  simulation: { en: 'simulation, 95%', fr: 'simulation, 95 %' },
  assumptions: { en: 'assumptions, 90%', fr: 'hypothèses, 90 %' },
  notInTime: { en: 'not reached', fr: 'non atteint' },
  needed: { en: 'Sessions needed in all', fr: 'Vacations nécessaires en tout' },
  weeks: { en: 'that is, weeks at {perWeek} a week', fr: 'soit, en semaines à {perWeek} par semaine' },
  weeksReached: { en: 'Weeks at or below the target', fr: 'Semaines à l’objectif ou en dessous' },
  toHalf: {
    en: 'Weeks after the last until half is lost',
    fr: 'Semaines après la dernière : moitié perdue',
  },
  hold: { en: 'Sessions a week, for ever, to hold it', fr: 'Par semaine, sans fin, pour le maintenir' },
  forEver: { en: 'Days with {perWeek} a week for ever', fr: 'Jours avec {perWeek} par semaine sans fin' },
  headline: {
    en: '{count|extra session|extra sessions}: {perWeek} a week for {weeks|week|weeks}.',
    fr: '{count|vacation supplémentaire|vacations supplémentaires} : {perWeek} par semaine pendant {weeks|semaine|semaines}.',
  },
  notReached: {
    en: 'The target is not reached with {perWeek} a week, however long they last: at best {days} days.',
    fr: 'L’objectif n’est pas atteint avec {perWeek} par semaine, si longtemps qu’elles durent : au mieux {days} jours.',
  },
  reached: {
    en: 'At the target from week {week} on (lowest: {days} days), above it again from week {again} on; the last sessions are in week {last}. Week 1 is that of the first session, −1 the one before: places are offered as far ahead as the delay, so it falls before the first session and rises again before the last.',
    fr: 'À l’objectif dès la semaine {week} (au plus bas : {days} jours), de nouveau au-dessus dès la semaine {again} ; les dernières vacations sont en semaine {last}. La semaine 1 est celle de la première, −1 celle d’avant : les places sont proposées aussi loin que le délai, qui baisse donc avant la première vacation et remonte avant la dernière.',
  },
  reachedStays: {
    en: 'At the target from week {week} on, and still there when the run ends.',
    fr: 'À l’objectif dès la semaine {week}, et encore à la fin de la simulation.',
  },
  back: {
    en: 'Once they stop, the delay goes back towards {base} days: a temporary session clears a backlog, it does not change what is asked and opened each week.',
    fr: 'Quand elles cessent, le délai retourne vers {base} jours : une vacation temporaire résorbe un retard, elle ne change pas ce qui est demandé et ouvert chaque semaine.',
  },
  backTau: {
    en: 'Once they stop, the delay goes back to {base} days by itself: demand regulates itself, and whoever declined a far appointment accepts a near one (patience τ = {tau} days, in about as much time).',
    fr: 'Quand elles cessent, le délai revient de lui-même à {base} jours : la demande se régule, et qui refusait un rendez-vous lointain accepte un rendez-vous proche (patience τ = {tau} jours, en autant de temps environ).',
  },
  holds: {
    en: 'Only sessions that stay keep it down: {count} a week for ever leave {days} days (target {target}).',
    fr: 'Seules des vacations qui restent le maintiennent : {count} par semaine, sans fin, laissent {days} jours (objectif {target}).',
  },
  nothingHolds: {
    en: 'None of the numbers tried holds it: all {count} a week for ever leave {days} days.',
    fr: 'Aucun des nombres essayés ne le maintient : les {count} par semaine, sans fin, laissent {days} jours.',
  },
  underSets: {
    en: 'Under assumptions: reached in {reached} of {sets|set|sets} drawn over what is not known, each calibrated again on the same delays and occupancy.',
    fr: 'Sous hypothèses : atteint dans {reached} des {sets|jeu|jeux} tirés sur ce qui n’est pas connu, chacun recalé sur les mêmes délais et occupations.',
  },
  rejected: {
    en: '{rejected|more draw|more draws} could not give them back.',
    fr: '{rejected|autre tirage|autres tirages} ne pouvaient pas les redonner.',
  },
  measure: {
    en: 'To know first, for a surer answer: {inputs}.',
    fr: 'À connaître d’abord, pour une réponse plus sûre : {inputs}.',
  },
  curve: {
    en: 'Delay week by week, days (│ target {target})',
    fr: 'Délai semaine par semaine, jours (│ objectif {target})',
  },
  week: { en: 'week', fr: 'sem' },
  held: { en: 'sessions', fr: 'vacations' },
  daysHead: { en: 'days', fr: 'jours' },
  basis: {
    en: '{replications|replication|replications} each time, always with the same random numbers, seed {seed}; {warmupWeeks|week|weeks} before the first session are left out. A week’s delay is the present mean less the gain on the same week without sessions. The interval of a number of weeks: where the 95% interval of the delay touches the target.',
    fr: '{replications|réplication|réplications} chaque fois, toujours avec les mêmes tirages, graine {seed} ; {warmupWeeks|semaine écartée|semaines écartées} avant la première vacation. Le délai d’une semaine est la moyenne actuelle moins le gain sur la même semaine sans vacations. L’intervalle d’un nombre de semaines : là où l’intervalle à 95 % du délai touche l’objectif.',
  },
  basisSets: {
    en: 'Under each set: {replications|replication|replications}.',
    fr: 'Sous chaque jeu : {replications|réplication|réplications}.',
  },
});
