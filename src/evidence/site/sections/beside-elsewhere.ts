import type { Evidence } from '../evidence.ts';
import type { Site } from '../site.store.ts';

export const elsewhereName = 'Elsewhere';

/** The site's figures of one kind with everybody else's over the same days beside them. */
export function besideElsewhere(site: Site, evidence: Evidence, kind: 'people' | 'episodes' | 'returns') {
  return [
    { name: site.name, figures: evidence.site[kind] },
    {
      name: site.comparisonMark ? `${elsewhereName}, ${site.comparisonMark}` : elsewhereName,
      figures: evidence.elsewhere[kind],
      isComparison: true,
    },
  ];
}
