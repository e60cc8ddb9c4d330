/** One session a day from a fixed appointment list: mean waits by place in the list. */
import { LONGER_EXAMS, theoryCase } from './harness.ts';
import { PLACES, SESSION_CASES, waitOfPlace } from './session-cases.ts';

for (const session of SESSION_CASES) {
  theoryCase(`${session.name}, place by place`, {
    scenario: session.scenario,
    weeks: 1200,
    warmupWeeks: 1,
    passages: true,
    indicators: [2, 5, PLACES - 1].map((place) => waitOfPlace(session, place)),
    bias: LONGER_EXAMS,
  });
}
