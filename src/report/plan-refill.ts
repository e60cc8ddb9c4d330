/** Who fills the places a plan adds, in words: requests that got none before, beside what years of surveys show. */
import type { TwoIntervals } from '../model/results/levers.ts';
import type { Refill } from '../model/results/region.ts';
import { signed } from './difference-words.ts';
import { capital, type Language, type Text } from './language.ts';
import { labelText, shareCell } from './lever-words.ts';
import { formatNumber } from './numbers.ts';
import { fill, type Values } from './sentence.ts';
import { VOCABULARY } from './words.ts';

const REFILL: Text = {
  en: '{modality:modality}: {places} appointments more a week, of which {share} go to requests that got none before ({bounds}): the rest shortens delays.',
  fr: '{modality:modality} : {places} rendez-vous de plus par semaine, dont {share} pour des demandes qui n’en obtenaient pas ({bounds}) : le reste raccourcit les délais.',
};
const ELASTICITY: Text = {
  en: 'For 1% more places the mean delay moves by {mean}% ({bounds}).',
  fr: 'Pour 1 % de places en plus, le délai moyen bouge de {mean} % ({bounds}).',
};
const BOTH: Text = {
  en: '{simulation} by the simulation; {assumptions} over what is assumed',
  fr: '{simulation} selon la simulation ; {assumptions} selon les hypothèses',
};
const ALONE: Text = { en: '{simulation} by the simulation', fr: '{simulation} selon la simulation' };
const SURVEYS: Text = {
  en: 'The surveys: {elasticity}% ({low} to {high}). {text}',
  fr: 'Les enquêtes : {elasticity} % (de {low} à {high}). {text}',
};

type Bounds = { readonly low: number | null; readonly high: number | null } | null;

/** Both intervals; that of the simulation alone where no assumption set was played. */
const bothBounds = (
  { estimate, assumptions }: TwoIntervals,
  print: (bounds: Bounds) => string,
  say: (text: Text, values: Values) => string,
): string =>
  assumptions === null
    ? say(ALONE, { simulation: print(estimate) })
    : say(BOTH, { simulation: print(estimate), assumptions: print(assumptions) });

const boundsIn = (bounds: Bounds, print: (x: number) => string): string => {
  const { low = null, high = null } = bounds ?? {};
  return low === null || high === null ? '—' : `${print(low)}–${print(high)}`;
};

/** Who fills what is added, and what years of surveys show. */
export function refillSentences(refill: readonly Refill[], language: Language): readonly string[] {
  const say = (text: Text, values: Values) => fill(text, values, language, VOCABULARY);
  const share = (x: number) => shareCell(Math.min(1, Math.max(0, x)), language);
  const two = (x: number) => signed(x, 2, language);
  return refill.flatMap(({ modality, addedPlaces, latentShare, elasticity, surveys }) => [
    capital(
      say(REFILL, {
        modality,
        places: formatNumber(addedPlaces.mean, 0, language),
        share: share(latentShare.estimate.mean),
        bounds: bothBounds(latentShare, (one) => boundsIn(one, share), say),
      }),
    ),
    ...(elasticity === null
      ? []
      : [
          say(ELASTICITY, {
            mean: two(elasticity.estimate.mean),
            bounds: bothBounds(elasticity, (one) => gainBoundsOf(one, two, language), say),
          }),
        ]),
    ...(surveys === null
      ? []
      : [
          say(SURVEYS, {
            elasticity: two(surveys.elasticity),
            low: two(surveys.low),
            high: two(surveys.high),
            text: labelText(surveys.text, language),
          }).replace(/([^.])$/, '$1.'),
        ]),
  ]);
}

const TO: Text = { en: '{low} to {high}', fr: '{low} à {high}' };
const gainBoundsOf = (bounds: Bounds, print: (x: number) => string, language: Language): string => {
  const { low = null, high = null } = bounds ?? {};
  return low === null || high === null ? '—' : fill(TO, { low: print(low), high: print(high) }, language);
};
