import type { JSX } from 'preact';
import type { z } from 'zod';
import type { Role } from '../../../access/roles.ts';
import { type Day, dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { type Problem, Unknown } from '../../../platform/http/problems.ts';
import { type Again, type Done, done, type Shown, shown } from '../../../platform/http/routes.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { holdSite } from '../keeping.store.ts';
import type { KeptSite } from '../kept-site.ts';
import { AddsQuery, type SiteNoun, SitePath } from '../sites.forms.ts';
import { choicesOf, readSite, weeksBefore } from '../sites.store.ts';
import type { KeepingValue } from './keeping-value.ts';

/** Who keeps a site. */
export const keepers = ['site-lead'] as const satisfies readonly Role[];

/** What somebody said with a form, and the site it is about, held until it is written. */
export interface Saying<Body> {
  db: CouncilDb;
  site: KeptSite;
  body: Body;
  today: Day;
}

interface Keeping<Body> {
  noun: SiteNoun;
  name: string;
  body: z.ZodType<Body>;
  withWeeks?: boolean;
  /** Writes it down and gives the sentence to say, or where to go; or what is wrong, before anything is written. */
  save: (saying: Saying<Body>) => Promise<string | Done | Refusal | Problem[]>;
  page: (value: KeepingValue, frame: Frame, again?: Again) => JSX.Element;
}

/** One thing said of a site: its form, and the saying of it. Two who say something at once wait for each other. */
export function keep<Body>(house: House, keeping: Keeping<Body>): void {
  const { noun, name, body, save, page, withWeeks = false } = keeping;
  const url = `/evidence/sites/:id/${noun}`;
  house.get(url, {
    name,
    may: keepers,
    params: SitePath,
    query: AddsQuery,
    act: ({ db, visit, params, query }) =>
      pageOf(db, params.id, visit.actor.name, { withWeeks, adds: query.adds ?? null }),
    page,
  });
  house.post(url, {
    name,
    may: keepers,
    params: SitePath,
    body,
    act: async ({ db, params, body: said }) => {
      const site = await holdSite(db, params.id);
      const answer = await save({ db, site, body: said, today: dayOf(nowOf(db)) });
      return typeof answer === 'string' ? done(`/evidence/sites/${site.id}`, [], answer) : answer;
    },
    again: ({ db, visit, params }) => pageOf(db, params.id, visit.actor.name, { withWeeks }),
    page,
  });
}

/** What a form of a site is shown with. */
export async function pageOf(
  db: CouncilDb,
  id: string,
  writer: string,
  { withWeeks = false, adds = null }: { withWeeks?: boolean; adds?: string | null } = {},
): Promise<Shown<KeepingValue>> {
  const site = await readSite(db, id);
  if (!site) throw new Unknown();
  const today = dayOf(nowOf(db));
  const weeks = withWeeks ? await weeksBefore(db, site.teamId, site.startedOn ?? today) : [];
  return shown({ site, today, writer, choices: await choicesOf(db), adds, weeks });
}

/** @example problem('why', 'Write why it changes') */
export const problem = (field: string, message: string): Problem[] => [{ field, message }];
