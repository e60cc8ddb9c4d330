import { dailyBookingCase } from './booking-cases.ts';

dailyBookingCase({ places: 3, loadPercent: 80, weeks: 520, warmupWeeks: 20 });
dailyBookingCase({ places: 10, loadPercent: 80, weeks: 520, warmupWeeks: 20 });
dailyBookingCase({ places: 20, loadPercent: 80, weeks: 520, warmupWeeks: 20 });
dailyBookingCase({ places: 20, loadPercent: 95, weeks: 1560, warmupWeeks: 20 });
dailyBookingCase({ places: 50, loadPercent: 80, weeks: 104, warmupWeeks: 20 });
dailyBookingCase({ places: 50, loadPercent: 95, weeks: 200, warmupWeeks: 20 });
