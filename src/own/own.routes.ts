import type { House } from '../platform/http/house.ts';

/** Everything at somebody's own page, part by part: one line for each. */
export function ownRoutes(_house: House): void {}
