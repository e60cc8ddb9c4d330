import { dailyBookingCase } from './booking-cases.ts';

dailyBookingCase({ places: 3, loadPercent: 80, weeks: 520, warmupWeeks: 20 });
dailyBookingCase({ places: 10, loadPercent: 80, weeks: 200, warmupWeeks: 10 });
dailyBookingCase({ places: 20, loadPercent: 80, weeks: 150, warmupWeeks: 10 });
dailyBookingCase({ places: 50, loadPercent: 80, weeks: 100, warmupWeeks: 10 });
dailyBookingCase({ places: 50, loadPercent: 95, weeks: 200, warmupWeeks: 20 });
