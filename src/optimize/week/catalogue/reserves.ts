/** Minutes kept aside on a device: how many for inpatients and emergencies, and from which day they are open to all. */
import type { Label, Reserve, Scenario } from '../../../model/scenario.ts';
import { emergencyFlows, withPlaces } from '../../levers/emergency-places.ts';
import { withInpatientReserve } from '../../levers/inpatient-reserve.ts';
import { withRelease } from '../../levers/reserve-release.ts';
import { withWeekOf } from '../../levers/week-edit.ts';
import type { WeekChange } from '../change.ts';
import type { AlikeDevices } from './alike.ts';
import { mayChange } from './barred.ts';
import { deviceChange } from './change-parts.ts';

const FACTORS = [0.5, 0.75, 1.25, 1.5];
const PLACES_A_DAY = 2;
const RELEASES = [0, 1, 2, 3];

function factorText(factor: number): Label {
  const percent = Math.round(Math.abs(factor - 1) * 100);
  return factor > 1
    ? {
        en: `minutes kept for inpatients raised by ${percent}%`,
        fr: `minutes gardées pour les hospitalisés augmentées de ${percent} %`,
      }
    : {
        en: `minutes kept for inpatients cut by ${percent}%`,
        fr: `minutes gardées pour les hospitalisés réduites de ${percent} %`,
      };
}

const isOpenAt =
  ({ barred }: AlikeDevices) =>
  (session: Parameters<typeof mayChange>[1]): boolean =>
    mayChange(barred, session);

/** Minutes kept for inpatients times a factor, in all sessions of a device that are not frozen. */
const inpatients = (scenario: Scenario, at: AlikeDevices): readonly WeekChange[] =>
  FACTORS.flatMap((factor) =>
    deviceChange(scenario, {
      kind: 'reserve',
      at,
      name: `${at.id}/H_x${factor}`,
      what: factorText(factor),
      group: `reserve/${at.id}`,
      apply: (to, device) => withInpatientReserve(to, device, factor, isOpenAt(at)),
    }),
  );

/** True when a reserve is kept for emergencies and nobody else. */
const isForEmergencies = (scenario: Scenario, { flows }: Reserve): boolean =>
  flows.length > 0 && flows.every((id) => scenario.flows.find((flow) => flow.id === id)?.class === 'U');

/** The scenario in which a device keeps no minute for emergencies. */
function withoutPlaces(scenario: Scenario, device: string, at: AlikeDevices): Scenario {
  const isOpen = isOpenAt(at);
  return withWeekOf(scenario, device, ({ week }) =>
    week.map((session) => {
      const reserves = session.reserves.filter((one) => !isForEmergencies(scenario, one));
      return reserves.length === session.reserves.length || !isOpen(session)
        ? session
        : { ...session, reserves };
    }),
  );
}

/** Places for emergencies: none, or two more a working day, where the device receives any. */
function emergencies(scenario: Scenario, at: AlikeDevices): readonly WeekChange[] {
  const group = `emergency/${at.id}`;
  const none = deviceChange(scenario, {
    kind: 'reserve',
    at,
    name: `${at.id}/U_0`,
    what: { en: 'no minutes kept for emergencies any more', fr: 'aucune minute gardée pour les urgences' },
    group,
    apply: (to, device) => withoutPlaces(to, device, at),
  });
  if (emergencyFlows(scenario, at.devices[0]!).length === 0) return none;
  const more = deviceChange(scenario, {
    kind: 'reserve',
    at,
    name: `${at.id}/U_${PLACES_A_DAY}`,
    what: {
      en: `${PLACES_A_DAY} places a day kept for emergencies, Monday to Friday`,
      fr: `${PLACES_A_DAY} places par jour gardées pour les urgences, du lundi au vendredi`,
    },
    group,
    apply: (to, device) =>
      withWeekOf(to, device, (now) => withPlaces(now, emergencyFlows(to, now), PLACES_A_DAY, isOpenAt(at))),
  });
  return [...none, ...more];
}

/** Every other amount of minutes kept on alike devices. */
export const reserves = (scenario: Scenario, at: AlikeDevices): readonly WeekChange[] => [
  ...inpatients(scenario, at),
  ...emergencies(scenario, at),
];

const whenText = (days: number): Label =>
  days === 0
    ? { en: 'on the day itself', fr: 'le jour même' }
    : days === 1
      ? { en: 'the day before', fr: 'la veille' }
      : { en: `${days} days before`, fr: `${days} jours avant` };

/** Every other day from which the minutes kept on alike devices are open to all. */
export const releases = (scenario: Scenario, at: AlikeDevices): readonly WeekChange[] =>
  RELEASES.flatMap((days) => {
    const { en, fr } = whenText(days);
    return deviceChange(scenario, {
      kind: 'release',
      at,
      name: `${at.id}/${days}`,
      what: {
        en: `minutes kept aside open to all ${en}`,
        fr: `minutes réservées ouvertes à tous ${fr}`,
      },
      group: `release/${at.id}`,
      apply: (to, device) => withRelease(to, device, days, isOpenAt(at)),
    });
  });
