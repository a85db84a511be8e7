import { Table } from '../../platform/ui/govuk/table.tsx';
import { type Figure, shareInWords } from '../figure.ts';
import { differenceInWords } from './finding.ts';

export interface GroupOfFigures {
  name: string;
  figures: readonly Figure[];
  /** Drawn hollow, and what the others are set beside. */
  isComparison?: boolean;
}

export interface FigureTableProps {
  caption: string;
  groups: readonly GroupOfFigures[];
}

/**
 * Figures of one kind at every window, the groups beside each other, with each share drawn on one scale. A window nobody
 * has been followed for is said in a sentence below: it is not yet known, which is not the same as none.
 */
export function FigureTable({ caption, groups }: FigureTableProps) {
  const most = scaleOf(groups.flatMap(({ figures }) => figures));
  const comparison = groups.find((one) => one.isComparison);
  const windows = (groups[0]?.figures ?? []).map(({ windowDays }, at) => ({ windowDays, at }));
  const isKnown = ({ at }: { at: number }) =>
    groups.some(({ figures }) => (figures[at]?.denominator ?? 0) > 0);
  const rows = windows.filter(isKnown).flatMap(({ at }) =>
    groups.flatMap((group) => {
      const one = group.figures[at];
      return one ? [rowOf(group, one, comparison?.figures[at], most)] : [];
    }),
  );
  const beside = comparison ? ['Set beside, in percentage points'] : [];
  const unknown = windows.filter((one) => !isKnown(one)).map(({ windowDays }) => windowDays);
  return (
    <>
      {rows.length > 0 ? (
        <Table
          caption={`${caption} The lines run from 0% to ${most}%.`}
          tabIndex={0}
          firstCellIsHeader
          head={[
            'Within',
            'Number, share and its 95% range',
            'Drawn',
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

function rowOf(group: GroupOfFigures, one: Figure, beside: Figure | undefined, most: number) {
  const apart = beside ? [group.isComparison ? '' : differenceInWords(one, beside)] : [];
  const share = one.tooFew
    ? 'too few to compare'
    : shareInWords(one.numerator, one.denominator, one.interval);
  return [
    `${one.windowDays} days, ${group.name}`,
    `${count(one.numerator)} of ${count(one.denominator)}: ${share}`,
    <Drawn figure={one} most={most} isHollow={group.isComparison === true} />,
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

const WIDTH = 150;

/** A share as a point on its range. The words beside it say the same, so it is not read out. */
function Drawn({ figure, most, isHollow }: { figure: Figure; most: number; isHollow: boolean }) {
  if (figure.tooFew || !figure.interval) return <span />;
  const at = (share: number): number => Math.round(6 + (share * 100 * (WIDTH - 12)) / most);
  const share = at(figure.numerator / figure.denominator);
  const { low, high } = figure.interval;
  return (
    <svg width={WIDTH} height="20" viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true" focusable="false">
      <line x1="6" x2="6" y1="2" y2="18" stroke="currentColor" stroke-opacity="0.4" />
      <line x1={at(low)} x2={at(high)} y1="10" y2="10" stroke="currentColor" stroke-width="2" />
      <circle
        cx={share}
        cy="10"
        r="5"
        fill={isHollow ? '#fff' : 'currentColor'}
        stroke="currentColor"
        stroke-width="2"
      />
    </svg>
  );
}

/** One scale for the whole table: the next 5% above everything on it. */
const scaleOf = (figures: readonly Figure[]): number =>
  Math.max(
    5,
    ...figures.map((one) => (one.tooFew || !one.interval ? 0 : Math.ceil(one.interval.high * 20) * 5)),
  );

const count = (number: number): string => number.toLocaleString('en-GB');
