/** Names of the columns of the region's model. */
import type { RegionPhase } from './phases.ts';

export const COLUMNS = Object.freeze({
  /** 1 when so many devices are added. */
  devices: (id: string, added: number) => `devices/${id}/${added}`,
  /** Blocks on present devices; on added ones. */
  blocks: (id: string) => `blocks/${id}`,
  lateBlocks: (id: string) => `late-blocks/${id}`,
  newSite: (site: string) => `new-site/${site}`,
  onCall: (closes: string, goesTo: string) => `on-call/${closes}/to/${goesTo}`,
  into: (phase: RegionPhase, from: string, id: string) => `in/${phase.id}/${from}/${id}`,
  out: (phase: RegionPhase, from: string, id: string) => `out/${phase.id}/${from}/${id}`,
  measure: 'equity',
  left: (department: string) => `left-out/${department}`,
});
