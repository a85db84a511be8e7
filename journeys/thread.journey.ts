import { keyboard, pointer } from './hands.ts';
import { openBrowser, openSite, openWindow } from './site.ts';
import { walkTheThread } from './thread.ts';

const site = await openSite();
const browser = await openBrowser();

walkTheThread('the whole thread by keyboard alone', 'Winifred Harker', async () =>
  keyboard(await openWindow(browser, site)),
);

walkTheThread('the whole thread with JavaScript off', 'Desmond Achterberg', async () =>
  pointer(await openWindow(browser, site, { javaScriptEnabled: false })),
);
