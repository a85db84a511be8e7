import type { House } from '../platform/http/house.ts';
import { restRoutes } from './rest/rest.routes.ts';
import { taggingRoutes } from './tagging/tagging.routes.ts';
import { todayRoutes } from './today/today.routes.ts';
import { writingRoutes } from './writing/writing.routes.ts';

/** Conversation 1 and what all three share; conversations 2 and 3 bring their own. */
export function conversationRoutes(house: House): void {
  todayRoutes(house);
  writingRoutes(house);
  taggingRoutes(house);
  restRoutes(house);
}
