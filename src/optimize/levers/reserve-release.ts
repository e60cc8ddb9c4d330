/** The day from which the minutes kept aside are open to all: one, two or three days before, instead of as now. */
import type { Device, Reserve, Scenario, Vacation } from '../../model/scenario.ts';
import type { Lever } from './lever.ts';
import { atDevice, eachDevice, exactly, STRENGTH_UNITS, weekCase } from './week-case.ts';
import { withWeekOf } from './week-edit.ts';

const ID = 'reserve-release';
const CANDIDATES = [1, 2, 3];

/** True when a reserve is for patients who are booked: one for walk-ins only has nothing to give back. */
const isBooked = (scenario: Scenario, reserve: Reserve): boolean =>
  reserve.flows.some((id) => scenario.flows.find((flow) => flow.id === id)?.walkIn === false);

/**
 * The scenario with the booked reserves of a device open to all from so many days before; only in the vacations `isOpen`
 * says may change.
 */
export function withRelease(
  scenario: Scenario,
  device: string,
  releaseDays: number,
  isOpen: (vacation: Vacation) => boolean = () => true,
): Scenario {
  return withWeekOf(scenario, device, ({ week }) =>
    week.map((vacation) => {
      const isSet = (reserve: Reserve) => reserve.releaseDays === releaseDays || !isBooked(scenario, reserve);
      if (!isOpen(vacation) || vacation.reserves.every(isSet)) return vacation;
      const reserves = vacation.reserves.map((one) => (isSet(one) ? one : { ...one, releaseDays }));
      return { ...vacation, reserves };
    }),
  );
}

const WHEN = (days: number) =>
  days === 1
    ? { en: 'the day before', fr: 'la veille' }
    : { en: `${days} days before`, fr: `${days} jours avant` };

const whatOf = ({ label }: Device, days: number) => {
  const { en, fr } = WHEN(days);
  return {
    en: `${label}: minutes kept aside open to all ${en}`,
    fr: `${label} : minutes réservées ouvertes à tous ${fr}`,
  };
};

export const RESERVE_RELEASE: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Day reserves are released', fr: 'Jour de libération des réserves' },
  assumption: {
    en: 'All reserves of booked patients of the device are open to all from that day on, at midnight, whatever they are now; their minutes stay as they are.',
    fr: 'Toutes les réserves de patients sur rendez-vous de l’appareil s’ouvrent à tous à partir de ce jour, à minuit, quoi qu’il en soit aujourd’hui ; leurs minutes ne changent pas.',
  },
  evidence: {
    mark: 'unverified',
    text: { en: 'reserved slots: no figure sourced', fr: 'places réservées : aucun chiffre publié' },
  },
  effort: 'small',
  isNegative: false,
  cases: (scenario) =>
    eachDevice(scenario, (device) =>
      CANDIDATES.filter((days) => withRelease(scenario, device.id, days) !== scenario).map((days) =>
        weekCase(scenario, {
          lever: ID,
          ...atDevice(device),
          place: `${device.id}:${days}`,
          what: whatOf(device, days),
          strength: exactly(days, STRENGTH_UNITS.daysBefore),
          isWhole: true,
          apply: (to, pulled) => withRelease(to, device.id, Math.max(0, Math.round(pulled))),
        }),
      ),
    ),
});
