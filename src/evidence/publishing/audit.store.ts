import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { measure } from '../measures.store.ts';
import { type Site, sitesOf } from '../site/site.store.ts';
import { countLines } from './apart/breakdowns.store.ts';
import { hasLines, lineValues, withLines } from './apart/breakdowns.ts';
import { releaseOf, type ToldGroup } from './cells.ts';
import type { Release, Standing } from './disclosure.ts';
import { type AlreadyTold, type Audited, type SiteTold, together } from './sites-together.ts';

/** What is audited: the totals, and the totals with their lines where lines are asked for or were told before. */
export interface ToAudit {
  totals: Audited;
  whole: Audited | null;
}

interface Asked {
  site: Site;
  asAt: Day;
  groups: readonly ToldGroup[];
  release: Release;
  isApart: boolean;
}

/** One site's release with everything a reader could set beside it: what it told before, and its sister sites' pages (E10). */
export async function auditedOf(db: CouncilDb, { isApart, ...asked }: Asked): Promise<ToAudit> {
  const { site, asAt } = asked;
  const mine = await siteTold(db, site, asked);
  const sisters: Sister[] = [];
  for (const one of await toldThatDay(db, site, asAt)) {
    const theirs = releaseOf(
      await measure(db, { site: one.site, asOf: asAt }),
      one.groups,
      site.startedOn,
      asAt,
    );
    const told = await siteTold(db, one.site, { asAt, groups: one.groups, release: theirs });
    sisters.push({ site: one.site, told: { ...told, standing: await standingIn(db, one.publicationId) } });
  }
  return withTheirLines(db, { mine, site, sisters, asAt, isApart });
}

interface Sister {
  site: Site;
  told: AlreadyTold;
}

/** Lines of the same names for every site that tells any, or told any before, so that one page may be set against another. */
async function withTheirLines(
  db: CouncilDb,
  asked: { mine: SiteTold; site: Site; sisters: readonly Sister[]; asAt: Day; isApart: boolean },
): Promise<ToAudit> {
  const { mine, asAt } = asked;
  const isApart = asked.isApart || hasLines(mine.earlier);
  const ofMine = isApart ? await countLines(db, { site: asked.site, asOf: asAt }) : [];
  const ofSisters = [];
  for (const { site, told } of asked.sisters) {
    const isTold = hasLines(told.standing) || hasLines(told.earlier);
    ofSisters.push({ told, lines: isTold ? await countLines(db, { site, asOf: asAt }) : null });
  }
  const known = [mine, ...asked.sisters.map(({ told }) => told)].flatMap((one) => [...one.earlier.keys()]);
  const told = asked.sisters.flatMap((sister) => [...sister.told.standing.keys()]);
  const all = [...ofMine, ...ofSisters.flatMap(({ lines }) => lines ?? [])];
  const values = lineValues(all, [...known, ...told]);
  const others = ofSisters.map(({ told: one, lines }) => ({
    ...one,
    release: (lines && withLines(one.release, lines, values)) ?? one.release,
  }));
  const release = isApart ? withLines(mine.release, ofMine, values) : null;
  return { totals: together(mine, others), whole: release && together({ ...mine, release }, others) };
}

/** Sites with one first day are prepared one after another, so that the second always sees the first. */
export async function holdSisters(db: CouncilDb, { startedOn }: Site): Promise<void> {
  await sql`select 1 from site where council_id = ${councilOf(db)} and started_on = ${startedOn} order by id for update`.execute(
    db,
  );
}

async function siteTold(
  db: CouncilReader,
  site: Site,
  { asAt, groups, release }: { asAt: Day; groups: readonly ToldGroup[]; release: Release },
): Promise<SiteTold> {
  const { id: siteId, teamId, compared } = site;
  const last = await lastBefore(db, siteId, asAt);
  const told = last ? await standingIn(db, last.id) : new Map<string, Standing>();
  const isSameBeside = last?.comparedTeamId === compared.teamId;
  const earlier = new Map([...told].filter(([key]) => isSameBeside || !key.includes('/elsewhere/')));
  return { siteId, teamId, compared, groups, release, earlier, earlierAsAt: last?.asAt ?? null };
}

interface LastTold {
  id: string;
  asAt: Day;
  comparedTeamId: string | null;
}

/** The publication everybody was last told before this day, whether or not it has been taken down since. */
async function lastBefore(db: CouncilReader, siteId: string, asAt: Day): Promise<LastTold | undefined> {
  const [row] = await readRows<LastTold>(
    db,
    sql`select id, as_at as "asAt", told ->> 'comparedTeamId' as "comparedTeamId" from publication where council_id = ${councilOf(db)} and site_id = ${siteId}
      and agreed_at is not null and as_at < ${asAt} order by as_at desc limit 1`,
  );
  return row;
}

/** Other sites with the same first day, told or about to be told as at this day. */
async function toldThatDay(
  db: CouncilReader,
  site: Site,
  asAt: Day,
): Promise<{ site: Site; publicationId: string; groups: ToldGroup[] }[]> {
  const rows = await readRows<{ siteId: string; publicationId: string; groups: ToldGroup[] }>(
    db,
    sql`select p.site_id as "siteId", p.id as "publicationId", p.told -> 'groups' as groups from publication p
      join site s on s.council_id = p.council_id and s.id = p.site_id
      where p.council_id = ${councilOf(db)} and p.as_at = ${asAt} and p.site_id <> ${site.id} and s.started_on = ${site.startedOn}
        and (p.agreed_at is not null or p.ended_at is null) order by p.prepared_at, p.id`,
  );
  const sites = rows.length > 0 ? await sitesOf(db) : [];
  return rows.flatMap(({ siteId, ...row }) => {
    const other = sites.find(({ id }) => id === siteId);
    return other ? [{ ...row, site: other }] : [];
  });
}

/** How each count of a publication stands. */
async function standingIn(db: CouncilReader, publicationId: string): Promise<Map<string, Standing>> {
  const rows = await readRows<Standing & { cell: string }>(
    db,
    sql`select f.cell, f.told, b.counted from published_figure f
      join count_behind b on b.council_id = f.council_id and b.publication_id = f.publication_id and b.cell = f.cell
      where f.council_id = ${councilOf(db)} and f.publication_id = ${publicationId}`,
  );
  return new Map(rows.map(({ cell, told, counted }) => [cell, { told, counted }]));
}
