/** Places kept for hospitalised patients (rule M3.4): mean delays of both flows. */
import { reservedAccess } from './exact/reserves.ts';
import { MORE_REQUESTS, theoryCase } from './harness.ts';

for (const kind of ['fixed', 'nested'] as const) {
  for (const releasedTomorrow of [false, true]) {
    const exact = reservedAccess({
      kind,
      placesPerDay: 6,
      reservedPlaces: 2,
      requestsPerDay: { A: 3.2, H: 1.9 },
      releasedTomorrow,
      horizonDays: 15,
    });
    theoryCase(
      `a ${kind} reserve of 2 places in 6 ${releasedTomorrow ? 'released on the eve' : 'never released'}`,
      {
        scenario: `reserve-${kind}${releasedTomorrow ? '-released' : ''}`,
        weeks: 600,
        warmupWeeks: 20,
        indicators: [
          {
            name: 'mean delay of ambulatory patients',
            measured: (one) => one.modality().access.A.mean,
            exact: () => exact.A.meanDelay,
          },
          {
            name: 'mean delay of hospitalised patients',
            measured: (one) => one.modality().access.H.mean,
            exact: () => exact.H.meanDelay,
          },
        ],
        bias: MORE_REQUESTS,
      },
    );
  }
}
