import type { House } from '../../platform/http/house.ts';
import { answerRoutes } from './answer.routes.ts';
import { keepingRoutes } from './keeping/keeping.routes.ts';
import { callRoutes } from './stewards/calls.routes.ts';

/** "Is this still right?": how groups answer, whom stewards ring, and how each is asked. */
export function askingRoutes(house: House): void {
  answerRoutes(house);
  callRoutes(house);
  keepingRoutes(house);
}
