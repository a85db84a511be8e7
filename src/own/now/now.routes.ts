import { waysChangedOf } from '../../access/own-page/way-changed.store.ts';
import { comingFor } from '../../conversations/calendar/calendar.store.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { ownGet } from '../frame/two-doors.routes.ts';
import { saidOf } from '../say/say.store.ts';
import { shownForDays } from '../wishes/way-changed.ts';
import { comingToldOf } from './coming.ts';
import { NowPage } from './now.pages.tsx';
import { readNow } from './now.store.ts';

/** Of the calendar, so much is read: most of it is ours to do, and is left out. */
const mostOfCalendar = 60;

/** The first of somebody's own pages. */
export function nowRoutes(house: House): void {
  ownGet(house, '', {
    name: 'Their own page: now',
    act: async ({ db, own }) => {
      const now = await readNow(db, own.personId);
      const coming = comingToldOf(await comingFor(db, own.personId, mostOfCalendar));
      const said = await saidOf(
        db,
        now.promises.map(({ id }) => id),
      );
      const promises = now.promises.map((one) => ({ ...one, said: said.get(one.id) ?? [] }));
      const since = new Date(nowOf(db).getTime() - shownForDays * 86_400_000);
      const changed = await waysChangedOf(db, own.personId, { since, most: 3 });
      return { ...now, promises, coming, changed };
    },
    page: NowPage,
  });
}
