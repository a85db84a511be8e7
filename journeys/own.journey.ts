import { openSiteWithClock } from './clock-site.ts';
import { windowsOf } from './community/windows.ts';
import { walkOf } from './evidence/windows.ts';
import { onATelephone } from './own/on-a-telephone.ts';
import { onPaper } from './own/on-paper.ts';
import { openBrowser } from './site.ts';

// Whose record: somebody at their own page on a small telephone, then somebody who has it all on paper.
const site = await openSiteWithClock('2026-11-23T09:30:00Z');
const walk = walkOf(windowsOf(site, await openBrowser()));

onATelephone(walk);
onPaper(walk);
