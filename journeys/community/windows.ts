import type { Browser } from 'playwright-core';
import type { SiteWithClock } from '../clock-site.ts';
import { pointer } from '../hands.ts';
import { type Worker, workerOf } from '../lives/steps.ts';
import { openWindow } from '../site.ts';

/** Who walks, each in a window of their own. */
export interface Windows {
  site: SiteWithClock;
  colleague(name: string): Promise<Worker>;
  /** Without an account, at a desk. */
  neighbour(): Promise<Worker>;
  /** Without an account and without JavaScript, on a telephone 320 pixels wide. */
  phone(): Promise<Worker>;
}

export function windowsOf(site: SiteWithClock, browser: Browser): Windows {
  const open = async (me: string, options: Parameters<typeof openWindow>[2]) => {
    const hands = pointer(await openWindow(browser, site, options));
    return workerOf({ site, hands, me, isLooking: options?.javaScriptEnabled !== false });
  };
  return {
    site,
    colleague: (name) => open(name, {}),
    neighbour: () => open('', {}),
    phone: () => open('', { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }),
  };
}
