import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Table } from '../../platform/ui/govuk/table.tsx';
import type { Figure } from '../figure.ts';
import { CountedAtWords } from '../kept/counted-at-words.tsx';
import { EvidenceFrame } from '../looking/evidence-frame.tsx';
import { type Looked, placeOf } from '../looking/which-site.ts';
import { comparisonInWords, elsewhereName, isSetBeside } from '../site/compared.ts';
import type { Among, AmongTable, FiguresOfLine } from './among.ts';
import { amongAt } from './asking.ts';
import { count, figureInLines, TOO_FEW, waitInWords } from './cells.ts';
import { byInWords, bys, measureInWords, measures } from './kinds.ts';

export interface AmongValue {
  looked: Looked;
  among: Among;
  tooFewBelow: number;
  /** The day it was counted to: what people say of themselves, to the end of the last whole four weeks. */
  countedTo: Day;
  counted: { at: Date; isDear: boolean };
}

/** For whom: one measure at a time, everybody apart by one thing about them, at the site and elsewhere. */
export function AmongPage(value: AmongValue, frame: Frame) {
  const { looked, among, tooFewBelow, counted } = value;
  const { by, measure, people, tables, waits } = among;
  const sides = sidesOf(looked);
  const comparison = comparisonInWords(looked.site);
  const keeps = { by, measure };
  return (
    <EvidenceFrame looked={looked} here="among" keeps={keeps} title="For whom" frame={frame}>
      <h1>For whom</h1>
      <p>
        {measureInWords[measure]}, by {byInWords[by].name.toLowerCase()}. Is it the same for everybody?
      </p>
      <CountedTo {...value} />
      <CountedAtWords counted={counted} />
      <Asking {...{ looked, among }} />
      {comparison ? <p>{comparison}</p> : null}
      <HowManySaid {...{ among, sides }} />
      {tables.map((table) => (
        <FiguresApart key={table.title} {...{ table, by, sides }} />
      ))}
      {waits.length > 0 ? (
        <Table
          caption="Half, and nine in ten, of the times somebody got in touch"
          tabIndex={0}
          firstCellIsHeader
          head={[byInWords[by].name, ...sides.map(({ name }) => name)]}
          rows={waits.map((row) => [row.line, ...sides.map(({ side }) => waitInWords(row[side]))])}
        />
      ) : null}
      <HowToRead {...{ among, tooFewBelow, people: people.length }} />
      <p>
        <a href={amongAt('/evidence/among/figures.csv', looked, among)}>The same as a file (CSV)</a>
      </p>
      <h2>Before anybody compares</h2>
      <ul>
        <li>
          <a href={placeOf('/evidence/among/who-came', looked)}>
            Who came: the people of {looked.site.name} beside the others, and like with like
          </a>
        </li>
        <li>
          <a href={placeOf('/evidence/among/teams', looked)}>
            Teams beside one another, and what chance does
          </a>
        </li>
      </ul>
    </EvidenceFrame>
  );
}

/** Said only where it is not the day that is looked at. */
function CountedTo({ looked: { site, asOf }, countedTo }: Pick<AmongValue, 'looked' | 'countedTo'>) {
  if (countedTo === asOf) return null;
  const why = 'so that nobody’s answer can be found by looking on two days.';
  return (
    <p>
      {countedTo < site.startedOn
        ? `What people say of themselves is counted in whole four weeks since ${site.name} began, ${why} The first are not over.`
        : `Counted to ${longDate(countedTo)}: what people say of themselves is counted in whole four weeks since ${site.name} began, ${why}`}
    </p>
  );
}

type Side = { side: 'here' | 'elsewhere'; name: string };

/** The site, and whom it is set beside if it is beside anybody. */
function sidesOf({ site }: Looked): Side[] {
  const here: Side = { side: 'here', name: site.name };
  return isSetBeside(site) ? [here, { side: 'elsewhere', name: elsewhereName(site) }] : [here];
}

function Asking({ looked, among }: Pick<AmongValue, 'looked' | 'among'>) {
  const { site, asOf, today } = looked;
  return (
    <form method="get" action="/evidence/among">
      <input type="hidden" name="site" value={site.id} />
      {asOf === today ? null : <input type="hidden" name="asAt" value={asOf} />}
      <Select
        name="measure"
        label="What came of it"
        value={among.measure}
        items={measures.map((one) => ({ value: one, text: measureInWords[one] }))}
      />
      <Select
        name="by"
        label="Apart by"
        value={among.by}
        items={bys.map((one) => ({ value: one, text: byInWords[one].name }))}
      />
      <Button class="govuk-button--secondary">Show these</Button>
    </form>
  );
}

function HowManySaid({ among: { by, people }, sides }: { among: Among; sides: Side[] }) {
  return (
    <Table
      caption={`New people by ${byInWords[by].name.toLowerCase()}, and how many did not say or are not known`}
      tabIndex={0}
      firstCellIsHeader
      head={[byInWords[by].name, ...sides.map(({ name }) => name)]}
      rows={people.map((line) => [line.line, ...sides.map(({ side }) => count(line[side]))])}
    />
  );
}

/** One window. Where it is known of nobody, that is one sentence and no table: not yet known is not the same as none. */
function FiguresApart({ table, by, sides }: { table: AmongTable; by: Among['by']; sides: Side[] }) {
  if (!isKnown(table)) return <p class="app-soft">{table.title}: not yet known of anybody.</p>;
  return (
    <Table
      caption={table.title}
      tabIndex={0}
      firstCellIsHeader
      head={[byInWords[by].name, ...sides.map(({ name }) => name)]}
      rows={table.rows.map((row) => [row.line, ...sides.map(({ side }) => <Told figure={row[side]} />)])}
    />
  );
}

const isKnown = ({ rows }: AmongTable): boolean =>
  rows.some(({ here, elsewhere }) => [here, elsewhere].some((one) => one === null || one.denominator > 0));

/** A share and its range, then of how many, then of how many it is not yet known: a line each, so that two fit on a telephone. */
function Told({ figure }: { figure: Figure | null }) {
  const [share, ...rest] = figureInLines(figure);
  return (
    <>
      <b>{share}</b>
      {rest.map((line) => (
        <span class="app-by" key={line}>
          {line}
        </span>
      ))}
    </>
  );
}

function HowToRead({ among, tooFewBelow, people }: { among: Among; tooFewBelow: number; people: number }) {
  const [table] = among.tables;
  const everybody = table?.rows.at(-1);
  return (
    <>
      <h2>How to read this</h2>
      <p>{everybody ? besideInWords(everybody) : null}</p>
      <ul>
        <li>{byInWords[among.by].counted}</li>
        <li>{definitionOf(table)}</li>
        <li>
          “{TOO_FEW}” stands where fewer than {tooFewBelow} people were followed long enough, and wherever a
          figure could be worked out by taking the others away.
        </li>
        <li>
          Ranges that lie apart are worth asking about. With {people - 1} lines on a page, chance alone sets
          some apart: look at the same line in every window before anything is said of it.
        </li>
        <li>Whoever came while the tap was off is counted with the site.</li>
      </ul>
    </>
  );
}

const definitionOf = ({ rows }: AmongTable = { title: '', windowDays: 0, rows: [] }): string =>
  rows.flatMap(({ here, elsewhere }) => [here, elsewhere]).find((one) => one !== null)?.definition ?? '';

/** E8: the counter-measure stands in the same breath. */
function besideInWords({ here, elsewhere }: FiguresOfLine): string {
  const said = (where: string, figure: Figure | null): string[] => {
    const beside = figure?.counterMeasure;
    if (!beside || beside.tooFew || beside.denominator === 0) return [];
    return [
      `${where}, ${count(beside.numerator)} of ${count(beside.denominator)} people ${beside.what} (${((100 * beside.numerator) / beside.denominator).toFixed(1)}%)`,
    ];
  };
  const both = [...said('at the site', here), ...said('elsewhere', elsewhere)];
  return both.length > 0 ? `Beside it: ${both.join('; ')}.` : '';
}
