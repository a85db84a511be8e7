import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { type CountedLoad, readCounted } from '../brought/counting/counted.store.ts';
import { DEFINITIONS_VERSION } from '../brought/counting/counted.ts';
import type { Measured } from '../measured.ts';
import { releaseOf } from '../publishing/cells.ts';
import { protect, type Release, type Standing } from '../publishing/disclosure.ts';
import type { Bundle } from '../publishing/telling/bundle.ts';
import { centilesOf } from '../publishing/telling/told-figures.ts';
import { CODE_VERSION, type ToldBeside, toldSite } from '../publishing/telling/told-site.ts';
import { definitions } from '../site/definitions.ts';

interface ToldRow {
  place: string;
  standing: Record<string, Standing>;
  beside: ToldBeside;
  asAt: Day;
  toldAt: Date;
}

/**
 * A brought history as another council may be given it: everybody, as at the file's last day, hidden and rounded as
 * whatever is published (E10), and audited against what was told of this history before. Null when none was read to its end.
 */
export async function historyBundle(db: CouncilDb, historyId: string): Promise<Bundle | null> {
  const counted = await readCounted(db, historyId, {});
  if (!counted) return null;
  const { load } = counted.load;
  const kept = await toldOf(db, historyId, load);
  if (kept) return kept;
  await keepTold(db, historyId, counted);
  return (await toldOf(db, historyId, load)) ?? null;
}

/** What was told of every history, the latest of each, for our own place among the others. */
export async function toldHistories(db: CouncilReader): Promise<Bundle[]> {
  return (await readTold(db, sql`true`)).map(bundleOf);
}

async function toldOf(db: CouncilReader, historyId: string, load: number): Promise<Bundle | undefined> {
  const [row] = await readTold(
    db,
    sql`t.history_id = ${historyId} and t.load = ${load} and t.definitions = ${DEFINITIONS_VERSION}`,
  );
  return row && bundleOf(row);
}

async function keepTold(db: CouncilDb, historyId: string, counted: CountedLoad): Promise<void> {
  const { load, asOf } = counted;
  const startedOn = load.firstOn ?? asOf;
  const measured = asMeasured(counted);
  await sql`select 1 from brought_history where council_id = ${councilOf(db)} and id = ${historyId} for update`.execute(
    db,
  );
  const [before] = await readRows<Pick<ToldRow, 'standing'>>(
    db,
    sql`select standing from brought_told where council_id = ${councilOf(db)} and history_id = ${historyId} order by told_at desc, load desc limit 1`,
  );
  const earlier = new Map(Object.entries(before?.standing ?? {}));
  const standing = protect(withoutEverybody(releaseOf(measured, ['site'], startedOn, asOf)), earlier);
  const beside: ToldBeside = {
    site: {
      name: load.name,
      startedOn,
      comparison: 'None: everybody who got in touch, as another system told it',
    },
    groups: ['site'],
    centiles: [centilesOf(measured, 'site')],
    isMadeUp: await isDemo(db),
    definitions: { ...definitions },
  };
  await sql`insert into brought_told (council_id, history_id, load, definitions, standing, beside, told_at)
    values (${councilOf(db)}, ${historyId}, ${load.load}, ${DEFINITIONS_VERSION}, ${JSON.stringify(Object.fromEntries(standing))}::jsonb,
      ${JSON.stringify({ ...beside, asAt: asOf })}::jsonb, ${nowOf(db)}) on conflict do nothing`.execute(db);
}

/** The counts of a history as those of a site's own people. */
function asMeasured({ counted: { windows, waits } }: CountedLoad): Measured {
  return {
    windows: windows.map((one) => ({ ...one, group: 'site' })),
    waits: [{ ...waits, group: 'site' }],
    ...{ reached: [], came: [], ends: [], weeks: [] },
  };
}

/**
 * How many there are in all is not told: in a file that knows what came of nearly everybody, the few of whom it is not known
 * yet would be told by taking away, and to hide them every window would have to be.
 */
const withoutEverybody = (release: Release): Release => ({
  ...release,
  cells: release.cells.map((cell) =>
    cell.key.endsWith('/everybody') ? { ...cell, isNeverTold: true } : cell,
  ),
});

async function isDemo(db: CouncilReader): Promise<boolean> {
  const [row] = await readRows<{ isDemo: boolean }>(
    db,
    sql`select is_demo as "isDemo" from council where council_id = ${councilOf(db)}`,
  );
  return row?.isDemo ?? false;
}

function readTold(db: CouncilReader, where: ReturnType<typeof sql>): Promise<ToldRow[]> {
  return readRows<ToldRow>(
    db,
    sql`select distinct on (t.history_id) c.name as place, t.standing, t.beside, t.beside ->> 'asAt' as "asAt", t.told_at as "toldAt"
      from brought_told t join council c on c.council_id = t.council_id
      where t.council_id = ${councilOf(db)} and ${where} order by t.history_id, t.told_at desc, t.load desc limit 100`,
  );
}

function bundleOf({ place, standing, beside, asAt, toldAt }: ToldRow): Bundle {
  const counts = new Map(Object.entries(standing).map(([cell, { told }]) => [cell, told]));
  const { site, groups, centiles, isMadeUp, definitions: words } = beside;
  const told = toldSite(
    place,
    { asAt, toldOn: dayOf(toldAt), codeVersion: CODE_VERSION },
    { site, groups, centiles, isMadeUp, definitions: words },
    counts,
  );
  return { ...told, reached: [] };
}
