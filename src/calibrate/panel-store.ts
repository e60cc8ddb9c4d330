/** The calibrated panel as text: one short row a device, its numbers then its knobs. */
import type { Modality } from '../model/vocabulary.ts';
import type { PanelDevice } from './panel-device.ts';
import type { SiteType } from './site-numbers.ts';

const LETTER: Readonly<Record<SiteType, string>> = { public: 'p', gie: 'g', private: 'l' };
const TYPE: Readonly<Record<string, SiteType>> = { p: 'public', g: 'gie', l: 'private' };
const FIELDS = 14;

/**
 * A device as a row of text, fields apart by a space: letters (site type p, g or l; c on call; e for emergencies; t
 * typed times; x not fully calibrated), opening and emergency minutes a week, occupancy, delays A and H in days, slot in
 * minutes, inpatient places a week, requests a week of A, H, R and U, starts of
 * the agendas of A and H in days.
 */
export function rowOf(device: PanelDevice): string {
  const { siteType, isOnCall, isForEmergencies, isTyped, hasConverged, knobs, delayDays } = device;
  const flags = [
    LETTER[siteType],
    isOnCall ? 'c' : '',
    isForEmergencies ? 'e' : '',
    isTyped ? 't' : '',
    hasConverged ? '' : 'x',
  ].join('');
  const { slotMinutes, inpatientPlaces, demand } = knobs;
  const { startDays } = device;
  const numbers = [
    device.openingMinutes,
    device.emergencyMinutes,
    device.occupancy,
    delayDays.A,
    delayDays.H,
  ];
  return [
    flags,
    ...numbers,
    slotMinutes,
    inpatientPlaces,
    demand.A,
    demand.H,
    demand.R,
    demand.U,
    startDays.A,
    startDays.H,
  ].join(' ');
}

/** The device of a row; `rank` counts from 0 within its modality. Throws a RangeError on a row that is not one. */
export function deviceOf(row: string, modality: Modality, rank: number): PanelDevice {
  const [flags = '', ...fields] = row.split(' ');
  const numbers = fields.map(Number);
  const siteType = TYPE[flags.charAt(0)];
  if (siteType === undefined || numbers.length !== FIELDS - 1 || !numbers.every(Number.isFinite))
    throw new RangeError(`not a device of the panel: ${row}`);
  const [opening, emergency, occupancy, delayA, delayH, slot, places, A, H, R, U, startA, startH] =
    numbers as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
  return {
    id: `${modality}-${String(rank + 1).padStart(3, '0')}`,
    modality,
    siteType,
    openingMinutes: opening,
    emergencyMinutes: emergency,
    occupancy,
    delayDays: { A: delayA, H: delayH },
    isOnCall: flags.includes('c'),
    isForEmergencies: flags.includes('e'),
    isTyped: flags.includes('t'),
    knobs: { slotMinutes: slot, inpatientPlaces: places, demand: { A, H, R, U } },
    startDays: { A: startA, H: startH },
    hasConverged: !flags.includes('x'),
  };
}

/** The devices of a stored text, rows apart by a semicolon or a line break. */
export function parsePanel(text: string, modality: Modality): readonly PanelDevice[] {
  return text
    .split(/[;\n]/)
    .filter((row) => row !== '')
    .map((row, rank) => deviceOf(row, modality, rank));
}
