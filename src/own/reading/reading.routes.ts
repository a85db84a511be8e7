import type { House } from '../../platform/http/house.ts';
import { pathOf } from '../frame/places.ts';
import { ownPost } from '../frame/two-doors.routes.ts';
import { ReadingForm } from './reading.forms.ts';
import { ReadingPage } from './reading.pages.tsx';
import { keepReading } from './reading.store.ts';

/** How somebody likes their page to read. */
export function readingRoutes(house: House): void {
  ownPost(house, '/reading', {
    name: 'How their own page reads',
    body: ReadingForm,
    act: async ({ db, own, body }) => {
      await keepReading(db, own.personId, body.reading);
      return { to: pathOf(body.place), said: own.words.reading.changed };
    },
    again: async () => ({}),
    page: ReadingPage,
  });
}
