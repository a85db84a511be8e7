import { elsewhereName, isSetBeside } from '../compared.ts';
import type { Evidence } from '../evidence.ts';
import type { Site } from '../site.store.ts';

/** The site's figures of one kind, with those of whom it is set beside over the same days, if it is beside anybody. */
export function besideElsewhere(site: Site, evidence: Evidence, kind: 'people' | 'episodes' | 'returns') {
  const here = { name: site.name, figures: evidence.site[kind] };
  if (!isSetBeside(site)) return [here];
  return [here, { name: elsewhereName(site), figures: evidence.elsewhere[kind], isComparison: true }];
}

/** E11: whatever draws a comparison named after the start says so, for ever. @example marked(site, 'New people.') */
export const marked = (site: Pick<Site, 'compared' | 'comparisonMark'>, statistic: string): string =>
  site.comparisonMark && isSetBeside(site)
    ? `${statistic} The comparison was ${site.comparisonMark}.`
    : statistic;
