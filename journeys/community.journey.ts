import { openSiteWithClock } from './clock-site.ts';
import { chessOnSaturdays } from './community/chess-on-saturdays.ts';
import { enginesForAlec } from './community/engines-for-alec.ts';
import { windowsOf } from './community/windows.ts';
import { openBrowser } from './site.ts';

// Somebody, a group and a neighbour, by browser only and by links; the group without an account, on a telephone.
const site = await openSiteWithClock('2026-11-23T09:30:00Z');
const windows = windowsOf(site, await openBrowser());

enginesForAlec(windows);
chessOnSaturdays(windows);
