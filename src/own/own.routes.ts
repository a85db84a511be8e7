import type { House } from '../platform/http/house.ts';
import { aboutRoutes } from './about/about.routes.ts';
import { aroundOwnRoutes } from './around/around.routes.ts';
import { caringRoutes } from './caring/caring.routes.ts';
import { entitledRoutes } from './entitled/entitled.routes.ts';
import { ideasRoutes } from './ideas/ideas.routes.ts';
import { lettersRoutes } from './letters/letters.routes.ts';
import { lookedRoutes } from './looked/looked.routes.ts';
import { messageRoutes } from './messages/messages.routes.ts';
import { nowRoutes } from './now/now.routes.ts';
import { paperRoutes } from './paper/paper.routes.ts';
import { planRoutes } from './plan/plan.routes.ts';
import { ownPosterRoutes } from './posters/posters.routes.ts';
import { pictureBankRoutes } from './reading/bank.routes.tsx';
import { readingRoutes } from './reading/reading.routes.ts';
import { sayRoutes } from './say/say.routes.ts';
import { sharedRoutes } from './shared/shared.routes.ts';
import { sharingRoutes } from './sharing/sharing.routes.ts';
import { storiesRoutes } from './stories/stories.routes.ts';
import { talkedRoutes } from './talked/talked.routes.ts';
import { waysInRoutes } from './ways-in/ways-in.routes.ts';
import { wishesRoutes } from './wishes/wishes.routes.ts';

/** Everything at somebody's own page, part by part: one line for each. */
export function ownRoutes(house: House): void {
  aboutRoutes(house);
  aroundOwnRoutes(house);
  caringRoutes(house);
  nowRoutes(house);
  readingRoutes(house);
  pictureBankRoutes(house);
  talkedRoutes(house);
  planRoutes(house);
  lettersRoutes(house);
  ideasRoutes(house);
  lookedRoutes(house);
  sayRoutes(house);
  messageRoutes(house);
  wishesRoutes(house);
  waysInRoutes(house);
  entitledRoutes(house);
  paperRoutes(house);
  sharingRoutes(house);
  storiesRoutes(house);
  ownPosterRoutes(house);
  sharedRoutes(house);
}
