/** A small scenario of two rooms, and grids of rows to be read for it. */
import { parseScenario } from '../../../src/model/load/load.ts';
import type { ScenarioInput } from '../../../src/model/schema/schema.ts';
import type { WeekGrid } from '../../../src/model/week/grid.ts';
import type { CellValue } from '../../../src/model/week/times.ts';

export const RAW = {
  creneau: 1,
  name: { en: 'Two rooms', fr: 'Deux salles' },
  exams: {
    'MR-ENC': { modality: 'mri', group: 'neuro' },
    'MR-GENOU': { modality: 'mri', group: 'bone-joint' },
  },
  sites: [{ id: 'ch' }],
  devices: [
    {
      id: 'irm-1',
      label: 'IRM du bâtiment A',
      site: 'ch',
      modality: 'mri',
      week: [
        {
          days: 'mon-fri',
          from: '08:00',
          to: '18:00',
          type: 'public-scheduled',
          reserve: { H: '90min', release: '1d' },
        },
        { days: 'sat', from: '08:00', to: '12:00', type: 'liberal', every: 2, 'first-week': 1 },
      ],
    },
    {
      id: 'scanner-1',
      site: 'ch',
      modality: 'ct',
      week: [{ days: 'mon-sun', from: '00:00', to: '24:00', type: 'emergency' }],
    },
  ],
  flows: [
    { id: 'irm-a', site: 'ch', modality: 'mri', class: 'A', 'per-week': 50, exams: { 'MR-ENC': 1 } },
    { id: 'irm-h', site: 'ch', modality: 'mri', class: 'H', 'per-week': 5, exams: { 'MR-ENC': 1 } },
    { id: 'tdm-u', site: 'ch', modality: 'ct', class: 'U', 'per-week': 50, 'walk-in': true },
  ],
};

const parsed = parseScenario(RAW);
if (parsed.input === null) throw new Error(JSON.stringify(parsed.findings));
export const INPUT: ScenarioInput = parsed.input;

/** A grid as a sheet has it, or as a text file has it when `sheet` is null. */
export function gridOf(rows: readonly (readonly CellValue[])[], sheet: string | null = 'Semaine'): WeekGrid {
  return {
    file: sheet === null ? 'semaine.csv' : 'semaine.xlsx',
    sheet,
    rows: rows.map((cells, at) => ({
      line: at + 1,
      cells,
      columns: sheet === null ? cells.map((_, index) => 1 + 10 * index) : null,
    })),
  };
}

export const HEADER: readonly string[] = ['salle', 'jour', 'début', 'fin', 'type'];
export const ROW: readonly CellValue[] = ['irm-1', 'lundi', '08:00', '18:00', 'publique programmée'];
