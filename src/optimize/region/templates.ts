/** The device that an added one is a copy of. */
import type { Device, Scenario } from '../../model/scenario.ts';
import type { Modality } from '../../model/vocabulary.ts';
import { diagnosticDevices, meanSlotSeconds, residentsByHome } from './places.ts';

/** Minutes a week that residents may be booked in. */
const openSeconds = ({ week }: Device): number =>
  week
    .filter(({ classes }) => classes.includes('A'))
    .reduce((sum, { fromSeconds, toSeconds, everyWeeks }) => sum + (toSeconds - fromSeconds) / everyWeeks, 0);

/**
 * The first device of each implantation that residents book, and by modality the region’s median one: of the implantation
 * whose first device has the median number of ambulatory slots a week.
 */
export interface Templates {
  readonly first: ReadonlyMap<string, Device>;
  readonly median: Readonly<Partial<Record<Modality, Device>>>;
}

export function templatesOf(scenario: Scenario): Templates {
  const flows = residentsByHome(scenario);
  const first = new Map([...diagnosticDevices(scenario)].map(([id, [device]]) => [id, device!]));
  const medianOf = (modality: Modality): Device | null => {
    const sized = [...first]
      .filter(([, device]) => device.modality === modality)
      .map(([id, device]) => ({
        device,
        slots: openSeconds(device) / Math.max(1, meanSlotSeconds(device, flows.get(id)!)),
      }))
      .sort((a, b) => a.slots - b.slots || (a.device.id < b.device.id ? -1 : 1));
    return sized[Math.floor(sized.length / 2)]?.device ?? null;
  };
  const [ct, mri] = [medianOf('ct'), medianOf('mri')];
  return { first, median: { ...(ct === null ? {} : { ct }), ...(mri === null ? {} : { mri }) } };
}
