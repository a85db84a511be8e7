import { Table } from '../../../platform/ui/govuk/table.tsx';
import { elsewhereName, isSetBeside } from '../../site/compared.ts';
import type { TallyCount } from '../counted.ts';
import { count, type NamedSite } from '../in-words.ts';

export interface TalliesProps {
  caption: string;
  site: NamedSite;
  tallies: readonly TallyCount[];
  measure: string;
  /** How each is said; what is not among them is said as it is kept. */
  inWords: Readonly<Record<string, string>>;
}

/** How often each was said or happened, and to how many people, at the site and elsewhere. Nothing when it never did. */
export function Tallies({ caption, site, tallies, measure, inWords }: TalliesProps) {
  const mine = tallies.filter((one) => one.measure === measure);
  const known = [...new Set(mine.map(({ what }) => what))];
  const order = [
    ...Object.keys(inWords).filter((what) => known.includes(what)),
    ...known.filter((one) => !(one in inWords)).sort(),
  ];
  if (order.length === 0) return null;
  return (
    <Table
      caption={caption}
      tabIndex={0}
      firstCellIsHeader
      head={['What', site.name, ...(isSetBeside(site) ? [elsewhereName(site)] : [])]}
      rows={order.map((what) => [
        inWords[what] ?? what,
        timesOf(mine, what, 'site'),
        ...(isSetBeside(site) ? [timesOf(mine, what, 'elsewhere')] : []),
      ])}
    />
  );
}

/** @example timesOf(tallies, 'not-there', 'site') // '12 times, 9 people' */
export function timesOf(tallies: readonly TallyCount[], what: string, group: TallyCount['group']): string {
  const one = tallies.find((tally) => tally.what === what && tally.group === group);
  if (!one) return 'never';
  const people = one.people === 1 ? '1 person' : `${count(one.people)} people`;
  return one.times === 1 ? 'once' : `${count(one.times)} times, ${people}`;
}
