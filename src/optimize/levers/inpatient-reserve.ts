/** Minutes kept for inpatients: more of them, or fewer. */
import type { Device, Label, Reserve, Scenario, Vacation } from '../../model/scenario.ts';
import type { Lever, LeverCase } from './lever.ts';
import { atDevice, eachDevice, exactly, STRENGTH_UNITS, weekCase } from './week-case.ts';
import { GRID, withWeekOf } from './week-edit.ts';

const ID = 'inpatient-reserve';
const SHARE = 0.25;
const PERCENT = 100 * SHARE;

type Turn = 'larger' | 'smaller';

/** True when a reserve is kept for inpatients and nobody else. */
export const isForInpatients = (scenario: Scenario, reserve: Reserve): boolean =>
  reserve.flows.length > 0 &&
  reserve.flows.every((id) => scenario.flows.find((flow) => flow.id === id)?.class === 'H');

/** The reserves of a vacation with those of inpatients times `factor`, on the 5-minute grid, as far as the vacation is long. */
function resized(scenario: Scenario, vacation: Vacation, factor: number): Vacation {
  const length = vacation.toSeconds - vacation.fromSeconds;
  let kept = vacation.reserves.reduce((sum, { seconds }) => sum + seconds, 0);
  const reserves = vacation.reserves.map((reserve) => {
    if (!isForInpatients(scenario, reserve)) return reserve;
    const wished = Math.round((reserve.seconds * factor) / GRID) * GRID;
    const seconds = Math.max(0, Math.min(wished, Math.max(reserve.seconds, reserve.seconds + length - kept)));
    kept += seconds - reserve.seconds;
    return seconds === reserve.seconds ? reserve : { ...reserve, seconds };
  });
  const isSame = reserves.every((reserve, rank) => reserve === vacation.reserves[rank]);
  return isSame ? vacation : { ...vacation, reserves };
}

/**
 * The scenario with the minutes kept for inpatients on a device times `factor`, on the 5-minute grid, as far as each
 * vacation is long; only in the vacations `isOpen` says may change.
 */
export const withInpatientReserve = (
  scenario: Scenario,
  device: string,
  factor: number,
  isOpen: (vacation: Vacation) => boolean = () => true,
): Scenario =>
  withWeekOf(scenario, device, ({ week }) =>
    week.map((vacation) => (isOpen(vacation) ? resized(scenario, vacation, factor) : vacation)),
  );

const WHAT: Readonly<Record<Turn, (device: Device) => Label>> = {
  larger: ({ label }) => ({
    en: `${label}: minutes kept for inpatients raised by ${PERCENT}%`,
    fr: `${label} : minutes gardées pour les hospitalisés augmentées de ${PERCENT} %`,
  }),
  smaller: ({ label }) => ({
    en: `${label}: minutes kept for inpatients cut by ${PERCENT}%`,
    fr: `${label} : minutes gardées pour les hospitalisés réduites de ${PERCENT} %`,
  }),
};

function caseOf(scenario: Scenario, device: Device, turn: Turn): readonly LeverCase[] {
  const apply = (to: Scenario, share: number): Scenario =>
    withInpatientReserve(to, device.id, turn === 'larger' ? 1 + share : Math.max(0, 1 - share));
  if (apply(scenario, SHARE) === scenario) return [];
  return [
    weekCase(scenario, {
      lever: ID,
      ...atDevice(device),
      place: `${device.id}:${turn}`,
      what: WHAT[turn](device),
      strength: exactly(SHARE, STRENGTH_UNITS.shareOfReserve),
      apply,
    }),
  ];
}

export const INPATIENT_RESERVE: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Minutes kept for inpatients', fr: 'Minutes gardées pour les hospitalisés' },
  assumption: {
    en: 'Every reserve of the device that is for inpatients only grows, or shrinks, by a quarter, to the nearest 5 minutes; its release stays as it is. The others and the opening hours do not change.',
    fr: 'Chaque réserve de l’appareil pour les seuls hospitalisés grandit, ou diminue, d’un quart, aux 5 minutes près ; sa libération ne change pas, ni les autres réserves, ni les horaires.',
  },
  evidence: {
    mark: 'unverified',
    text: { en: 'reserved slots: no figure sourced', fr: 'places réservées : aucun chiffre publié' },
  },
  effort: 'small',
  isNegative: false,
  cases: (scenario) =>
    eachDevice(scenario, (device) => [
      ...caseOf(scenario, device, 'larger'),
      ...caseOf(scenario, device, 'smaller'),
    ]),
});
