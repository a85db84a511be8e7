import { elsewhereName, isSetBeside } from '../compared.ts';
import type { Evidence } from '../evidence.ts';
import type { Site } from '../site.store.ts';

/** The site's figures of one kind, with those of whom it is set beside over the same days, if it is beside anybody. */
export function besideElsewhere(site: Site, evidence: Evidence, kind: 'people' | 'episodes' | 'returns') {
  const here = { name: site.name, figures: evidence.site[kind] };
  if (!isSetBeside(site)) return [here];
  const name = elsewhereName(site);
  const there = {
    name: site.comparisonMark ? `${name}, ${site.comparisonMark}` : name,
    figures: evidence.elsewhere[kind],
    isComparison: true,
  };
  return [here, there];
}
