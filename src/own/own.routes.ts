import type { House } from '../platform/http/house.ts';
import { aboutRoutes } from './about/about.routes.ts';
import { nowRoutes } from './now/now.routes.ts';
import { readingRoutes } from './reading/reading.routes.ts';
import { sayRoutes } from './say/say.routes.ts';
import { sharedRoutes } from './shared/shared.routes.ts';
import { sharingRoutes } from './sharing/sharing.routes.ts';
import { talkedRoutes } from './talked/talked.routes.ts';

/** Everything at somebody's own page, part by part: one line for each. */
export function ownRoutes(house: House): void {
  aboutRoutes(house);
  nowRoutes(house);
  readingRoutes(house);
  talkedRoutes(house);
  sayRoutes(house);
  sharingRoutes(house);
  sharedRoutes(house);
}
