import { type ComponentChildren, isValidElement, type VNode } from 'preact';
import { classNames, type Native } from './parts.tsx';

export interface CellOptions extends Native<'td'> {
  content: ComponentChildren;
  format?: string | undefined;
}

/** Words, a number, an element, or any of these with options. */
export type TableCell = string | number | VNode | CellOptions;

export type TableProps = Native<'table'> & {
  caption?: ComponentChildren;
  captionClass?: string | undefined;
  head?: TableCell[] | undefined;
  rows: (TableCell[] | false | undefined)[];
  firstCellIsHeader?: boolean | undefined;
};

export function Table({ caption, captionClass, head, rows, ...rest }: TableProps) {
  const { firstCellIsHeader, class: own, ...native } = rest;
  const columnHead = (cell: TableCell) => <HeadCell cell={cell} scope="col" />;
  const bodyCell = (cell: TableCell, index: number) =>
    index === 0 && firstCellIsHeader ? <HeadCell cell={cell} scope="row" /> : <BodyCell cell={cell} />;
  return (
    <table {...native} class={classNames('govuk-table', own)}>
      {caption && <caption class={classNames('govuk-table__caption', captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{head.map(columnHead)}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row) => row && <tr class="govuk-table__row">{row.map(bodyCell)}</tr>)}
      </tbody>
    </table>
  );
}

function HeadCell({ cell, scope }: { cell: TableCell; scope: 'col' | 'row' }) {
  const { content, format, class: own, ...native } = optionsOf(cell);
  const formatted = format && scope === 'col' && `govuk-table__header--${format}`;
  return (
    <th {...native} scope={scope} class={classNames('govuk-table__header', formatted, own)}>
      {content}
    </th>
  );
}

function BodyCell({ cell }: { cell: TableCell }) {
  const { content, format, class: own, ...native } = optionsOf(cell);
  return (
    <td {...native} class={classNames('govuk-table__cell', format && `govuk-table__cell--${format}`, own)}>
      {content}
    </td>
  );
}

function optionsOf(cell: TableCell): CellOptions {
  return typeof cell === 'object' && !isValidElement(cell) ? (cell as CellOptions) : { content: cell };
}
