import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { elsewhereName, isSetBeside } from '../../site/compared.ts';
import type { HowFigure } from '../figures.ts';
import {
  alsoOf,
  besideOf,
  cellInFull,
  cellOf,
  count,
  groupInWords,
  type NamedSite,
  rowName,
} from '../in-words.ts';

export interface SharesProps {
  /** What the table is of, as its caption. */
  caption: string;
  site: NamedSite;
  figures: readonly HowFigure[];
}

/** Shares of the site and of whoever it is set beside, to be read at once; in full, with ranges and what was usual, in a fold below. */
export function Shares(props: SharesProps) {
  return (
    <>
      <SharesTable {...props} />
      <Details summary="In full: 95% ranges, what is not yet known, and how each is counted">
        <InFull {...props} />
      </Details>
    </>
  );
}

/** A few of them as lines; the table and everything in full in a fold below. */
export function SharesFolded({ also, ...props }: SharesProps & { also: readonly HowFigure['measure'][] }) {
  return (
    <>
      <ul>
        {also.map((measure) => (
          <li key={measure}>{alsoOf(props.site, props.figures, measure)}</li>
        ))}
      </ul>
      <Details summary="All of the figures, with 95% ranges, what is not yet known, and how each is counted">
        <SharesTable {...props} />
        <InFull {...props} />
      </Details>
    </>
  );
}

function SharesTable({ caption, site, figures }: SharesProps) {
  const measures = [...new Set(figures.map(({ measure }) => measure))];
  const isBeside = isSetBeside(site);
  const of = (measure: string, group: HowFigure['group']) =>
    figures.find((one) => one.measure === measure && one.group === group);
  const rows = measures.flatMap((measure) => {
    const [here, there] = [of(measure, 'site'), of(measure, 'elsewhere')];
    return here && there ? [[rowName(here), cellOf(here), ...(isBeside ? [cellOf(there)] : [])]] : [];
  });
  return (
    <Table
      caption={caption}
      tabIndex={0}
      firstCellIsHeader
      head={['Of them', site.name, ...(isBeside ? [elsewhereName(site)] : [])]}
      rows={rows}
    />
  );
}

/** E8: everything a figure carries, and how each is counted. */
function InFull({ caption, site, figures }: SharesProps) {
  const known = figures.filter((one) => one.denominator + one.notYetKnown > 0);
  const definitions = new Map(figures.map((one) => [rowName(one), `${one.definition} (${one.rule})`]));
  return (
    <>
      {known.length > 0 ? (
        <Table
          caption={`${caption}, in full. What came before is shown for what was usual, and is no before and after.`}
          tabIndex={0}
          firstCellIsHeader
          head={[
            'What',
            'Who',
            'Number, share and its 95% range',
            'Not yet known',
            'Died, and moved away',
            'Beside it',
          ]}
          rows={known.map((one) => [
            rowName(one),
            groupInWords(one.group, site),
            cellInFull(one),
            count(one.notYetKnown),
            `${count(one.died)}, and ${count(one.moved)}`,
            besideOf(one),
          ])}
        />
      ) : null}
      <dl>
        {[...definitions].map(([name, words]) => (
          <>
            <dt>
              <b>{name}</b>
            </dt>
            <dd>{words}</dd>
          </>
        ))}
      </dl>
    </>
  );
}
