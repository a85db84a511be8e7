import { alongsiders, evidenceReaders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { PersonPath } from '../../people/people.forms.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { siteLookedAt, WhichSite } from '../looking/which-site.ts';
import { NotYetPage, PersonMeterPage, SiteMeterPage } from './meter.pages.tsx';
import { notYetAt, personMeter, siteMeter } from './meter.store.ts';

export function meterRoutes(house: House): void {
  house.get('/people/:id/how-it-has-been', {
    name: 'What a person has been put through',
    may: alongsiders,
    params: PersonPath,
    act: async ({ db, params }) => {
      const { personId, reason } = await openPerson(db, params.id);
      const value = {
        identity: await identityOf(db, personId),
        today: dayOf(nowOf(db)),
        meter: await personMeter(db, personId),
      };
      return shown(value, [personId], reason ?? undefined);
    },
    page: PersonMeterPage,
  });

  house.get('/evidence/how-it-has-been', {
    name: 'What people of a site have been put through',
    may: evidenceReaders,
    query: WhichSite,
    act: async ({ db, query }) => {
      const looked = await siteLookedAt(db, query);
      return shown({ looked, meter: await siteMeter(db, looked.site, looked.asOf) });
    },
    page: SiteMeterPage,
  });

  house.get('/evidence/not-yet', {
    name: 'What rules said not yet to',
    may: alongsiders,
    query: WhichSite,
    act: async ({ db, query }) => {
      const looked = await siteLookedAt(db, query);
      return shown({ looked, ...(await notYetAt(db, looked.site, looked.asOf)) });
    },
    page: NotYetPage,
  });
}
