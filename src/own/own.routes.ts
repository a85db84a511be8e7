import type { House } from '../platform/http/house.ts';
import { nowRoutes } from './now/now.routes.ts';
import { readingRoutes } from './reading/reading.routes.ts';

/** Everything at somebody's own page, part by part: one line for each. */
export function ownRoutes(house: House): void {
  nowRoutes(house);
  readingRoutes(house);
}
