import type { ComingNext } from '../../people/person-page.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { comingFor } from './calendar.store.ts';
import { whenInWords } from './calendar.ts';

/** What comes next for one person, for their own page, which stands before conversations and so is given it. */
export async function comingNext(db: CouncilReader, personId: string): Promise<ComingNext[]> {
  const today = dayOf(nowOf(db));
  const items = await comingFor(db, personId);
  return items.map((item) => ({
    says: item.says,
    when: whenInWords(item, today),
    isPast: item.by < today,
    link: item.link,
    act: item.act,
  }));
}
