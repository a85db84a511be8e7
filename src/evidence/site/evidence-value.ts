import type { Looked } from '../looking/which-site.ts';
import type { Evidence } from './evidence.ts';
import type { SaidBeforehand } from './over-time/change-over-time.ts';
import type { Site, SiteLog } from './site.store.ts';
import type { Block, Voice } from './voices/voices.ts';

/** Everything the page of a site shows. */
export interface EvidenceValue {
  looked: Looked;
  site: Site;
  evidence: Evidence;
  /** When the figures were counted, and whether that takes so long that they are kept a while. */
  counted: { at: Date; isDear: boolean };
  log: SiteLog;
  finding: string;
  /** What was registered and said before the first day (E11). */
  said: SaidBeforehand;
  /** Words beside the figures, by block. */
  voices: Partial<Record<Block, Voice>>;
  /** The reader is alongside people, and may see who is waiting by name. */
  maySeeNames: boolean;
  /** The reader keeps sites, and may keep somebody's words with one. */
  mayKeepWords: boolean;
}

/** A council with no site yet; whoever may bring another system’s history is led there. */
export interface NoSite {
  site: null;
  mayBring: boolean;
}
