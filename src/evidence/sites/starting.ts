import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { type KeptSite, standing } from './kept-site.ts';

/** What a site has not said yet, and the page of the site where it is said. */
export interface Missing {
  what: string;
  page: 'scope' | 'aim' | 'comparison' | 'baseline' | 'measures';
}

type Said = Pick<KeptSite, 'startedOn' | 'scopes' | 'aims' | 'comparisons' | 'baselines' | 'measures'>;

/**
 * E11 and practice-and-law 4.11–4.13: what must be there before a site begins, so that nobody chooses afterwards
 * what to look at, nor beside whom.
 */
export function missingToStart(site: Said): Missing[] {
  const aim = site.aims.at(-1);
  const comparison = site.comparisons.at(-1);
  const asks: [boolean, Missing][] = [
    [site.scopes.length > 0, { what: 'whose contacts are the site’s', page: 'scope' }],
    [standing(site.measures).length > 0, { what: 'what is to be measured', page: 'measures' }],
    [
      Boolean(comparison),
      { what: 'whom it is set beside, or that there is nobody and why', page: 'comparison' },
    ],
    [
      !comparison || comparison.kind === 'none' || Boolean(comparison.howItDiffers),
      { what: 'how those it is set beside differ', page: 'comparison' },
    ],
    [
      site.baselines.length > 0,
      { what: 'what was usual before, or that there is nothing to look at', page: 'baseline' },
    ],
    [Boolean(aim?.owner), { what: 'who owns it', page: 'aim' }],
    [Boolean(aim?.whatStops), { what: 'what stops if it works', page: 'aim' }],
    [Boolean(aim?.whatMoneyMoves), { what: 'what money moves if it works', page: 'aim' }],
  ];
  return asks.filter(([isThere]) => !isThere).map(([, missing]) => missing);
}

/**
 * Whether a site may begin on a day. Its first day is said once. It lies after the day the last measure was
 * registered, the comparison named and the baseline looked at: a site is never backdated over them.
 * @example mayStart(site, '2026-11-23') // null, or a refusal that names what is missing
 */
export function mayStart(site: Said, on: Day): Refusal | null {
  if (site.startedOn)
    return refuse(
      'E11',
      `its first day has been said: ${longDate(site.startedOn)}. A first day is said once and never moved`,
      'leave it, or begin another site from this one',
    );
  const missing = missingToStart(site);
  if (missing.length)
    return refuse(
      'E11',
      `it has not been said ${inARow(missing.map(({ what }) => what))}`,
      'say it on the site’s page, and then begin',
    );
  const last = lastSaid(site);
  if (last && on <= last.on)
    return refuse(
      'E11',
      `${last.what} on ${longDate(last.on)}, and a site cannot begin on that day or before it`,
      `begin on a day after ${longDate(last.on)}`,
    );
  return null;
}

function lastSaid(site: Said): { what: string; on: Day } | null {
  const said = [
    ...site.measures.map(({ registeredOn: on }) => ({ what: 'a measure was registered', on })),
    ...site.comparisons.map(({ namedOn: on }) => ({ what: 'the comparison was named', on })),
    ...site.baselines.map(({ lookedOn: on }) => ({ what: 'the baseline was looked at', on })),
  ];
  return said.toSorted((one, other) => one.on.localeCompare(other.on)).at(-1) ?? null;
}

const inARow = (all: readonly string[]): string =>
  all.length > 1 ? `${all.slice(0, -1).join('; ')}; nor ${all.at(-1)}` : (all[0] ?? '');
