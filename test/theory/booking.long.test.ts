import { dailyBookingCase } from './booking-cases.ts';
import { LARGEST_ERROR_NEAR_SATURATION } from './harness.ts';

const moderate = { loadPercent: 95, replications: 40 } as const;
dailyBookingCase({ ...moderate, places: 3, weeks: 19_000, warmupWeeks: 120 });
dailyBookingCase({ ...moderate, places: 10, weeks: 2800, warmupWeeks: 40 });
dailyBookingCase({ ...moderate, places: 20, weeks: 900, warmupWeeks: 20 });

// The warm-ups are six or more relaxation times ρ/(c(1 − ρ)²) days of the number booked, seen as a reflected Brownian motion.
const heavy = { loadPercent: 99, replications: 40, largestError: LARGEST_ERROR_NEAR_SATURATION } as const;
dailyBookingCase({ ...heavy, places: 3, weeks: 50_000, warmupWeeks: 2800 });
dailyBookingCase({ ...heavy, places: 10, weeks: 9500, warmupWeeks: 850 });
dailyBookingCase({ ...heavy, places: 20, weeks: 3200, warmupWeeks: 430 });
dailyBookingCase({ ...heavy, places: 50, weeks: 950, warmupWeeks: 180 });
