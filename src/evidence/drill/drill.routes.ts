import { alongsiders } from '../../access/roles.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { shown } from '../../platform/http/routes.ts';
import { siteLookedAt } from '../looking/which-site.ts';
import { isSetBeside } from '../site/compared.ts';
import { DrillQuery } from './drill.forms.ts';
import { PeopleBehindPage } from './drill.pages.tsx';
import { figureAsked } from './figure-behind.ts';
import { peopleBehind } from './people-behind.store.ts';

export function drillRoutes(house: House): void {
  house.get('/evidence/people', {
    name: 'The people behind a figure',
    may: alongsiders,
    query: DrillQuery,
    act: async ({ db, query }) => {
      const asked = figureAsked(query);
      const looked = await siteLookedAt(db, query);
      const { site, asOf } = looked;
      if (!asked || (asked.group === 'elsewhere' && !isSetBeside(site))) throw new Unknown();
      const behind = await peopleBehind(db, { site, asOf }, asked, query.after ?? null);
      return shown(
        { looked, asked, isFirstPage: !query.after, ...behind },
        behind.named.map(({ personId }) => personId),
      );
    },
    page: PeopleBehindPage,
  });
}
