import { type RawBuilder, sql } from 'kysely';
import { accessNeeds, type Wishes } from './wishes.ts';

/** One wish, as a listing `l` answers it. */
interface WishSql {
  /** It says yes. */
  isSaid: RawBuilder<boolean>;
  /** It says nothing of it: worth asking. */
  isUnsaid: RawBuilder<boolean>;
}

/** What a listing has to say for itself to be shown: no wish it says no to. Those that do not say are told apart. */
export function wishesOf(wishes: Partial<Wishes>): {
  isPossible: RawBuilder<boolean>;
  isSaid: RawBuilder<boolean>;
} {
  const each = [
    ...dayWish(wishes),
    ...costWish(wishes),
    ...accessWishes(wishes),
    ...languageWish(wishes),
    ...ageWish(wishes),
    ...wayWish(wishes),
  ];
  const all = (parts: RawBuilder<boolean>[]) =>
    parts.length ? sql<boolean>`(${sql.join(parts, sql` and `)})` : sql<boolean>`true`;
  return {
    isPossible: all(each.map(({ isSaid, isUnsaid }) => sql<boolean>`(${isSaid} or ${isUnsaid})`)),
    isSaid: all(each.map(({ isSaid }) => sql<boolean>`coalesce(${isSaid}, false)`)),
  };
}

function dayWish({ day }: Partial<Wishes>): WishSql[] {
  if (!day) return [];
  return [{ isSaid: sql`${day} = any (l.days)`, isUnsaid: sql`l.days = '{}'` }];
}

/** Free is free for everybody; otherwise the least anybody pays counts, concessions too. */
function costWish({ costAtMost }: Partial<Wishes>): WishSql[] {
  if (costAtMost === null || costAtMost === undefined) return [];
  const isFound = (path: string) =>
    sql<boolean>`jsonb_path_exists(l.costs, ${path}::jsonpath, ${JSON.stringify({ most: costAtMost })}::jsonb)`;
  const isSaid =
    costAtMost === 0 ? sql<boolean>`not ${isFound('$[*] ? (@ > 0)')}` : isFound('$[*] ? (@ <= $most)');
  return [{ isSaid: sql`(l.costs <> '[]' and ${isSaid})`, isUnsaid: sql`l.costs = '[]'` }];
}

/** Nobody writes that there is no hearing loop, so a listing that does not speak of a need may still meet it. */
function accessWishes({ access = [] }: Partial<Wishes>): WishSql[] {
  return access.map((need) => {
    const meets = isAccessMet(accessNeeds[need].words);
    return { isSaid: meets, isUnsaid: sql`not ${meets}` };
  });
}

/** What a listing `l` says of its accessibility speaks of this. */
export function isAccessMet(words: readonly string[]): RawBuilder<boolean> {
  const queries = words.map((word) => sql`phraseto_tsquery('english', ${word})`);
  return sql<boolean>`l.access @@ (${sql.join(queries, sql` || `)})`;
}

function languageWish({ language }: Partial<Wishes>): WishSql[] {
  if (!language) return [];
  return [
    { isSaid: sql`l.languages @@ plainto_tsquery('simple', ${language})`, isUnsaid: sql`l.languages = ''` },
  ];
}

function ageWish({ age }: Partial<Wishes>): WishSql[] {
  if (age === null || age === undefined) return [];
  return [
    {
      isSaid: sql`${age} >= coalesce(l.minimum_age, 0) and ${age} <= coalesce(l.maximum_age, 200)`,
      isUnsaid: sql`false`,
    },
  ];
}

function wayWish({ way }: Partial<Wishes>): WishSql[] {
  if (!way) return [];
  return [{ isSaid: sql`l.ways @> ${JSON.stringify([way])}::jsonb`, isUnsaid: sql`l.ways = '[]'` }];
}
