import { agendaIndicators } from './booking-cases.ts';
import { MORE_REQUESTS, theoryCase } from './harness.ts';

const scenario = 'booking-uneven-week';

theoryCase('first-available booking on an uneven week', {
  scenario,
  weeks: 400,
  warmupWeeks: 20,
  // Monday to Sunday.
  indicators: agendaIndicators(
    scenario,
    { places: [20, 18, 20, 10, 16, 0, 0], requests: [15, 15, 14, 14, 13, 3, 2] },
    8,
  ),
  bias: MORE_REQUESTS,
});
