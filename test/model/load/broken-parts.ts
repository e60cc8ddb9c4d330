/** Mistakes put into a scenario of two sites: of shape in the first site's part, of consistency in the second's. */

type Raw = Readonly<Record<string, unknown>>;

export interface Mistake {
  readonly spoil: (raw: unknown) => unknown;
  /** `code path` of what is told of it. */
  readonly told: string;
  /** Shape mistakes after which it cannot be known for one. */
  readonly except?: readonly string[];
}

const patchList = (raw: Raw, list: string, index: number, changes: Raw): Raw => ({
  ...raw,
  [list]: (raw[list] as readonly Raw[]).map((item, at) => (at === index ? { ...item, ...changes } : item)),
});
const mistake = (told: string, spoil: (raw: Raw) => unknown, ...except: readonly string[]): Mistake => ({
  told,
  spoil: (raw) => spoil(raw as Raw),
  except,
});
const ofDevice = (index: number, changes: Raw) => (raw: Raw) => patchList(raw, 'devices', index, changes);
const ofFlow = (index: number, changes: Raw) => (raw: Raw) => patchList(raw, 'flows', index, changes);
const ofVacation = (device: number, index: number, changes: Raw) => (raw: Raw) => {
  const { week } = (raw.devices as readonly Raw[])[device]!;
  const changed = (week as readonly Raw[]).map((one, at) => (at === index ? { ...one, ...changes } : one));
  return patchList(raw, 'devices', device, { week: changed });
};
const ofRoot = (changes: Raw) => (raw: Raw) => ({ ...raw, ...changes });

/** One mistake in the part of the first site. */
export const SHAPE_MISTAKES: Readonly<Record<string, Mistake>> = {
  'an unknown key of the root': mistake('unknown-key author', ofRoot({ author: 'x' })),
  'an unknown key of a flow': mistake('unknown-key flows.0.colour', ofFlow(0, { colour: 'red' })),
  'a misspelt key': mistake('unknown-key flows.0.horizn', ofFlow(0, { horizn: 3 })),
  'a wrong modality': mistake('not-in-list devices.0.modality', ofDevice(0, { modality: 'irm' })),
  'a wrong class': mistake('not-in-list flows.0.class', ofFlow(0, { class: 'X' })),
  'a site of a device missing': mistake('missing-key devices.0.site', ofDevice(0, { site: undefined })),
  'a wrong number': mistake('wrong-type flows.0.per-week', ofFlow(0, { 'per-week': 'many' })),
  'a negative number': mistake('too-small flows.0.per-week', ofFlow(0, { 'per-week': -3 })),
  'a wrong time': mistake('clock devices.0.week.0.from', ofVacation(0, 0, { from: '8h' })),
  'wrong days': mistake('days devices.0.week.0.days', ofVacation(0, 0, { days: 'lundi' })),
  'a wrong type of vacation': mistake('not-in-list devices.0.week.0.type', ofVacation(0, 0, { type: 'x' })),
  'a wrong week': mistake('wrong-type devices.0.week', ofDevice(0, { week: 'open' })),
  'a wrong speed': mistake('too-large devices.0.speed', ofDevice(0, { speed: 30 })),
  'a wrong law': mistake(
    'quantile-order devices.0.changeover',
    ofDevice(0, { changeover: { p20: 9, p50: 5, p80: 7 } }),
  ),
  'a number of weeks': mistake('too-small run.weeks', ofRoot({ run: { weeks: 0 } })),
  'no name': mistake('missing-key name', ofRoot({ name: undefined })),
  'a wrong closure': mistake(
    'missing-key calendar.closures.0.days',
    ofRoot({ calendar: { start: '2026-01-05', closures: [{ site: 'a', from: 3 }] } }),
  ),
};

/** Mistakes that could be explained by a device that is not known. */
const DEVICE_LOST = ['a wrong modality', 'a site of a device missing'];
const HOURS_LOST = [...DEVICE_LOST, 'a wrong time', 'wrong days', 'a wrong type of vacation', 'a wrong week'];
const FLOW_LOST = ['a wrong class', 'an unknown key of a flow'];

/** One mistake in the part of the second site. */
export const CONSISTENCY_MISTAKES: Readonly<Record<string, Mistake>> = {
  'an unknown site of a device': mistake('unknown-site devices.1.site', ofDevice(1, { site: 'zz' })),
  'an unknown site of a flow': mistake('unknown-site flows.2.site', ofFlow(2, { site: 'zz' })),
  'an unknown device': mistake('unknown-device flows.2.devices.0', ofFlow(2, { devices: ['zz'] })),
  'an unknown exam': mistake('unknown-exam flows.2.exams.zz', ofFlow(2, { exams: { zz: 1 } })),
  'a duplicate id': mistake('duplicate-id flows.3.id', ofFlow(3, { id: 'A-b' })),
  'overlapping vacations': mistake('vacations-overlap devices.1.week.1', ofVacation(1, 1, { days: 'fri' })),
  'a reserve too large': mistake(
    'reserve-too-large devices.1.week.0.reserve',
    ofVacation(1, 0, { reserve: { A: '20h' } }),
  ),
  'a reserve for nobody': mistake(
    'unknown-reserve-target devices.1.week.0.reserve.X',
    ofVacation(1, 0, { reserve: { X: 10 } }),
    ...FLOW_LOST.filter((one) => one !== 'a wrong class' && one !== 'an unknown key of a flow'),
  ),
  'an appointment outside': mistake(
    'appointments-beyond devices.1.week.0.appointments.1',
    ofVacation(1, 0, { appointments: [0, 700] }),
  ),
  'no number of requests': mistake('per-week-missing flows.2', ofFlow(2, { 'per-week': undefined })),
  'a lead beyond the horizon': mistake(
    'lead-beyond-horizon flows.2.lead',
    ofFlow(2, { lead: 9, horizon: 3 }),
  ),
  'shares of zero': mistake('exam-shares-zero flows.2.exams', ofFlow(2, { exams: { knee: 0 } })),
  'a range reversed': mistake(
    'range-reversed flows.2.per-week.range',
    ofFlow(2, { 'per-week': { value: 3, range: [5, 1] } }),
  ),
  'a negative duration': mistake('negative-duration devices.1.changeover', ofDevice(1, { changeover: -3 })),
  'a flow without device': mistake(
    'flow-without-device flows.2.modality',
    ofFlow(2, { modality: 'ct' }),
    ...DEVICE_LOST,
  ),
  'a flow never booked': mistake(
    'flow-never-booked flows.2',
    (raw) => ofVacation(1, 0, { type: 'emergency' })(ofVacation(1, 1, { type: 'emergency' })(raw) as Raw),
    ...HOURS_LOST,
  ),
  'a device without flow': mistake(
    'device-without-flow devices.1.id',
    (raw) => ofFlow(2, { site: 'a' })(ofFlow(3, { site: 'a' })(raw) as Raw),
    ...FLOW_LOST,
  ),
  'a slot of zero': mistake('slot-zero devices.1.slots', ofDevice(1, { slots: { A: 0 } }), ...FLOW_LOST),
};
