import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { measure } from '../measures.store.ts';
import { elsewhereName, isSetBeside } from '../site/compared.ts';
import { definitions } from '../site/definitions.ts';
import { type Site, siteLog } from '../site/site.store.ts';
import { placedStories } from '../site/voices/site-stories.store.ts';
import { isOfLine, linesTold } from './apart/breakdowns.ts';
import { protectApart } from './apart/protect-apart.ts';
import { auditedOf, holdSisters, type ToAudit } from './audit.store.ts';
import { releaseOf, toldGroups } from './cells.ts';
import { NothingSafe, type Release, type Standing, type Told } from './disclosure.ts';
import { mayPrepare } from './may-publish.ts';
import type { Bundle } from './telling/bundle.ts';
import { centilesOf, type ToldCounts } from './telling/told-figures.ts';
import { CODE_VERSION, type ToldBeside, toldSite } from './telling/told-site.ts';

/** What stands beside a figure: somebody's words, told with their yes. */
export interface Story {
  id: string;
  beside: 'people' | 'episodes' | 'returns' | 'waits';
  words: string;
  toldBy: string;
}

export interface Publication {
  id: string;
  siteId: string;
  version: number;
  preparedBy: { accountId: string; name: string };
  preparedOn: Day;
  agreedBy: string | null;
  stories: Story[];
  counts: ToldCounts;
  bundle: Bundle;
}

interface PublicationRow {
  id: string;
  siteId: string;
  place: string;
  version: number;
  asAt: Day;
  finding: string;
  beside: ToldBeside;
  codeVersion: string;
  preparedAt: Date;
  preparedBy: { accountId: string; name: string };
  agreedAt: Date | null;
  agreedBy: string | null;
  stories: Story[];
  counts: Record<string, Told>;
}

/** Counts a site as at today and keeps what everybody would be told of it, for a second person to read (E10). */
export async function preparePublication(
  db: CouncilDb,
  site: Site,
  isApart = false,
): Promise<Refusal | string> {
  const asAt = dayOf(nowOf(db));
  await holdSisters(db, site);
  const refusal = mayPrepare({ asAt, ...(await lastOf(db, site.id)) });
  if (refusal) return refusal;
  const [measured, log] = [await measure(db, { site, asOf: asAt }), await siteLog(db, site)];
  const isTapUsed = log.tap.some(({ isOn }) => !isOn);
  const isToldApart = { site: true, 'tap-off': isTapUsed, elsewhere: isSetBeside(site) };
  const groups = toldGroups.filter((group) => isToldApart[group]);
  const { name, startedOn, comparison } = site;
  const beside: ToldBeside = {
    site: {
      name,
      startedOn,
      comparison,
      ...(site.compared.kind === 'team' ? { setBeside: elsewhereName(site) } : {}),
      ...(site.comparisonMark ? { comparisonMark: site.comparisonMark } : {}),
    },
    groups,
    comparedTeamId: site.compared.teamId,
    centiles: groups.map((group) => centilesOf(measured, group)),
    isMadeUp: log.isMadeUp,
    definitions: { ...definitions },
  };
  const mine = releaseOf(measured, groups, startedOn, asAt);
  const audited = await auditedOf(db, { site, asAt, groups, release: mine, isApart });
  const all = protectedOf(audited, isApart);
  if (isRefusal(all)) return all;
  const standing = ofMine(mine, all);
  const counts = new Map([...standing].map(([cell, { told }]) => [cell, told]));
  if (isApart) beside.apart = linesTold(standing);
  const bundle = toldSite('', { asAt, toldOn: null, codeVersion: CODE_VERSION }, beside, counts);
  const id = newId();
  await sql`insert into publication (council_id, id, site_id, as_at, finding, told, code_version, prepared_at, prepared_by)
    values (${councilOf(db)}, ${id}, ${site.id}, ${asAt}, ${bundle.finding}, ${JSON.stringify(beside)}::jsonb, ${CODE_VERSION},
      ${nowOf(db)}, ${actorOf(db).accountId})`.execute(db);
  await keepCounts(db, id, standing);
  return id;
}

function protectedOf({ totals, whole }: ToAudit, isApart: boolean): Map<string, Standing> | Refusal {
  try {
    return protectApart(totals.release, whole?.release ?? null, totals.earlier, isApart);
  } catch (error) {
    if (!(error instanceof NothingSafe)) throw error;
    return refuse(
      'E10',
      'beside what everybody was told already, nothing more can be told without giving somebody away',
      'tell it as at a later day, when more people have been followed',
    );
  }
}

/** Of everything audited together, what this site itself tells. */
function ofMine({ cells }: Release, all: ReadonlyMap<string, Standing>): Map<string, Standing> {
  return new Map(
    [...cells.map(({ key }) => key), ...[...all.keys()].filter(isOfLine)].flatMap(
      (key): [string, Standing][] => {
        const one = all.get(key);
        return one ? [[key, { told: one.told, counted: one.counted }]] : [];
      },
    ),
  );
}

async function keepCounts(db: CouncilDb, id: string, standing: ReadonlyMap<string, Standing>): Promise<void> {
  const rows = JSON.stringify([...standing].map(([cell, one]) => ({ cell, ...one })));
  const council = councilOf(db);
  const all = sql`jsonb_to_recordset(${rows}::jsonb) as r(cell text, told integer, counted integer)`;
  await sql`insert into published_figure (council_id, publication_id, cell, told)
    select ${council}, ${id}, r.cell, r.told from ${all}`.execute(db);
  await sql`insert into count_behind (council_id, publication_id, cell, counted)
    select ${council}, ${id}, r.cell, r.counted from ${all}`.execute(db);
}

async function lastOf(
  db: CouncilReader,
  siteId: string,
): Promise<{ lastAsAt: Day | null; isInPreparation: boolean }> {
  const [row] = await readRows<{ lastAsAt: Day | null; isInPreparation: boolean }>(
    db,
    sql`select max(as_at) filter (where agreed_at is not null) as "lastAsAt",
      coalesce(bool_or(agreed_at is null and ended_at is null), false) as "isInPreparation"
      from publication where council_id = ${councilOf(db)} and site_id = ${siteId}`,
  );
  return row ?? { lastAsAt: null, isInPreparation: false };
}

/**
 * The publications that stand: in preparation, or open to all, one for each site. One that a later one took the place of
 * stays away when the later one is taken down. Reads no true count.
 */
export async function publications(
  db: CouncilReader,
  which: 'in preparation' | 'open to all',
): Promise<Publication[]> {
  if (which === 'in preparation') return read(db, sql`p.ended_at is null and p.agreed_at is null`);
  return read(
    db,
    sql`p.ended_at is null and p.agreed_at is not null and not exists (select from publication later
      where later.council_id = p.council_id and later.site_id = p.site_id and later.agreed_at is not null and later.as_at > p.as_at)`,
  );
}

export async function findPublication(db: CouncilReader, id: string): Promise<Publication | null> {
  return (await read(db, sql`p.id = ${id} and p.ended_at is null`))[0] ?? null;
}

async function read(db: CouncilReader, where: ReturnType<typeof sql>): Promise<Publication[]> {
  const council = councilOf(db);
  const rows = await readRows<PublicationRow>(
    db,
    sql`select distinct on (p.site_id) p.id, p.site_id as "siteId", c.name as place, p.version, p.as_at as "asAt", p.finding, p.told as beside,
      p.code_version as "codeVersion", p.prepared_at as "preparedAt", p.agreed_at as "agreedAt",
      json_build_object('accountId', a.id, 'name', a.name) as "preparedBy", b.name as "agreedBy",
      coalesce((select json_agg(json_build_object('id', s.id, 'beside', s.beside, 'words', s.words, 'toldBy', s.told_by) order by s.written_at, s.id)
        from publication_story s where s.council_id = ${council} and s.publication_id = p.id), '[]') as stories,
      coalesce((select json_object_agg(f.cell, f.told) from published_figure f
        where f.council_id = ${council} and f.publication_id = p.id), '{}') as counts
    from publication p join council c on c.council_id = p.council_id
      join account a on a.council_id = p.council_id and a.id = p.prepared_by
      left join account b on b.council_id = p.council_id and b.id = p.agreed_by
    where p.council_id = ${council} and ${where} order by p.site_id, p.as_at desc, p.id`,
  );
  const letOut = rows.length > 0 ? await placedStories(db, 'public') : [];
  const besideThem = ({ siteId }: PublicationRow): Story[] =>
    letOut
      .filter((one) => one.siteId === siteId)
      .map(({ id, beside, words, byWhom }) => ({ id, beside, words, toldBy: byWhom }));
  const all = rows.map((row) => publicationOf({ ...row, stories: [...row.stories, ...besideThem(row)] }));
  return all.sort((one, other) => (one.bundle.asAt < other.bundle.asAt ? 1 : -1));
}

function publicationOf(row: PublicationRow): Publication {
  const { id, siteId, version, preparedBy, agreedBy, stories, asAt, codeVersion } = row;
  const counts = new Map(Object.entries(row.counts));
  const toldOn = row.agreedAt ? dayOf(row.agreedAt) : null;
  const told = toldSite(row.place, { asAt, toldOn, codeVersion }, row.beside, counts);
  const bundle = { ...told, finding: row.finding };
  return {
    ...{ id, siteId, version, preparedBy, agreedBy, stories, counts, bundle },
    preparedOn: dayOf(row.preparedAt),
  };
}

/** Adds a story to one still in preparation; false when it has gone out or been set aside meanwhile. */
export async function addStory(
  db: CouncilDb,
  publicationId: string,
  story: Omit<Story, 'id'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update publication set version = version + 1
    where council_id = ${councilOf(db)} and id = ${publicationId} and agreed_at is null and ended_at is null`.execute(
    db,
  );
  if (!numAffectedRows) return false;
  await sql`insert into publication_story (council_id, id, publication_id, beside, words, told_by, written_at, written_by)
    values (${councilOf(db)}, ${newId()}, ${publicationId}, ${story.beside}, ${story.words}, ${story.toldBy}, ${nowOf(db)},
      ${actorOf(db).accountId})`.execute(db);
  return true;
}

/** A second person's yes to exactly what they read; false when it has changed since. */
export async function agreeTo(db: CouncilDb, publicationId: string, version: number): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update publication set agreed_at = ${nowOf(db)}, agreed_by = ${actorOf(db).accountId},
    version = version + 1 where council_id = ${councilOf(db)} and id = ${publicationId} and version = ${version}
    and agreed_at is null and ended_at is null`.execute(db);
  return Boolean(numAffectedRows);
}

/** Sets one aside, or takes it down from everybody's sight at once. */
export async function endPublication(db: CouncilDb, publicationId: string, why: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update publication set ended_at = ${nowOf(db)}, ended_by = ${actorOf(db).accountId},
    why_ended = ${why}, version = version + 1 where council_id = ${councilOf(db)} and id = ${publicationId} and ended_at is null`.execute(
      db,
    );
  return Boolean(numAffectedRows);
}
