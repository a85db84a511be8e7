import { openSiteWithClock } from './clock-site.ts';
import { pointer } from './hands.ts';
import { devLeavesHome } from './lives/dev-leaves-home.ts';
import { joyceAndTheNeighbour } from './lives/joyce-and-the-neighbour.ts';
import { margaretAndLen } from './lives/margaret-and-len.ts';
import { workerOf } from './lives/steps.ts';
import { openBrowser, openWindow } from './site.ts';

// Three people whom nobody has met, each from the first contact to a plan that changes, by browser only and by links.
// One clock moves on through all three; what ships is walked by the other journeys.
const site = await openSiteWithClock('2026-11-23T09:30:00Z');
const browser = await openBrowser();
const worker = async (javaScriptEnabled: boolean) =>
  workerOf({
    site,
    hands: pointer(await openWindow(browser, site, { javaScriptEnabled })),
    me: 'Rowan Teale',
    isLooking: javaScriptEnabled,
  });

margaretAndLen(() => worker(false));
devLeavesHome(() => worker(true));
joyceAndTheNeighbour(() => worker(true));
