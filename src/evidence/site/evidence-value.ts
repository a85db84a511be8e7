import type { Looked } from '../looking/which-site.ts';
import type { Evidence } from './evidence.ts';
import type { Site, SiteLog } from './site.store.ts';

/** Everything the page of a site shows. */
export interface EvidenceValue {
  looked: Looked;
  site: Site;
  evidence: Evidence;
  log: SiteLog;
  finding: string;
  /** The reader is alongside people, and may see who is waiting by name. */
  maySeeNames: boolean;
}
