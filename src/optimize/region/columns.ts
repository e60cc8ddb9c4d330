/** Names of the columns of the region's model. */
import type { Modality } from '../../model/vocabulary.ts';
import type { RegionPhase } from './phases.ts';

export const COLUMNS = Object.freeze({
  /** 1 when so many devices are added. */
  devices: (id: string, added: number) => `devices/${id}/${added}`,
  /** Blocks on present devices; on added ones. */
  blocks: (id: string) => `blocks/${id}`,
  lateBlocks: (id: string) => `late-blocks/${id}`,
  newSite: (site: string) => `new-site/${site}`,
  onCall: (closes: string, goesTo: string) => `on-call/${closes}/to/${goesTo}`,
  /** Added places that draw requests, of every origin so many a place. */
  drawing: (phase: RegionPhase, id: string) => `drawing/${phase.id}/${id}`,
  /** Share of the requests of an origin that moves, the same at every implantation. */
  moved: (phase: RegionPhase, from: string, modality: Modality) => `moved/${phase.id}/${from}/${modality}`,
  measure: 'equity',
  left: (department: string) => `left-out/${department}`,
});
