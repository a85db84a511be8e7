import type { House } from '../../platform/http/house.ts';
import { communityConversationRoutes } from './conversations/conversations.routes.ts';
import { visitRoutes } from './visits/visits.routes.ts';
import { walkingRoutes } from './walking/walking.routes.ts';

/** Knowing the patch: where we have been, what neighbours talked about, and whom we walk alongside. */
export function patchRoutes(house: House): void {
  visitRoutes(house);
  communityConversationRoutes(house);
  walkingRoutes(house);
}
