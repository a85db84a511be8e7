import { openSiteWithClock } from './clock-site.ts';
import { windowsOf } from './community/windows.ts';
import { aSiteBegins } from './evidence/a-site-begins.ts';
import { anotherPlace } from './evidence/another-place.ts';
import { everybodyIsTold } from './evidence/everybody-is-told.ts';
import { isItHelping } from './evidence/is-it-helping.ts';
import { walkOf } from './evidence/windows.ts';
import { openBrowser } from './site.ts';

// Is it helping: a lead, a director, a practitioner, a citizen and another council, by browser only and by links.
const site = await openSiteWithClock('2026-11-23T09:30:00Z');
const walk = walkOf(windowsOf(site, await openBrowser()));
let told = '';

isItHelping(walk);
everybodyIsTold(walk, (bundle) => {
  told = bundle;
});
anotherPlace(walk, {
  theirs: { analyst: 'Imke Brandt', place: 'Northmoor Council' },
  told: () => told,
});
aSiteBegins(walk);
