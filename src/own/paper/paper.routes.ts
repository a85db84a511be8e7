import { z } from 'zod';
import type { House } from '../../platform/http/house.ts';
import { ownGet } from '../frame/two-doors.routes.ts';
import { PaperPage } from './paper.pages.tsx';
import { readPaper } from './paper.store.ts';
import { sizes } from './paper.ts';

/** The whole of somebody's page to print, write in and send back. */
export function paperRoutes(house: House): void {
  ownGet(house, '/paper', {
    name: 'Their own page, on paper',
    query: z.object({ size: z.enum(sizes).catch('16') }),
    audit: 'print',
    act: async ({ db, own, query }) => ({ paper: await readPaper(db, own), size: query.size }),
    page: PaperPage,
  });
}
