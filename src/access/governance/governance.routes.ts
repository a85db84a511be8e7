import { z } from 'zod';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { words } from '../../platform/http/reading.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { governance } from '../roles.ts';
import { brokenGlass } from './audit.store.ts';
import { GovernancePage } from './governance.pages.tsx';
import { lookOver } from './governance.store.ts';

const LookOverForm = z.object({ words: words('Write what you found', 1_000) });
const OpeningPath = z.object({ id: z.uuid() });

/** Information governance: every record opened out of the ordinary is read by somebody else. */
export function governanceRoutes(house: House): void {
  const page = async (db: CouncilDb) => {
    const opened = await brokenGlass(db);
    return shown(
      { opened },
      opened.map(({ personId }) => personId),
    );
  };
  house.get('/governance', {
    name: 'Records opened with a reason',
    may: governance,
    act: ({ db }) => page(db),
    page: GovernancePage,
  });
  house.post('/governance/:id/look-over', {
    name: 'Look over why a record was opened',
    may: governance,
    params: OpeningPath,
    body: LookOverForm,
    act: async ({ db, params, body }) => {
      const looked = await lookOver(db, params.id, body.words);
      return isRefusal(looked) ? looked : done('/governance', [looked.personId], 'Looked over.');
    },
    again: ({ db }) => page(db),
    page: GovernancePage,
  });
}
