import { aboutRoutes } from './access/about/about.routes.ts';
import { governanceRoutes } from './access/governance/governance.routes.ts';
import { openPublicVisit } from './access/links/public-visits.store.ts';
import { gettingInRoutes } from './access/own-page/getting-in.routes.tsx';
import { keyDoorRoutes } from './access/own-page/passkeys/key-door.routes.ts';
import { ownProviderRoutes } from './access/own-page/sign-ins/own-provider.routes.ts';
import {
  alongsideNobody,
  alongsiders,
  delegates,
  directoryReaders,
  everyone,
  evidenceReaders,
  governance,
  themselves,
} from './access/roles.ts';
import { houseEnglish } from './access/said/house-english.ts';
import { type OidcSettings, oidcRoutes } from './access/signing-in/oidc.routes.tsx';
import { openVisit } from './access/signing-in/sessions.store.ts';
import { signInRoutes } from './access/signing-in/sign-in.routes.tsx';
import { communityRoutes } from './community/community.routes.ts';
import { advocacyRoutes } from './conversations/advocacy/advocacy.routes.ts';
import { calendarRoutes } from './conversations/calendar/calendar.routes.ts';
import { comingNext } from './conversations/calendar/coming-next.store.ts';
import { conversationRoutes } from './conversations/conversations.routes.ts';
import { crisisRoutes } from './conversations/crisis/crisis.routes.ts';
import { gateRoutes } from './conversations/gate/gate.routes.ts';
import { keepRefusedOnce } from './conversations/refused.store.ts';
import { safeguardingRoutes } from './conversations/safeguarding/safeguarding.routes.ts';
import { amongRoutes } from './evidence/among/among.routes.ts';
import { broughtRoutes } from './evidence/brought/brought.routes.ts';
import { costRoutes } from './evidence/cost/cost.routes.ts';
import { drillRoutes } from './evidence/drill/drill.routes.ts';
import { exchangeRoutes } from './evidence/exchange/exchange.routes.ts';
import { howItWentRoutes } from './evidence/how-it-went/how-it-went.routes.ts';
import { meterRoutes } from './evidence/meter/meter.routes.ts';
import { publishingRoutes } from './evidence/publishing/publishing.routes.ts';
import { rulesRoutes } from './evidence/rules/rules.routes.ts';
import { evidenceRoutes } from './evidence/site/evidence.routes.ts';
import { siteStoryRoutes } from './evidence/site/voices/site-stories.routes.ts';
import { siteRoutes } from './evidence/sites/sites.routes.ts';
import { ownRoutes } from './own/own.routes.ts';
import { doorLanguages } from './own/words/languages.ts';
import { contactRoutes } from './people/contacts/contacts.routes.ts';
import { lookingRoutes } from './people/looking/looking.routes.ts';
import { peopleRoutes } from './people/people.routes.ts';
import { planRoutes } from './plans/plans.routes.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/db/council.ts';
import { serveAssets } from './platform/http/assets.ts';
import { answerErrors } from './platform/http/errors.tsx';
import { buildHouse, type House } from './platform/http/house.ts';
import { openApiOf } from './platform/http/openapi.ts';
import { createServer } from './platform/http/server.ts';
import { retellingRoutes } from './stories/retelling/retelling.routes.ts';
import { storiesOutRoutes } from './stories/stories-out.routes.ts';

export interface AppParts extends OidcSettings {
  database: Database;
  /** For evidence; a streaming replica when there is one. */
  readDatabase: Database;
  clock: Clock;
  isSecure: boolean;
  logLevel: string;
  isReady: () => Promise<boolean>;
  busyAfterMs?: number;
}

/** The contents page of the whole: guards in order, then one line for each domain. */
export async function createApp(parts: AppParts): Promise<House> {
  const server = await createServer(parts);
  await serveAssets(server);
  const house = buildHouse({
    ...parts,
    server,
    openVisit,
    openPublicVisit,
    keepRefused: keepRefusedOnce,
    said: houseEnglish,
    nav,
    footer,
  });
  answerErrors(house);
  signInRoutes(house);
  oidcRoutes(house, parts);
  const door = { house, languages: doorLanguages };
  gettingInRoutes(door);
  keyDoorRoutes(door);
  ownProviderRoutes(door, parts);
  aboutRoutes(house);
  governanceRoutes(house);
  peopleRoutes(house, comingNext);
  lookingRoutes(house);
  contactRoutes(house);
  communityRoutes(house);
  conversationRoutes(house);
  calendarRoutes(house, parts);
  gateRoutes(house);
  planRoutes(house);
  crisisRoutes(house);
  safeguardingRoutes(house);
  advocacyRoutes(house);
  retellingRoutes(house);
  storiesOutRoutes(house);
  ownRoutes(house);
  evidenceRoutes(house);
  amongRoutes(house);
  broughtRoutes(house);
  siteRoutes(house);
  siteStoryRoutes(house);
  howItWentRoutes(house);
  costRoutes(house);
  meterRoutes(house);
  drillRoutes(house);
  rulesRoutes(house);
  publishingRoutes(house);
  exchangeRoutes(house);
  server.get('/openapi.json', async () => openApiOf(house.routes, version));
  return house;
}

const version = '0.1.0';

const nav = [
  { href: '/my', text: 'My page', may: themselves },
  { href: '/shared', text: 'Shared with you', may: delegates },
  { href: '/today', text: 'Today', may: alongsiders },
  { href: '/calendar', text: 'Calendar', may: alongsiders },
  { href: '/people', text: 'People', may: alongsiders },
  { href: '/community', text: 'Community', may: directoryReaders },
  { href: '/stories', text: 'Stories', may: alongsiders },
  { href: '/stories/wall', text: 'Stories', may: alongsideNobody },
  { href: '/evidence', text: 'Evidence', may: evidenceReaders },
  { href: '/governance', text: 'Who looked', may: governance },
  { href: '/own-pictures', text: 'Pictures', may: ['administrator'] },
];

const footer = [
  { href: '/about/access', text: 'Accessibility' },
  { href: '/about/privacy', text: 'Who sees this' },
  { href: '/about/in-my-way', text: 'This gets in my way', may: everyone },
];
