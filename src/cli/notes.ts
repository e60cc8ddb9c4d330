/** Lines for the user that are no error: what was found, what is next. */
import type { Language, Text } from '../report/language.ts';
import { fill, type Values } from '../report/sentence.ts';

const NOTES = {
  findings: {
    en: '{errors|error|errors}, {warnings|warning|warnings}.',
    fr: '{errors|erreur|erreurs}, {warnings|avertissement|avertissements}.',
  },
  strict: {
    en: '--strict: warnings stop the run.',
    fr: '--strict : les avertissements arrêtent la simulation.',
  },
  more: { en: '… and {count} more.', fr: '… et {count} de plus.' },
  sweepResumed: {
    en: '{found|point|points} of {points} found, already simulated.',
    fr: '{found|point déjà simulé|points déjà simulés}, sur {points}.',
  },
  sweepInterrupted: {
    en: 'Interrupted: {done|replication|replications} of {asked} kept in {folder}; the same command goes on from there.',
    fr: 'Interrompu : {done|réplication gardée|réplications gardées} dans {folder}, sur {asked} ; la même commande reprend de là.',
  },
  leversFirst: {
    en: 'First answer, {count|lever|levers}: {what} leads; refining…',
    fr: 'Première réponse, {count|levier|leviers} : {what} en tête ; affinage…',
  },
  leversInterrupted: {
    en: 'Interrupted: what follows is the last answer reached.',
    fr: 'Interrompu : ce qui suit est la dernière réponse atteinte.',
  },
  leversNext: {
    en: 'Next: your own costs: --costs costs.csv · a page with charts: --html page.html · a week proposed and proved: creneau compare {file} variant.yaml',
    fr: 'Ensuite : vos coûts : --costs couts.csv · une page avec graphiques : --html page.html · une semaine à éprouver : creneau compare {file} variante.yaml',
  },
  optimizeFirst: {
    en: 'First answer: {what} Proving…',
    fr: 'Première réponse : {what} Preuve en cours…',
  },
  optimizeNotWritten: {
    en: 'Nothing written to {file}: no week is proposed.',
    fr: 'Rien d’écrit dans {file} : aucune semaine n’est proposée.',
  },
  optimizeNext: {
    en: 'Next: creneau compare {file} {out} · its week as a spreadsheet: creneau week export {out} --out week.xlsx',
    fr: 'Ensuite : creneau compare {file} {out} · sa semaine en tableau : creneau week export {out} --out semaine.xlsx',
  },
  optimizeNextKeep: {
    en: 'Next: keep it: --out proposed.yaml · a page with charts: --html page.html · your own rules: --rules rules.yaml',
    fr: 'Ensuite : la garder : --out proposee.yaml · une page avec graphiques : --html page.html · vos règles : --rules regles.yaml',
  },
  optimizeNextNone: {
    en: 'Next: more freedom: --max-hours, --max-changes, --rules · which lever matters: creneau levers {file}',
    fr: 'Ensuite : plus de latitude : --max-hours, --max-changes, --rules · quel levier compte : creneau levers {file}',
  },
  compareNext: {
    en: 'Next: every number: --json · a page with charts: --html page.html · which lever first: creneau levers {file}',
    fr: 'Ensuite : tous les nombres : --json · une page avec graphiques : --html page.html · quel levier d’abord : creneau levers {file}',
  },
  oqosNext: {
    en: 'Next: instruct a request: creneau authorize REQUEST.yaml · every number: --json',
    fr: 'Ensuite : instruire une demande : creneau authorize DEMANDE.yaml · tous les nombres : --json',
  },
  authorizeNext: {
    en: 'Next: simulated delays beside the need: --scenario FILE, or --region REGION · the balance once granted: creneau oqos --grant {file}',
    fr: 'Ensuite : délais simulés en regard du besoin : --scenario FICHIER, ou --region RÉGION · le bilan une fois accordé : creneau oqos --grant {file}',
  },
  authorizeGrantNext: {
    en: 'Next: the balance once granted: creneau oqos --grant {file} · every number: --json',
    fr: 'Ensuite : le bilan une fois accordé : creneau oqos --grant {file} · tous les nombres : --json',
  },
  authorizeRegion: {
    en: 'Simulating the region with and without what is asked for: some minutes…',
    fr: 'Simulation de la région avec et sans ce qui est demandé : quelques minutes…',
  },
  regionKeep: {
    en: 'Next: keep it: --out region.yaml, then creneau plan region.yaml',
    fr: 'Ensuite : la garder : --out region.yaml, puis creneau plan region.yaml',
  },
  regionNext: {
    en: 'Next: where the next device or hour helps most: creneau plan {file} · its delays: creneau simulate {file}',
    fr: 'Ensuite : où le prochain appareil ou la prochaine heure aide le plus : creneau plan {file} · ses délais : creneau simulate {file}',
  },
  planModel: {
    en: 'First answer, by the linear model alone: {what}, about {saved} patient-days saved a week. Simulating…',
    fr: 'Première réponse, selon le seul modèle linéaire : {what}, environ {saved} jours-patients gagnés par semaine. Simulation…',
  },
  planModelNone: {
    en: 'First answer, by the linear model alone: nothing that is allowed helps. Simulating…',
    fr: 'Première réponse, selon le seul modèle linéaire : rien de permis n’aide. Simulation…',
  },
  planSimulated: {
    en: 'Simulated: {what}, {bounds} patient-days saved a week. Now under assumption sets…',
    fr: 'Simulé : {what}, {bounds} jours-patients gagnés par semaine. Maintenant sous les jeux d’hypothèses…',
  },
  planNotWritten: {
    en: 'Nothing written to {file}: no plan is proposed.',
    fr: 'Rien d’écrit dans {file} : aucun plan n’est proposé.',
  },
  planNext: {
    en: 'Next: creneau compare {file} {out} · for those who wait longest: --equity worst · a page with charts: --html page.html',
    fr: 'Ensuite : creneau compare {file} {out} · pour ceux qui attendent le plus : --equity worst · une page avec graphiques : --html page.html',
  },
  planNextKeep: {
    en: 'Next: keep it: --out plan.yaml · for those who wait longest: --equity worst · a page with charts: --html page.html',
    fr: 'Ensuite : le garder : --out plan.yaml · pour ceux qui attendent le plus : --equity worst · une page avec graphiques : --html page.html',
  },
  planNextProve: {
    en: 'Next: prove it by simulation: {command} · for those who wait longest: --equity worst',
    fr: 'Ensuite : l’éprouver par simulation : {command} · pour ceux qui attendent le plus : --equity worst',
  },
  planNextNone: {
    en: 'Next: longer opening needs no authorisation: --evenings 20 · more staff hours: --technologist-hours, --radiologist-hours',
    fr: 'Ensuite : ouvrir plus longtemps ne demande aucune autorisation : --evenings 20 · plus de personnel : --technologist-hours, --radiologist-hours',
  },
  checkNext: {
    en: 'Next: creneau simulate {file}',
    fr: 'Ensuite : creneau simulate {file}',
  },
  weekNext: {
    en: 'Next: change the file, then creneau week import {file} {week} --out variant.yaml',
    fr: 'Ensuite : modifier le fichier, puis creneau week import {file} {week} --out variante.yaml',
  },
  initCalibrates: {
    en: 'Calibrating on occupancy and delays together: a few seconds…',
    fr: 'Calage sur l’occupation et les délais ensemble : quelques secondes…',
  },
  initBack: {
    en: 'Your base gives back {back} of your {all} numbers.',
    fr: 'Votre base retrouve {back} de vos {all} nombres.',
  },
  initUsualMix: {
    en: 'Mix: not given, so the usual one of such a site stands in ({mix}% A/H/R/U, assumed). Your own: --mix',
    fr: 'Répartition : non donnée, remplacée par l’usuelle d’un tel site ({mix} % A/H/R/U, supposée). La vôtre : --mix',
  },
  initPassages: {
    en: 'Passages: you say {known} a week; your opening, occupancy and mix come to {implied} with the published exam durations (ANAP 2010). They agree if your exams last {ratio} times those.',
    fr: 'Passages : vous dites {known} par semaine ; vos ouverture, occupation et répartition en donnent {implied} avec les durées publiées (ANAP 2010). Ils s’accordent si vos examens durent {ratio} fois celles-ci.',
  },
  initFound: {
    en: 'Found by simulation: a mean slot of {slot} min (95%: {slots}), {places} places a week kept for hospitalised patients.',
    fr: 'Trouvé par simulation : une plage moyenne de {slot} min (95 % : {slots}), {places} places par semaine gardées aux hospitalisés.',
  },
  initDemand: {
    en: 'Requests {class} a week, declined ones included: {requests} (95%: {range}; whatever their patience: {wide}).',
    fr: 'Demandes {class} par semaine, déclinées comprises : {requests} (95 % : {range} ; quelle que soit leur patience : {wide}).',
  },
  initNext: {
    en: 'Next: creneau simulate {file} · where it stands: creneau benchmark place {file}',
    fr: 'Ensuite : creneau simulate {file} · où il se situe : creneau benchmark place {file}',
  },
  initKeep: {
    en: 'Next: keep it with --out site.yaml, then creneau simulate site.yaml',
    fr: 'Ensuite : le garder avec --out site.yaml, puis creneau simulate site.yaml',
  },
  durationsNext: {
    en: 'Next: a site’s own quantiles: creneau calibrate durations FILE.csv · a scenario from eight numbers: creneau init --out site.yaml',
    fr: 'Ensuite : les quantiles d’un site : creneau calibrate durations FICHIER.csv · un scénario en huit nombres : creneau init --out site.yaml',
  },
  placeNext: {
    en: 'Next: what the delays and the idle time are made of: creneau simulate {file}',
    fr: 'Ensuite : d’où viennent les délais et le temps libre : creneau simulate {file}',
  },
  reproduceNext: {
    en: 'Next: the model against changes made in reality: creneau validate history · your own site: creneau init --out site.yaml',
    fr: 'Ensuite : le modèle face à des changements réels : creneau validate history · votre site : creneau init --out site.yaml',
  },
  initMissed: {
    en: 'The search came near, but not within what is allowed, for {number}: the numbers pull against each other there.',
    fr: 'La recherche s’est approchée, sans atteindre l’écart admis, pour {number} : les nombres s’y opposent.',
  },
  takesAMinute: { en: 'This takes about a minute.', fr: 'Cela prend une minute environ.' },
  schemaNext: {
    en: 'Next: put “# yaml-language-server: $schema={file}” on the first line of a scenario.',
    fr: 'Ensuite : mettre « # yaml-language-server: $schema={file} » en première ligne d’un scénario.',
  },
  written: { en: 'Written: {file}', fr: 'Écrit : {file}' },
  interrupted: {
    en: 'Interrupted: what follows is of the {done} replications finished (of {asked}).',
    fr: 'Interrompu : ce qui suit porte sur les {done} réplications finies (sur {asked}).',
  },
  interruptedEarly: {
    en: 'Interrupted before two replications were finished: nothing to show.',
    fr: 'Interrompu avant que deux réplications soient finies : rien à montrer.',
  },
  precisionReached: {
    en: 'Precision ±{wanted}% reached after {count|replication|replications} ({name}: ±{reached}%).',
    fr: 'Précision ±{wanted} % atteinte après {count|réplication|réplications} ({name} : ±{reached} %).',
  },
  precisionMissed: {
    en: 'Precision ±{wanted}% NOT reached after {count|replication|replications} ({name}: {reached}).',
    fr: 'Précision ±{wanted} % NON atteinte après {count|réplication|réplications} ({name} : {reached}).',
  },
  precisionMore: {
    en: '  Maybe: --max-replications {count}, or more --weeks',
    fr: '  Peut-être : --max-replications {count}, ou davantage de --weeks',
  },
  backlogFirst: {
    en: 'First answer: {count|session|sessions}, {perWeek} a week for {weeks|week|weeks}. Now under {sets|assumption set|assumption sets}…',
    fr: 'Première réponse : {count|vacation|vacations}, {perWeek} par semaine pendant {weeks|semaine|semaines}. Maintenant sous {sets|jeu|jeux} d’hypothèses…',
  },
  backlogFirstNot: {
    en: 'First answer: {perWeek} a week leave {days} days at best. Now under {sets|assumption set|assumption sets}…',
    fr: 'Première réponse : {perWeek} par semaine laissent {days} jours au mieux. Maintenant sous {sets|jeu|jeux} d’hypothèses…',
  },
  backlogInterrupted: {
    en: 'Interrupted: what follows has no assumption interval.',
    fr: 'Interrompu : ce qui suit n’a pas d’intervalle d’hypothèses.',
  },
  backlogInterruptedEarly: {
    en: 'Interrupted before the first answer: nothing to show.',
    fr: 'Interrompu avant la première réponse : rien à montrer.',
  },
  backlogNextMet: { en: 'Next: creneau simulate {file}', fr: 'Ensuite : creneau simulate {file}' },
  backlogNextMore: {
    en: 'Next: creneau backlog {file} --target "{target}" --sessions {kinds}',
    fr: 'Ensuite : creneau backlog {file} --target "{target}" --sessions {kinds}',
  },
  backlogNextHours: {
    en: 'Next: the same with --per-week {perWeek}; every week and set: --json',
    fr: 'Ensuite : la même avec --per-week {perWeek} ; chaque semaine et chaque jeu : --json',
  },
  backlogNextEvery: {
    en: 'Next: every week and every set: --json',
    fr: 'Ensuite : chaque semaine et chaque jeu : --json',
  },
  next: {
    en: 'Next: every number: --json · every passage: --records passages.csv · {other}',
    fr: 'Ensuite : tous les nombres : --json · tous les passages : --records passages.csv · {other}',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type NoteName = keyof typeof NOTES;

/**
 * A line for the user that is no error: see the names.
 * @example note('written', { file: 'a.txt' }, 'en') // 'Written: a.txt'
 */
export function note(name: NoteName, values: Values, language: Language): string {
  return fill(NOTES[name], values, language);
}
