/** What the search leaves aside, said beside every answer: what is not told is taken for weighed. */
import type { Label, Scenario } from '../../model/scenario.ts';

const ALWAYS: readonly Label[] = Object.freeze([
  {
    en: 'new equipment, another building, and sending patients to another site',
    fr: 'nouveaux équipements, autres locaux, et envoi de patients vers un autre site',
  },
  {
    en: 'who is on the roster by name, leave, and whether people would agree to the hours',
    fr: 'plannings nominatifs, congés, et accord des personnes sur les horaires',
  },
  {
    en: 'moving an existing session by less than a whole one, and on-call rosters',
    fr: 'déplacement d’une vacation existante de moins que sa durée, et tableaux de garde',
  },
  {
    en: 'patients who would ask more often because the delay falls, beyond the patience of the scenario',
    fr: 'demandes nouvelles que des délais plus courts feraient naître, au-delà de la patience du scénario',
  },
]);

const ALTERNATE: Label = Object.freeze({
  en: 'vacations held every second week or less often: they stay as they are',
  fr: 'vacations tenues une semaine sur deux ou moins : elles restent telles quelles',
});
const NO_READING: Label = Object.freeze({
  en: 'hours of reading: the scenario draws report delays and has no readers',
  fr: 'heures d’interprétation : le scénario tire les délais de compte rendu et n’a pas de lecteurs',
});

/** What was left aside for a scenario, most general first. */
export function notConsidered(scenario: Scenario): readonly Label[] {
  const alternates = scenario.devices.some(({ week }) => week.some(({ everyWeeks }) => everyWeeks > 1));
  return [
    ...ALWAYS,
    ...(alternates ? [ALTERNATE] : []),
    ...(scenario.sites.every(({ reading }) => reading === null) ? [NO_READING] : []),
  ];
}
