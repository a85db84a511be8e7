import type { CouncilReader } from '../../platform/db/council.ts';
import { advocacyOf } from '../advocacy/advocacy.store.ts';
import { hasOpenEnquiry } from './enquiries.store.ts';
import type { Protection } from './protection.ts';

/** N2 and N3 as they stand for somebody, for the rules that look at them. */
export async function protectionOf(db: CouncilReader, personId: string): Promise<Protection> {
  return {
    hasOpenEnquiry: await hasOpenEnquiry(db, personId),
    advocacy: await advocacyOf(db, personId),
  };
}
