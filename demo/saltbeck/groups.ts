import { harbourGroups } from './groups-harbour.ts';
import { townGroups } from './groups-town.ts';
import { villageGroups } from './groups-villages.ts';
import type { Group } from './script.ts';

/** Every invented group, place and service in and around Saltbeck. */
export const groups: Group[] = [...harbourGroups, ...townGroups, ...villageGroups];
