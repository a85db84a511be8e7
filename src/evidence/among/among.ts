import type { Day } from '../../platform/clock.ts';
import { addDays } from '../../platform/clock.ts';
import { CONVERSION_WINDOWS } from '../conversion.ts';
import { type CounterMeasure, counterMeasure, type Figure, figure } from '../figure.ts';
import { definitions } from '../site/definitions.ts';
import { wilson } from '../statistics/wilson.ts';
import type { WithinWindow } from '../within-window.ts';
import { type AmongCounted, BACK_DAYS, HOW_FAR_DAYS, SOON_DAYS, type WindowOf } from './counted.ts';
import { untold } from './folding.ts';
import type { AmongMeasure, By } from './kinds.ts';
import { type Line, linesOf } from './lines.ts';
import { type Waited, waitedOf } from './waited.ts';

/** A figure at the site and elsewhere; null where it is too few to compare, or could be got by taking away. */
export interface FiguresOfLine {
  line: string;
  here: Figure | null;
  elsewhere: Figure | null;
}

export interface AmongTable {
  title: string;
  windowDays: number;
  rows: FiguresOfLine[];
}

/** One measure for everybody, apart by one thing about them. */
export interface Among {
  by: By;
  measure: AmongMeasure;
  /** How many came, of each line. */
  people: Omit<Line, 'has'>[];
  tables: AmongTable[];
  /** E6; empty for another measure. */
  waits: { line: string; here: Waited | null; elsewhere: Waited | null }[];
}

/** What may be told of one thing counted: for each line in order, at the site and elsewhere; null is not told. */
type Told = { here: WithinWindow | null; elsewhere: WithinWindow | null }[];

export function amongOf(parts: {
  counted: AmongCounted;
  by: By;
  measure: AmongMeasure;
  asOf: Day;
  tooFewBelow: number;
}): Among {
  const { counted, by, measure, tooFewBelow } = parts;
  const lines = linesOf(counted.people, by, tooFewBelow);
  const asked = { ...parts, lines };
  const people = lines.map(({ has, ...line }) => line);
  const waits = measure === 'conversation' ? waitsOf(asked) : [];
  return { by, measure, people, tables: tablesOf(asked), waits };
}

interface Asked {
  counted: AmongCounted;
  lines: Line[];
  measure: AmongMeasure;
  asOf: Day;
  tooFewBelow: number;
}

function tablesOf(asked: Asked): AmongTable[] {
  const back = {
    what: `came back within ${BACK_DAYS} days of everything resting`,
    told: toldOf(asked, 'came-back', BACK_DAYS),
  };
  const table = (title: string, parts: Omit<TableParts, 'beside'>, beside = back): AmongTable => ({
    title,
    windowDays: parts.windowDays,
    rows: rowsOf(asked, { ...parts, beside }),
  });
  if (asked.measure === 'support')
    return CONVERSION_WINDOWS.map((windowDays) =>
      table(`Began ongoing support within ${windowDays} days`, {
        ...{ windowDays, of: 'people', what: 'began ongoing support', definition: definitions.people },
        told: toldOf(asked, 'support', windowDays),
      }),
    );
  if (asked.measure === 'came-back')
    return [
      table(
        `Came back within ${BACK_DAYS} days of everything resting`,
        { ...{ windowDays: BACK_DAYS, of: 'people' }, ...back, definition: definitions.cameBack },
        { what: `began ongoing support within 90 days`, told: toldOf(asked, 'support', 90) },
      ),
    ];
  if (asked.measure === 'conversation')
    return [
      table(`Spoken with within ${SOON_DAYS} days`, {
        ...{
          windowDays: SOON_DAYS,
          of: 'contact episodes',
          what: 'were spoken with',
          definition: definitions.wait,
        },
        told: toldOf(asked, 'spoken', SOON_DAYS),
      }),
    ];
  return howFar.map(({ furthest, title }) =>
    table(title, {
      ...{ windowDays: HOW_FAR_DAYS, of: 'people', what: title.toLowerCase(), definition: howFarDefinition },
      told: toldFurthest(asked, furthest),
    }),
  );
}

const howFar = [
  { furthest: 1, title: 'Had conversation 1 and no further' },
  { furthest: 2, title: 'Went as far as conversation 2' },
  { furthest: 3, title: 'Went as far as conversation 3' },
  { furthest: 0, title: 'No conversation began' },
] as const;

const howFarDefinition =
  'Of everybody new who got in touch at least 90 days ago, by the furthest conversation that was open on the day they got in touch, or began 90 days or less afterwards. People who died or moved away stay in, by how far they had come.';

interface TableParts {
  windowDays: number;
  of: Figure['of'];
  what: string;
  definition: string;
  told: Told;
  beside: { what: string; told: Told };
}

function rowsOf({ lines, tooFewBelow }: Asked, parts: TableParts): FiguresOfLine[] {
  const { told, beside, what, definition, of } = parts;
  return lines.map(({ line }, at) => {
    const one = (side: 'here' | 'elsewhere'): Figure | null => {
      const counted = told[at]?.[side];
      if (!counted) return null;
      const counter = besideOf(beside.what, beside.told[at]?.[side] ?? null, tooFewBelow);
      return figure({ what, definition, of, counted, tooFewBelow, counterMeasure: counter });
    };
    return { line, here: one('here'), elsewhere: one('elsewhere') };
  });
}

function besideOf(what: string, counted: WithinWindow | null, tooFewBelow: number): CounterMeasure {
  if (counted) return counterMeasure(what, counted, tooFewBelow);
  return { what, numerator: 0, denominator: 0, notYetKnown: 0, tooFew: true };
}

/** The lines of one column, with those that may not be told taken out; of everybody together, only when they are too few. */
function told(
  lines: readonly Line[],
  tooFewBelow: number,
  of: (line: Line, isHere: boolean) => WithinWindow,
): Told {
  const side = (isHere: boolean): (WithinWindow | null)[] => {
    const all = lines.map((line) => of(line, isHere));
    const parts = lines.flatMap(({ kind }, at) => (kind === 'everybody' ? [] : [all[at]?.denominator ?? 0]));
    const hidden = untold(parts, tooFewBelow);
    return all.map((one, at) => {
      const isFew = one.denominator > 0 && one.denominator < tooFewBelow;
      return (lines[at]?.kind === 'everybody' ? isFew : hidden[at]) ? null : one;
    });
  };
  const [here, elsewhere] = [side(true), side(false)];
  return lines.map((_, at) => ({ here: here[at] ?? null, elsewhere: elsewhere[at] ?? null }));
}

function toldOf(asked: Asked, measure: WindowOf['measure'], windowDays: number): Told {
  const rows = asked.counted.windows.filter(
    (one) => one.measure === measure && one.windowDays === windowDays,
  );
  return told(asked.lines, asked.tooFewBelow, ({ has }, isHere) => {
    const mine = rows.filter((one) => one.isHere === isHere && has(one.value));
    const sum = (of: (one: WindowOf) => number): number => mine.reduce((total, one) => total + of(one), 0);
    const [numerator, died, moved] = [
      sum((one) => one.numerator),
      sum((one) => one.died),
      sum((one) => one.moved),
    ];
    return withinOf(asked.asOf, windowDays, {
      ...{ numerator, died, moved, notYetKnown: sum((one) => one.notYetKnown) },
      denominator: numerator + died + moved + sum((one) => one.neither),
    });
  });
}

function toldFurthest(asked: Asked, furthest: 0 | 1 | 2 | 3): Told {
  return told(asked.lines, asked.tooFewBelow, ({ has }, isHere) => {
    const mine = asked.counted.furthest.filter((one) => one.isHere === isHere && has(one.value));
    const people = (isOf: (of: (typeof mine)[number]['furthest']) => boolean): number =>
      mine.filter((one) => isOf(one.furthest)).reduce((sum, one) => sum + one.people, 0);
    return withinOf(asked.asOf, HOW_FAR_DAYS, {
      ...{ numerator: people((one) => one === furthest), denominator: people((one) => one !== null) },
      ...{ died: 0, moved: 0, notYetKnown: people((one) => one === null) },
    });
  });
}

type Counts = Pick<WithinWindow, 'numerator' | 'denominator' | 'died' | 'moved' | 'notYetKnown'>;

function withinOf(asOf: Day, windowDays: number, counts: Counts): WithinWindow {
  const interval = wilson(counts.numerator, counts.denominator);
  return { windowDays, ...counts, interval, followUpTo: asOf, startsTo: addDays(asOf, -windowDays) };
}

function waitsOf({ counted, lines, tooFewBelow }: Asked): Among['waits'] {
  const side = (isHere: boolean): (Waited | null)[] => {
    const all = lines.map(({ has }) =>
      waitedOf(counted.waits.filter((one) => one.isHere === isHere && has(one.value))),
    );
    const parts = all.flatMap(({ times, spokenWith }, at) =>
      lines[at]?.kind === 'everybody' ? [] : [times > 0 ? Math.max(1, spokenWith) : 0],
    );
    const hidden = untold(parts, tooFewBelow);
    const isFew = ({ times, spokenWith }: Waited): boolean => times > 0 && spokenWith < tooFewBelow;
    return all.map((one, at) => ((lines[at]?.kind === 'everybody' ? isFew(one) : hidden[at]) ? null : one));
  };
  const [here, elsewhere] = [side(true), side(false)];
  return lines.map(({ line }, at) => ({ line, here: here[at] ?? null, elsewhere: elsewhere[at] ?? null }));
}
