/** Elements of need: devices per million inhabitants, room left around, and what a simulated scenario shows. */
import { type Balance, balanceRow, departmentsOf, type Reading } from '../model/oqos/balance.ts';
import type { Equipment } from '../model/oqos/equipment.ts';
import { MODALITY_OF } from '../model/oqos/equipment.ts';
import type { AuthorisationRequest } from '../model/oqos/request.ts';
import type { DepartmentRate, NeedElements, SimulatedNeed } from '../model/results/authorize.ts';
import { round12 } from '../model/results/estimate.ts';
import type { SimulationDocument } from '../model/results/results.ts';
import type { Scenario } from '../model/scenario.ts';
import { MODALITIES } from '../model/vocabulary.ts';
import { balanceAfter, roomIn } from './counters.ts';

const MILLION = 1_000_000;

/**
 * Devices per million inhabitants; null where the population is not known.
 * @example perMillion(2, 4000000) // 0.5
 * @example perMillion(85, null) // null
 */
export const perMillion = (devices: number, population: number | null): number | null =>
  population === null || population <= 0 ? null : round12((devices * MILLION) / population);

function rateOf(
  balance: Balance,
  equipment: Equipment,
  department: string,
  reading: Reading,
): DepartmentRate[] {
  const row = balanceRow(balance, equipment, department);
  if (row === null) return [];
  const population = balance.populations[department] ?? null;
  const devices = row.devices.current;
  const room = roomIn(row, reading);
  return [
    {
      department,
      devices,
      interventional: row.interventional?.current ?? null,
      population,
      perMillion: perMillion(devices, population),
      roomDevices: room.devices,
      roomSites: room.sites,
    },
  ];
}

/**
 * The rates and the room of every department for the equipment of a request, and that of its own department once the
 * receivable devices are granted. The main figure of the balance is counted, the parentheses apart. A rate is no
 * measure of need without the flows between departments.
 */
export function needElements(
  request: AuthorisationRequest,
  balance: Balance,
  reading: Reading,
  receivable: number,
): NeedElements {
  const { equipment, department } = request;
  const departments = departmentsOf(balance).flatMap((one) => rateOf(balance, equipment, one, reading));
  const devices = departments.reduce((sum, one) => sum + one.devices, 0);
  const isKnown = departments.every(({ population }) => population !== null);
  const population = isKnown ? departments.reduce((sum, one) => sum + (one.population ?? 0), 0) : null;
  const after = balanceRow(
    balanceAfter(balance, [{ request, devices: receivable }], reading),
    equipment,
    department,
  );
  const own = after?.devices.current ?? 0;
  return {
    populationYear: balance.populationYear,
    departments,
    region: { devices, population, perMillion: perMillion(devices, population) },
    after: {
      devices: own,
      interventional: reading === 'separate' ? (after?.interventional?.current ?? null) : null,
      perMillion: perMillion(own, balance.populations[department] ?? null),
    },
  };
}

/**
 * What a simulated scenario says of delays and occupancy, with the intervals of its replications.
 */
export function simulatedNeed(document: SimulationDocument, scenario: Scenario, file: string): SimulatedNeed {
  const { weeks, warmupWeeks, replications, seed } = document;
  return {
    file,
    name: scenario.name,
    hash: document.scenario.hash,
    weeks,
    warmupWeeks,
    replications,
    seed,
    departments: Object.entries(document.sites).flatMap(([site, byModality]) =>
      MODALITIES.flatMap((modality) => {
        const indicators = byModality[modality];
        if (indicators === undefined) return [];
        const { A, H } = indicators.firstAvailable;
        return [
          {
            site,
            modality,
            firstAvailable: { A: A.p50, H: H.p50 },
            declinedPerWeek: indicators.declined.A,
          },
        ];
      }),
    ),
    devices: scenario.devices.flatMap(({ id, modality }) => {
      const indicators = document.devices[id];
      if (indicators === undefined) return [];
      const { opening, occupancy } = indicators;
      return [{ device: id, modality, scheduledHours: opening.scheduled, occupancy: occupancy.scheduled }];
    }),
    unstable: document.unstable.length > 0,
    assumed: scenario.assumptions.filter(({ status }) => status === 'assumed').length,
  };
}

/**
 * True when a scenario simulates the equipment of a request; classes and modalities of others tell nothing of it.
 * @example isOfEquipment({ departments: [] }, 'mri') // false
 */
export function isOfEquipment(simulated: Pick<SimulatedNeed, 'departments'>, equipment: Equipment): boolean {
  const modality = MODALITY_OF[equipment];
  return simulated.departments.some((one) => one.modality === modality);
}
