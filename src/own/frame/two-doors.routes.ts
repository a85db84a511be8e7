import { z } from 'zod';
import { alongsiders, themselves } from '../../access/roles.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import type { Problem, Typed } from '../../platform/http/problems.ts';
import { type Changing, type Done, done, type Reading, shown } from '../../platform/http/routes.ts';
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import { againIn, type FormIn, formIn } from '../words/again-in.ts';
import { english } from '../words/english.ts';
import { enoughToday } from './enough-today.store.ts';
import { openMine, openTogether } from './own.store.ts';
import { type Own, type WayToTell, waysToTell } from './own.ts';

type Shape = z.ZodRawShape;

interface Asked<Params, Query> {
  db: CouncilDb;
  own: Own;
  params: Params;
  query: Query;
}

/** A page of somebody's own. Its value is given `own`; its JSON is the value without it. */
export interface OwnReading<P extends Shape, Query, Value extends object>
  extends Pick<
    Reading<unknown, Query, Value & { own: Own }>,
    'name' | 'query' | 'audit' | 'page' | 'file' | 'json'
  > {
  params?: z.ZodObject<P>;
  act: (asked: Asked<z.infer<z.ZodObject<P>>, Query>) => Promise<Value>;
}

/** What a change on one's own page answers: where to go within the page (`/agreed`), and what is said there. */
export interface OwnDone {
  to: string;
  /** An address outside it, instead: when there is no page of theirs left to go to. */
  away?: string;
  said?: string;
  made?: Record<string, unknown>;
}

/** A change on somebody's own page; `told` is how a worker heard it, null when they wrote it themselves. */
export interface OwnChanging<P extends Shape, B extends Shape, Value extends object>
  extends Pick<Changing<unknown, unknown, unknown, Value>, 'name'> {
  params?: z.ZodObject<P>;
  /** What is wrong with it is said in the words of whose page it is. */
  body: FormIn<z.ZodObject<B>>;
  act: (
    asked: Asked<z.infer<z.ZodObject<P>>, unknown> & {
      body: z.infer<z.ZodObject<B>>;
      told: WayToTell | null;
    },
  ) => Promise<OwnDone | Refusal | Problem[]>;
  /** The page the form came from, made again. */
  again: (asked: Asked<z.infer<z.ZodObject<P>>, unknown> & { typed: Typed }) => Promise<Value>;
  page: Changing<unknown, unknown, unknown, Value & { own: Own }>['page'];
}

const together = '/people/:id/together';
const PersonId = z.object({ id: z.uuid() });

/** One page at two doors: the person's own (`/my…`), and a worker's who reads it with them (`/people/:id/together…`). */
export function ownGet<P extends Shape, Query, Value extends object>(
  house: House,
  url: string,
  route: OwnReading<P, Query, Value>,
): void {
  const { act, params, ...rest } = route;
  const parts = params ?? z.object({} as P);
  const json = route.json ?? (({ own: _own, ...value }: Value & { own: Own }) => value);
  house.get(`/my${url}`, {
    ...rest,
    may: themselves,
    params: parts,
    json,
    act: async ({ db, params, query }) => {
      const own = await openMine(db);
      return shown({ ...(await act({ db, own, params, query })), own }, [own.personId]);
    },
  });
  house.get(`${together}${url}`, {
    ...rest,
    name: `${route.name}, read together`,
    may: alongsiders,
    params: PersonId.and(parts),
    json,
    act: async ({ db, params, query }) => {
      const { own, reason } = await openTogether(db, params.id);
      return shown({ ...(await act({ db, own, params, query })), own }, [own.personId], reason);
    },
  });
}

/** One form at two doors, as `ownGet`. At the worker's it also asks how they were told. */
export function ownPost<P extends Shape, B extends Shape, Value extends object>(
  house: House,
  url: string,
  route: OwnChanging<P, B, Value>,
): void {
  const { act, again, params, name } = route;
  const parts = params ?? z.object({} as P);
  const body = formIn(route.body, english);
  const page: typeof route.page = (value, frame, back) =>
    route.page(value, frame, againIn(value.own.words, route.body, back));
  house.post(`/my${url}`, {
    ...{ name, page, body, params: parts, may: themselves },
    act: async ({ db, params, query, body }) => {
      const own = await openMine(db);
      const enough = await enoughToday(db, own, url);
      return enough ?? doneAt(own, await act({ db, own, params, query, body, told: null }));
    },
    again: async ({ db, params, query, typed }) => {
      const own = await openMine(db);
      return shown({ ...(await again({ db, own, params, query, typed })), own }, [own.personId]);
    },
  });
  house.post(`${together}${url}`, {
    ...{ page, name: `${name}, told to a worker`, may: alongsiders, params: PersonId.and(parts) },
    body: z.intersection(body, z.object({ told: z.enum(waysToTell).default('together') })),
    act: async ({ db, params, query, body }) => {
      const { own } = await openTogether(db, params.id);
      return doneAt(own, await act({ db, own, params, query, body, told: body.told }));
    },
    again: async ({ db, params, query, typed }) => {
      const { own, reason } = await openTogether(db, params.id);
      return shown({ ...(await again({ db, own, params, query, typed })), own }, [own.personId], reason);
    },
  });
}

function doneAt(own: Own, result: OwnDone | Refusal | Problem[]): Done | Refusal | Problem[] {
  if (Array.isArray(result) || isRefusal(result)) return result;
  return done(result.away ?? `${own.base}${result.to}`, [own.personId], result.said, result.made);
}
