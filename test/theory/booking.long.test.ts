import { dailyBookingCase } from './booking-cases.ts';
import { LARGEST_ERROR_NEAR_SATURATION } from './harness.ts';

// The warm-ups are six or more relaxation times ρ/(c(1 − ρ)²) days of the number booked, seen as a reflected Brownian motion.
dailyBookingCase({ places: 3, loadPercent: 95, weeks: 25_000, warmupWeeks: 120 });
dailyBookingCase({ places: 10, loadPercent: 95, weeks: 5500, warmupWeeks: 40 });
dailyBookingCase({ places: 20, loadPercent: 95, weeks: 1900, warmupWeeks: 20 });

const largestError = LARGEST_ERROR_NEAR_SATURATION;
dailyBookingCase({ places: 3, loadPercent: 99, weeks: 60_000, warmupWeeks: 2800, largestError });
dailyBookingCase({ places: 10, loadPercent: 99, weeks: 18_000, warmupWeeks: 900, largestError });
dailyBookingCase({ places: 20, loadPercent: 99, weeks: 6000, warmupWeeks: 450, largestError });
dailyBookingCase({ places: 50, loadPercent: 99, weeks: 1700, warmupWeeks: 180, largestError });
