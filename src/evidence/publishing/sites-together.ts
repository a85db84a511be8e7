import type { Day } from '../../platform/clock.ts';
import type { SetBeside } from '../counting/groups.store.ts';
import { isOfLine } from './apart/breakdowns.ts';
import type { Sum } from './bounds.ts';
import type { ToldGroup } from './cells.ts';
import type { Cell, Release, Standing } from './disclosure.ts';

/** What one site would tell as at a day, and whose people its groups are. */
export interface SiteTold {
  siteId: string;
  teamId: string;
  compared: SetBeside;
  groups: readonly ToldGroup[];
  release: Release;
  /** How each of its counts stood when it was last told, and as at which day. */
  earlier: ReadonlyMap<string, Standing>;
  earlierAsAt: Day | null;
}

/** Another site of the council with the same first day, told as at the same day; that cannot be taken back. */
export interface AlreadyTold extends SiteTold {
  standing: ReadonlyMap<string, Standing>;
}

/** Several sites as one release, to be protected as one; the first site's counts keep their own names. */
export interface Audited {
  release: Release;
  earlier: Map<string, Standing>;
}

/** Everybody whom no team that is named answered. */
const REST = 'no team named';

/**
 * E10: sites that began on one day and are told as at one day count the same people twice over: whoever one team answered is
 * among those answered elsewhere for the other. A reader of both pages may set one against the other, so both are
 * audited as one: what each team answered is a count that nobody is told and that every page adds up from.
 * Sites told as at different days share no count exactly, and are audited each with its own time before.
 * @example protect(together(harbour, [marsh]).release, together(harbour, [marsh]).earlier)
 */
export function together(mine: SiteTold, others: readonly AlreadyTold[]): Audited {
  if (others.length === 0) return { release: mine.release, earlier: new Map(mine.earlier) };
  const sites = [mine, ...others];
  const name = (site: SiteTold, key: string): string => (site === mine ? key : `${site.siteId}: ${key}`);
  const known = others.map((site) => dated(site, (key) => name(site, key)));
  const wasTogether = others.every(({ earlierAsAt }) => earlierAsAt === mine.earlierAsAt);
  const shared = sharedBy(sites, name, !wasTogether);
  return {
    release: {
      cells: [...mine.release.cells, ...known.flatMap(({ cells }) => cells), ...shared.cells],
      sums: [...mine.release.sums, ...known.flatMap(({ sums }) => sums), ...shared.sums],
      within: [...mine.release.within, ...known.flatMap(({ within }) => within)],
    },
    earlier: new Map([
      ...mine.earlier,
      ...others.flatMap((site) =>
        [...site.earlier].map(([key, one]): [string, Standing] => [name(site, key), one]),
      ),
    ]),
  };
}

/** Another site's release under names of its own, each count as it has been told. */
function dated({ release, standing }: AlreadyTold, name: (key: string) => string): Release {
  return {
    cells: release.cells.map(({ key, ...cell }) => {
      const already = standing.get(key);
      return already ? { ...cell, key: name(key), already } : { ...cell, key: name(key), isNeverTold: true };
    }),
    sums: release.sums.map(({ whole, parts, ...sum }) => ({
      ...sum,
      whole: name(whole),
      parts: parts.map(name),
    })),
    within: release.within.map(([part, whole]) => [name(part), name(whole)]),
  };
}

/** Every count of whom each team answered, and the sums in which the sites' told counts share it. */
function sharedBy(
  sites: readonly SiteTold[],
  name: (site: SiteTold, key: string) => string,
  isOnlyNow: boolean,
): Pick<Release, 'cells' | 'sums'> {
  const teams = [...new Set(sites.flatMap(({ teamId, compared }) => [teamId, compared.teamId ?? teamId]))];
  const everywhere = [...teams, REST];
  const first = sites[0]?.release.cells ?? [];
  const cells = first.flatMap((cell) => {
    const kind = kindOf(cell.key);
    return kind?.group === 'site' ? everywhere.map((team) => answered(cell, team, sites, teams)) : [];
  });
  const names = new Set(cells.map(({ key }) => key));
  const sums = sites.flatMap((site) =>
    site.release.cells.flatMap(({ key }) => {
      const kind = kindOf(key);
      const of = (team: string): string => answeredKey(team, key);
      if (!kind || !names.has(of(REST))) return [];
      const told = name(site, key);
      if (kind.group === 'elsewhere')
        return [{ whole: told, parts: besideOf(site, everywhere).map(of), isOnlyNow }];
      if (kind.group !== 'site') return [];
      const off = key.replace('/site/', '/tap-off/');
      const isTapTold = site.groups.includes('tap-off') && !isOfLine(key);
      return [{ whole: of(site.teamId), parts: [told, ...(isTapTold ? [name(site, off)] : [])], isOnlyNow }];
    }),
  );
  return { cells, sums: [...sums, ...everywhere.flatMap((team) => ofOneTeam(sites[0]?.release, team))] };
}

/** What adds up within a site adds up for whomever one team answered. */
const ofOneTeam = (release: Release | undefined, team: string): Sum[] =>
  (release?.sums ?? [])
    .filter(({ whole }) => kindOf(whole)?.group === 'site')
    .map(({ whole, parts }) => ({
      whole: answeredKey(team, whole),
      parts: parts.map((key) => answeredKey(team, key)),
    }));

/** Whoever was answered by one of these is beside the site. */
function besideOf({ teamId, compared }: SiteTold, everywhere: readonly string[]): readonly string[] {
  return compared.teamId ? [compared.teamId] : everywhere.filter((team) => team !== teamId);
}

const kindOf = (key: string): { group: string } | null => {
  const [, group] = key.split('/');
  return group ? { group } : null;
};

/** The same count of whomever one team answered. Nobody is told it. */
const answered = (
  { key, isKnownNone }: Cell,
  team: string,
  sites: readonly SiteTold[],
  teams: readonly string[],
): Cell => ({
  key: answeredKey(team, key),
  count: team === REST ? atRest(key, sites, teams) : countAt(key, team, sites),
  isNeverTold: true,
  ...(isKnownNone ? { isKnownNone } : {}),
});

/** What one team's people came to: counted by its own site, or by the site set beside it. */
function countAt(key: string, team: string, sites: readonly SiteTold[]): number {
  const own = sites.find(({ teamId }) => teamId === team);
  if (own) return countIn(own, key, 'site') + countIn(own, key, 'tap-off');
  const beside = sites.find(({ compared }) => compared.teamId === team);
  return beside ? countIn(beside, key, 'elsewhere') : 0;
}

/** Those a site counts elsewhere and no named team answered; none where every site is set beside one team. */
function atRest(key: string, sites: readonly SiteTold[], teams: readonly string[]): number {
  const open = sites.find(({ compared, groups }) => !compared.teamId && groups.includes('elsewhere'));
  if (!open) return 0;
  const named = teams.filter((team) => team !== open.teamId).map((team) => countAt(key, team, sites));
  return Math.max(
    0,
    named.reduce((rest, count) => rest - count, countIn(open, key, 'elsewhere')),
  );
}

const countIn = ({ release }: SiteTold, key: string, group: ToldGroup): number =>
  release.cells.find((cell) => cell.key === key.replace('/site/', `/${group}/`))?.count ?? 0;

function answeredKey(team: string, key: string): string {
  const [measure, , ...rest] = key.split('/');
  return `answered by ${team}/${measure}/${rest.join('/')}`;
}
