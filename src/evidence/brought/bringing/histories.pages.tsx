import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { Problems } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import type { RowProblem } from '../reading/format.ts';
import type { Load } from '../reading/load.store.ts';
import { Bring } from './bring.tsx';

export interface HistoriesValue {
  loads: Load[];
  refused: Load | null;
  problems: RowProblem[];
  problemsKept: number;
}

/** The histories a council has brought, what was wrong with the last, and where to bring another. */
export function HistoriesPage(
  { loads, refused, problems, problemsKept }: HistoriesValue,
  frame: Frame,
  again?: Again,
) {
  const kept = loads.filter(({ isCurrent }) => isCurrent);
  return (
    <Page title="Evidence from another system" section="Evidence" frame={frame}>
      <Problems again={again} said={frame.said} />
      <h1>Evidence from another system</h1>
      <p>
        What happened to people before, told by the system you had, counted by the same definitions as
        everything here. Keys of people are made unrecognisable as they are read, and nothing else about
        anybody is kept.
      </p>
      {kept.length ? (
        <Table
          caption="Histories"
          firstCellIsHeader
          head={['Called', 'Events', 'People', 'From', 'To']}
          rows={kept.map((one) => [
            <a href={`/evidence/brought/${one.historyId}`}>{one.name}</a>,
            one.events.toLocaleString('en-GB'),
            one.people.toLocaleString('en-GB'),
            one.firstOn ? longDate(one.firstOn) : '',
            one.takenOn ? longDate(one.takenOn) : '',
          ])}
        />
      ) : (
        <p>None has been brought yet.</p>
      )}
      {loads
        .filter(({ state }) => state === 'reading')
        .map((one) => (
          <Reading load={one} />
        ))}
      {refused ? <ToMend refused={refused} problems={problems} problemsKept={problemsKept} /> : null}
      <Bring frame={frame} again={again} />
    </Page>
  );
}

/** How far a long reading is. It goes on by itself, after a stop too. */
function Reading({ load: { name, rowsRead, rowsGiven } }: { load: Load }) {
  const count = (rows: number): string => rows.toLocaleString('en-GB');
  if (rowsGiven === null)
    return (
      <p>
        “{name}” is being read: {count(rowsRead)} rows so far. If that was broken off, read the same file
        again and it goes on from there.
      </p>
    );
  return (
    <section>
      <h2>“{name}” is being read</h2>
      <p>
        <progress max={rowsGiven} value={Math.min(rowsRead, rowsGiven)} aria-label="Rows read" />{' '}
        {count(rowsRead)} of about {count(rowsGiven)} rows. You may leave: it goes on by itself, and after a
        stop it goes on from where it was. <a href="/evidence/brought">Look again</a>.
      </p>
    </section>
  );
}

function ToMend({
  refused,
  problems,
  problemsKept,
}: Pick<HistoriesValue, 'problems' | 'problemsKept'> & { refused: Load }) {
  const same = oftenest(problems);
  return (
    <section>
      <h2>What needs mending in “{refused.name}”</h2>
      <p>
        {refused.problems.toLocaleString('en-GB')} of the cells in {refused.rowsRead.toLocaleString('en-GB')}{' '}
        rows need another look. Row numbers are lines of the file, the names of the columns being line 1.
        Nothing of the file was kept, and what was there before still stands.
        {refused.problems > problemsKept
          ? ` The first ${problemsKept.toLocaleString('en-GB')} are listed.`
          : ''}
      </p>
      {same ? (
        <p class="govuk-inset-text">
          {same.times.toLocaleString('en-GB')} of those listed say one thing: {same.whatToDo}.
        </p>
      ) : null}
      <Table
        tabIndex={0}
        caption="By row"
        head={['Row', 'Column', 'What stands there', 'What to do']}
        rows={problems.map((one) => [one.row, one.column, one.found, one.whatToDo])}
      />
    </section>
  );
}

/** What to do about most of what is listed, when it is one thing: whoever brought it mends the file once. */
function oftenest(problems: readonly RowProblem[]): { whatToDo: string; times: number } | undefined {
  const [first] = [...Map.groupBy(problems, (one) => one.whatToDo)]
    .map(([whatToDo, all]) => ({ whatToDo, times: all.length }))
    .sort((one, other) => other.times - one.times);
  return first && first.times > Math.max(10, problems.length / 2) ? first : undefined;
}
