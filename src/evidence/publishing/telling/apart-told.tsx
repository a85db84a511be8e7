import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { toldBys } from '../apart/breakdowns.ts';
import type { Bundle, ToldLine } from './bundle.ts';
import { groupInWords, shareAsTold } from './told-words.ts';

const titles = { age: 'By age when they first got in touch', district: 'By postcode district' } as const;

/** Who began ongoing support by age and by district, a small table each, where that is told. */
export function ApartTold({ bundle }: { bundle: Bundle }) {
  const { breakdowns, breakdownsLeftOut, site } = bundle;
  if (!breakdowns) return null;
  return (
    <Details summary="Who came to draw on ongoing support, by age and by postcode district">
      <p>
        People who began ongoing support within 90 days. Whoever came while the tap was off is counted with{' '}
        {site.name}. Those who did not say, and anybody whose address is kept private, are a line of their
        own.
      </p>
      {toldBys.map((by) => {
        const lines = breakdowns.filter((one) => one.by === by);
        return lines.length > 0 ? <OneTable key={by} title={titles[by]} lines={lines} site={site} /> : null;
      })}
      {breakdownsLeftOut ? <p>{breakdownsLeftOut}</p> : null}
    </Details>
  );
}

function OneTable({ title, lines, site }: { title: string; lines: ToldLine[]; site: Bundle['site'] }) {
  const groups = [...new Set(lines.map(({ group }) => group))];
  const names = [...new Set(lines.map(({ line }) => line))];
  const told = (line: string, group: ToldLine['group']): string => {
    const one = lines.find((other) => other.line === line && other.group === group);
    return one ? shareAsTold(one) : '';
  };
  return (
    <Table
      caption={title}
      firstCellIsHeader
      head={['', ...groups.map((group) => groupInWords(group, site))]}
      rows={names.map((line) => [line, ...groups.map((group) => told(line, group))])}
    />
  );
}
