/** More requests than places: a horizon refuses the excess, or long delays deter it. */
import { agendaIndicators } from './booking-cases.ts';
import { accessDelays, exponentialAcceptance } from './exact/booking.ts';
import type { Agenda } from './exact/booking-chain.ts';
import { LARGEST_ERROR_NEAR_SATURATION, MORE_REQUESTS, type Replication, theoryCase } from './harness.ts';

/** Share of the requests of class A that come to this. */
const shareOf = (end: 'refused' | 'declined') => (one: Replication) => {
  const { [end]: ended, requested } = one.modality();
  return ended.A! / requested.A!;
};

const behindHorizon: Agenda = { places: [10], requests: [11.5], horizonDays: 10 };
const { refusedFraction } = accessDelays(behindHorizon);

theoryCase('10 places a day at load 115 % behind a horizon of 10 days', {
  scenario: 'booking-horizon-overload',
  weeks: 400,
  warmupWeeks: 20,
  indicators: [
    ...agendaIndicators('booking-horizon-overload', behindHorizon, 8),
    {
      name: 'share of requests refused',
      measured: shareOf('refused'),
      exact: () => refusedFraction,
    },
  ],
  bias: MORE_REQUESTS,
  largestError: LARGEST_ERROR_NEAR_SATURATION,
});

// Rule M3.5: probability exp(−max(0, d − 5)/15) of accepting a delay of d days.
const deterred: Agenda = { places: [10], requests: [13], accept: exponentialAcceptance(15, 5) };
const { declinedFraction } = accessDelays(deterred);

theoryCase('10 places a day for 13 requests that long delays deter', {
  scenario: 'booking-self-regulating',
  weeks: 400,
  warmupWeeks: 40,
  indicators: [
    ...agendaIndicators('booking-self-regulating', deterred, 8),
    {
      name: 'share of requests declined',
      measured: shareOf('declined'),
      exact: () => declinedFraction,
    },
  ],
  bias: MORE_REQUESTS,
  largestError: LARGEST_ERROR_NEAR_SATURATION,
});
