/** The campaign of 2010 played again on the stored panel: every published number beside the simulated one. */
import { anap2010 } from '../model/benchmark/anap-2010.ts';
import { deepFreeze } from '../model/freeze.ts';
import {
  type BenchmarkReproduceDocument,
  type ObservationSwitches,
  REPRODUCE_STATUSES,
  type ReproduceRow,
  type ReproduceStatus,
} from '../model/results/reproduce.ts';
import { RESULT_VERSION } from '../model/results/results.ts';
import type { Label } from '../model/scenario.ts';
import { MODALITIES } from '../model/vocabulary.ts';
import { estimate } from '../stats/estimate.ts';
import { PANEL_ROWS } from './panel-anap-2010.ts';
import { CAMPAIGN_WARMUP_WEEKS } from './panel-calibrate.ts';
import { DeviceCampaign } from './panel-campaign.ts';
import type { PanelDevice } from './panel-device.ts';
import { EXPLANATIONS } from './panel-explanations.ts';
import { panelParameters } from './panel-fitted.ts';
import { CAMPAIGN_WEEKS, OBSERVED_AS_IN_2010 } from './panel-observe.ts';
import { PANEL_RULES } from './panel-parameters.ts';
import { allPassages, type CampaignView, QUANTILE_ROWS, type RowHead, viewOf } from './panel-rows.ts';
import { STATEMENT_ROWS } from './panel-statements.ts';
import { parsePanel } from './panel-store.ts';
import { type Campaign, emptyPooled, type ObservedDevice } from './panel-tally.ts';

/** How much is played. These alone decide the answer. */
export interface ReproduceOptions {
  readonly seed: string;
  readonly replications: number;
  /** Weeks played before the 28 days: the agenda starts at the calibrated delay, so few are needed. */
  readonly warmupWeeks: number;
  readonly observation: ObservationSwitches;
  /** The devices; the stored panel where left out. */
  readonly panel: readonly PanelDevice[];
  /** Told after each device, with how many are done. */
  readonly onDevice: ((done: number, all: number) => void) | null;
}

/** The stored panel: 316 scanners, then 191 MRIs. */
export function storedPanel(): readonly PanelDevice[] {
  return MODALITIES.flatMap((modality) => parsePanel(PANEL_ROWS[modality], modality));
}

/** The size whose numbers are published. */
export const REPRODUCE_FULL: Omit<ReproduceOptions, 'panel' | 'onDevice'> = Object.freeze({
  seed: 'anap-2010',
  replications: 20,
  warmupWeeks: CAMPAIGN_WARMUP_WEEKS,
  observation: OBSERVED_AS_IN_2010,
});

const CAUTIONS: readonly Label[] = deepFreeze([
  {
    en: 'The panel is synthetic: the report prints quantiles, never devices. Rows fitted say that the machinery can hold the published numbers together, not that the devices existed.',
    fr: 'Le panel est synthétique : le rapport imprime des quantiles, jamais des appareils. Une ligne ajustée dit que la mécanique peut tenir ensemble les nombres publiés, non que ces appareils ont existé.',
  },
  {
    en: 'Intervals are over replications of the 28 days on one panel; they hold nothing of the doubt on assumed numbers.',
    fr: 'Les intervalles viennent de réplications des 28 jours sur un même panel ; ils ne disent rien du doute sur les nombres supposés.',
  },
  {
    en: 'All numbers are of 2010.',
    fr: 'Tous les nombres sont de 2010.',
  },
]);

/** Whether a simulated number is near enough to what was published. */
export function isHit(head: RowHead, mean: number): boolean {
  const { published, bounds, tolerance } = head;
  if (published !== null && tolerance !== null) {
    const gap = Math.abs(mean - published);
    // A gap printed as the tolerance is within it.
    const room = tolerance.kind === 'relative' ? tolerance.value * Math.abs(published) : tolerance.value;
    return gap <= room + 1e-9;
  }
  if (bounds === null) return false;
  const { low, high } = bounds;
  const isStrict = (low === null || high === null) && (low ?? high) === 0;
  if (isStrict) return low === null ? mean < 0 : mean > 0;
  return (low === null || mean >= low) && (high === null || mean <= high);
}

/** The campaigns of all replications: devices outermost, so that each is compiled once. */
export function playCampaigns(options: ReproduceOptions): readonly Campaign[] {
  const { replications, panel, seed, warmupWeeks, observation: switches, onDevice } = options;
  const pooled = Array.from({ length: replications }, emptyPooled);
  const observed = pooled.map((): ObservedDevice[] => []);
  panel.forEach((device, rank) => {
    const campaign = new DeviceCampaign(device, { seed, warmupWeeks, switches });
    for (let replication = 0; replication < replications; replication++)
      observed[replication]!.push(campaign.play(replication, pooled[replication]![device.modality]));
    onDevice?.(rank + 1, panel.length);
  });
  return pooled.map((own, replication) => ({ devices: observed[replication]!, pooled: own }));
}

/**
 * Plays the panel and sets every published number beside what comes out.
 * @param options what differs from `REPRODUCE_FULL` and the stored panel. A panel so small that some row has nothing to
 * measure throws a RangeError.
 */
export function reproduceBenchmark(options: Partial<ReproduceOptions> = {}): BenchmarkReproduceDocument {
  const full = { ...REPRODUCE_FULL, panel: storedPanel(), onDevice: null, ...options };
  const views = playCampaigns(full).map((campaign) => viewOf(campaign, full.observation.filtered));
  const rows = [...QUANTILE_ROWS, ...STATEMENT_ROWS].map(({ head, measure }): ReproduceRow => {
    const simulated = estimate(views.map(measure));
    const ok = isHit(head, simulated.mean);
    return { ...head, simulated, ok, explanation: ok ? null : (EXPLANATIONS[head.id] ?? null) };
  });
  const score = Object.fromEntries(
    REPRODUCE_STATUSES.map((status) => {
      const own = rows.filter((row) => row.status === status);
      return [status, { ok: own.filter(({ ok }) => ok).length, rows: own.length }];
    }),
  ) as Record<ReproduceStatus, { ok: number; rows: number }>;
  const { id, year, label, territory } = anap2010;
  return deepFreeze({
    creneau: RESULT_VERSION,
    command: 'benchmark reproduce',
    benchmark: { id, year, label, territory },
    seed: full.seed,
    replications: full.replications,
    weeks: CAMPAIGN_WEEKS,
    warmupWeeks: full.warmupWeeks,
    observation: full.observation,
    panel: panelOf(views, full.panel),
    rows,
    score,
    ok: score.fitted.ok === score.fitted.rows,
    parameters: panelParameters(full.panel),
    rules: PANEL_RULES,
    cautions: CAUTIONS,
  });
}

function panelOf(
  views: readonly CampaignView[],
  panel: readonly PanelDevice[],
): BenchmarkReproduceDocument['panel'] {
  const count = (of: (view: CampaignView) => number) => estimate(views.map(of));
  const out = (modality: 'ct' | 'mri') =>
    count(({ devices, kept }) => devices[modality].length - kept[modality].length);
  const sum = (of: (device: ObservedDevice) => number) =>
    count(({ campaign }) => campaign.devices.reduce((all, device) => all + of(device), 0));
  return {
    devices: {
      ct: panel.filter(({ modality }) => modality === 'ct').length,
      mri: panel.filter(({ modality }) => modality === 'mri').length,
    },
    filteredOut: { ct: out('ct'), mri: out('mri') },
    passages: sum((device) => CAMPAIGN_WEEKS * allPassages(device)),
    shortPassages: sum(({ shortPassages }) => shortPassages),
  };
}
