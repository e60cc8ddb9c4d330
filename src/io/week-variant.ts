/** A variant of a scenario that holds the weeks a spreadsheet changes, and nothing else. */
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { Document, isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { DocumentPath } from '../model/finding.ts';
import type { ScenarioInput } from '../model/schema/schema.ts';
import { type RoomChanges, weekChanges } from '../model/week/changes.ts';
import type { WeekPlace } from '../model/week/grid.ts';
import type { RoomWeek, WeekTable } from '../model/week/table.ts';

export interface WeekVariant {
  /** False when every room's week means what it meant: there is nothing to write. */
  readonly isChanged: boolean;
  /** The variant as YAML; empty when nothing is changed. */
  readonly text: string;
  /** The same as a value, to be merged over the scenario's. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Room by room, in the scenario's order. */
  readonly changes: readonly RoomChanges[];
  /** Rooms of the scenario that the spreadsheet does not have: they keep their week. */
  readonly keptRooms: readonly string[];
  /**
   * Where a value of the variant's weeks was written in the spreadsheet: `['devices', id or position in the scenario,
   * 'week', n, key…]`; null for any other, which the scenario's own document locates.
   */
  locate(path: DocumentPath): WeekPlace | null;
}

export interface VariantNames {
  /** What the variant extends, as `extendsPath` gives it. */
  readonly extended: string;
  /** The file the week was read from: the variant's name tells it. */
  readonly weekFile: string;
}

const LONGEST_NAME = 200;

/**
 * The variant of a scenario that a table makes. Rooms whose week means the same are not in it.
 */
export function weekVariant(input: ScenarioInput, table: WeekTable, names: VariantNames): WeekVariant {
  const changes = weekChanges(input, table);
  const changedRooms = new Set(changes.map(({ room }) => room));
  const weeks = table.rooms.filter(({ room }) => changedRooms.has(room));
  const value = {
    extends: names.extended,
    name: variantName(input.name, basename(names.weekFile)),
    devices: weekDevices(weeks),
  };
  return Object.freeze({
    isChanged: changes.length > 0,
    text: changes.length > 0 ? variantText(value) : '',
    value,
    changes,
    keptRooms: table.absentRooms,
    locate: (path: DocumentPath): WeekPlace | null => {
      const which = path[1];
      const room = typeof which === 'number' ? input.devices[which]?.id : which;
      return room !== undefined && changedRooms.has(room) ? table.locate(path) : null;
    },
  });
}

/**
 * The weeks of rooms as the `devices` of a variant.
 * @example weekDevices([{ room: 'irm', vacations: [] }]) // [{ id: 'irm', week: [] }]
 */
export function weekDevices(rooms: readonly RoomWeek[]): readonly Readonly<Record<string, unknown>>[] {
  return rooms.map(({ room, vacations }) => ({ id: room, week: vacations }));
}

function variantName(
  base: ScenarioInput['name'],
  week: string,
): { readonly en: string; readonly fr: string } {
  const [en, fr] = typeof base === 'string' ? [base, base] : [base.en, base.fr];
  const cut = (name: string): string => name.slice(0, LONGEST_NAME);
  return { en: cut(`${en}, week of ${week}`), fr: cut(`${fr}, semaine de ${week}`) };
}

/** One vacation a line, times in quotes, as scenarios are written. */
function variantText(value: Readonly<Record<string, unknown>>): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const name = document.get('name');
  if (isMap(name)) name.flow = true;
  const devices = document.get('devices');
  for (const device of isSeq(devices) ? devices.items : []) {
    const week = isMap(device) ? device.get('week') : null;
    for (const vacation of isSeq(week) ? week.items : []) {
      if (!isMap(vacation)) continue;
      vacation.flow = true;
      for (const key of ['from', 'to']) {
        const time = vacation.get(key, true);
        if (isScalar(time)) time.type = Scalar.QUOTE_DOUBLE;
      }
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/**
 * The path of a scenario as a variant beside it writes it in `extends`: relative, with `/` on any system. Null when there
 * is none, as from one disk to another.
 * @example extendsPath('variants/a.yaml', 'base.yaml') // '../base.yaml'
 */
export function extendsPath(variantFile: string, scenarioFile: string): string | null {
  const path = relative(dirname(resolve(variantFile)), resolve(scenarioFile));
  return path === '' || isAbsolute(path) ? null : path.split(sep).join('/');
}
