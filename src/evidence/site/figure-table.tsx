import { Table } from '../../platform/ui/govuk/table.tsx';
import { type Figure, shareInWords } from '../figure.ts';
import { differenceInWords } from './finding.ts';

export interface GroupOfFigures {
  name: string;
  figures: readonly Figure[];
  /** What the others are set beside. */
  isComparison?: boolean;
}

export interface FigureTableProps {
  caption: string;
  groups: readonly GroupOfFigures[];
}

/**
 * Figures of one kind at every window, the groups beside each other. A window nobody
 * has been followed for is said in a sentence below: it is not yet known, which is not the same as none.
 */
export function FigureTable({ caption, groups }: FigureTableProps) {
  const comparison = groups.find((one) => one.isComparison);
  const windows = (groups[0]?.figures ?? []).map(({ windowDays }, at) => ({ windowDays, at }));
  const isKnown = ({ at }: { at: number }) =>
    groups.some(({ figures }) => (figures[at]?.denominator ?? 0) > 0);
  const rows = windows.filter(isKnown).flatMap(({ at }) =>
    groups.flatMap((group) => {
      const one = group.figures[at];
      return one ? [rowOf(group, one, comparison?.figures[at])] : [];
    }),
  );
  const beside = comparison ? ['Set beside, in percentage points'] : [];
  const unknown = windows.filter((one) => !isKnown(one)).map(({ windowDays }) => windowDays);
  return (
    <>
      {rows.length > 0 ? (
        <Table
          caption={caption}
          tabIndex={0}
          firstCellIsHeader
          head={[
            'Within',
            'Number, share and its 95% range',
            ...beside,
            'Not yet known',
            'Died, and moved away',
          ]}
          rows={rows}
        />
      ) : null}
      {unknown.length > 0 ? <p class="app-soft">{notYetKnownWords(unknown, groups)}</p> : null}
    </>
  );
}

function rowOf(group: GroupOfFigures, one: Figure, beside: Figure | undefined) {
  const apart = beside ? [group.isComparison ? '' : differenceInWords(one, beside)] : [];
  const share = one.tooFew
    ? 'too few to compare'
    : shareInWords(one.numerator, one.denominator, one.interval);
  return [
    `${one.windowDays} days, ${group.name}`,
    `${count(one.numerator)} of ${count(one.denominator)}: ${share}`,
    ...apart,
    count(one.notYetKnown),
    `${count(one.died)}, and ${count(one.moved)}`,
  ];
}

/** @example 'Within 365 days: not yet known for anybody (Harbour 1,576, Elsewhere 1,262).' */
function notYetKnownWords(windows: readonly number[], groups: readonly GroupOfFigures[]): string {
  const of = (group: GroupOfFigures): string => {
    const one = group.figures.find(({ windowDays }) => windowDays === windows[0]);
    return `${group.name} ${count(one?.notYetKnown ?? 0)}`;
  };
  const days = windows.join(' and ');
  return `Within ${days} days: not yet known for anybody (${groups.map(of).join(', ')}), because nobody has been followed that long.`;
}

const count = (number: number): string => number.toLocaleString('en-GB');
