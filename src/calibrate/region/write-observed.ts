/** What is known of a real site, as a scenario writes it. */
import { MODALITIES } from '../../model/vocabulary.ts';
import type { RealSite } from './request.ts';

type Raw = Readonly<Record<string, unknown>>;
type Known = readonly (number | null)[];

const tidy = (x: number): number => Number(x.toPrecision(8));
const isKnown = (value: number | null): value is number => value !== null;

/** Null where one of them is not known, or there is none. */
const total = (values: Known): number | null =>
  values.length > 0 && values.every(isKnown) ? values.reduce((sum, value) => sum + value, 0) : null;

/** Mean of those known; null where none is. */
function middle(values: Known): number | null {
  const known = values.filter(isKnown);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The number under its key, or nothing where it is not known. */
const where = (key: string, value: number | null): Raw => (value === null ? {} : { [key]: tidy(value) });

/** The numbers a real site is known for, by modality, so that every result says how well they are given back. */
export const observedOf = (site: RealSite): readonly Raw[] =>
  MODALITIES.flatMap((modality): readonly Raw[] => {
    const own = site.devices.filter((device) => device.modality === modality);
    const opening = total(own.map(({ openingHours }) => openingHours));
    const occupied = total(
      own.map(({ openingHours, occupancy }) =>
        openingHours === null || occupancy === null ? null : openingHours * occupancy,
      ),
    );
    const delay = {
      ...where('A', middle(own.map(({ delayDays }) => delayDays.A))),
      ...where('H', middle(own.map(({ delayDays }) => delayDays.H))),
    };
    const known = {
      ...where('opening', opening),
      ...where('passages', total(own.map(({ passagesPerWeek }) => passagesPerWeek))),
      ...(Object.keys(delay).length === 0 ? {} : { delay }),
      ...where('occupancy', occupied === null || opening === null ? null : occupied / opening),
    };
    return Object.keys(known).length === 0 ? [] : [{ site: site.id, modality, ...known }];
  });
