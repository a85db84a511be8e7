import type { Evidence } from './evidence.ts';
import type { Site, SiteLog } from './site.store.ts';

/** Everything the page of a site shows. */
export interface EvidenceValue {
  site: Site;
  /** Every site of the council, to choose from. */
  sites: { id: string; name: string }[];
  evidence: Evidence;
  log: SiteLog;
  finding: string;
  /** The reader is alongside people, and may see who is waiting by name. */
  maySeeNames: boolean;
}
