/** Scanners of interventional imaging: an assumed programme of hospitalised patients, in no diagnostic agenda. */
import { regionRange, regionValue } from './inputs.ts';

type Raw = Readonly<Record<string, unknown>>;

const OWNER = 'interventional';
const EXAM = 'ct-interventional';
/** Quantiles of room time around the median: assumed. */
const SPREAD = { p20: 0.65, p80: 1.6 };
/** Slot ÷ median room time, up to five minutes. */
const SLOT = 1.4;
const WEEKDAYS = 5;
const OPENS_AT = 8;

const fives = (minutes: number): number => Math.ceil(minutes / 5) * 5;

/** The exam type, by id. */
export const INTERVENTIONAL_EXAM: Raw = Object.freeze({
  [EXAM]: {
    modality: 'ct',
    label: { en: 'interventional procedure', fr: 'acte interventionnel' },
    group: 'interventional',
    durations: {
      H: {
        p20: regionValue('interventional-minutes') * SPREAD.p20,
        p50: regionValue('interventional-minutes'),
        p80: regionValue('interventional-minutes') * SPREAD.p80,
      },
    },
  },
});

/** A scanner open on weekdays from 08:00, for its own patients only. */
export const interventionalDevice = (id: string, site: string): Raw => ({
  id,
  site,
  modality: 'ct',
  slots: { exams: { [EXAM]: fives(SLOT * regionValue('interventional-minutes')) } },
  week: [
    {
      days: 'mon-fri',
      from: `${String(OPENS_AT).padStart(2, '0')}:00`,
      to: `${String(OPENS_AT + regionValue('interventional-hours') / WEEKDAYS)}:00`,
      type: 'public-scheduled',
      owner: OWNER,
      accepts: { classes: ['H'], inserted: [] },
    },
  ],
});

/** Its patients. */
export const interventionalFlow = (device: string, site: string, growth: number): Raw => ({
  id: `${device}-H`,
  site,
  devices: [device],
  modality: 'ct',
  class: 'H',
  owner: OWNER,
  'per-week': {
    value: regionValue('interventional-requests') * growth,
    range: regionRange('interventional-requests').map((end) => end * growth),
    status: 'assumed',
    source: 'interventional-requests',
  },
  exams: { [EXAM]: 1 },
  backlog: { delay: 2 },
});
