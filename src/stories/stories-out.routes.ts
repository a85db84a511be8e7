import type { House } from '../platform/http/house.ts';
import { posterRoutes } from './posters/posters.routes.ts';
import { wallRoutes } from './wall/wall.routes.ts';

/** Stories where others read them: walls and posters. Telling them and letting them out is on their tellers' own pages. */
export function storiesOutRoutes(house: House): void {
  wallRoutes(house);
  posterRoutes(house);
}
