import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form, Problems, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../platform/ui/page.tsx';
import type { BroughtEvidence } from './evidence-of.ts';
import { HistoryFigures } from './history-figures.tsx';
import type { RowProblem } from './reading/format.ts';
import type { Load } from './reading/load.store.ts';

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
      <Problems again={again} />
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
          <p>
            “{one.name}” is being read: {one.rowsRead.toLocaleString('en-GB')} rows so far. If that was broken
            off, read the same file again and it goes on from there.
          </p>
        ))}
      {refused ? <ToMend refused={refused} problems={problems} problemsKept={problemsKept} /> : null}
      <Bring frame={frame} again={again} />
    </Page>
  );
}

function ToMend({
  refused,
  problems,
  problemsKept,
}: Pick<HistoriesValue, 'problems' | 'problemsKept'> & { refused: Load }) {
  return (
    <section>
      <h2>What needs mending in “{refused.name}”</h2>
      <p>
        {refused.problems.toLocaleString('en-GB')} of the cells in {refused.rowsRead.toLocaleString('en-GB')}{' '}
        rows need another look. Nothing of the file was kept, and what was there before still stands.
        {refused.problems > problemsKept
          ? ` The first ${problemsKept.toLocaleString('en-GB')} are listed.`
          : ''}
      </p>
      <Table
        tabIndex={0}
        caption="By row"
        head={['Row', 'Column', 'What stands there', 'What to do']}
        rows={problems.map((one) => [one.row, one.column, one.found, one.whatToDo])}
      />
    </section>
  );
}

function Bring({ frame, again }: { frame: Frame; again: Again | undefined }) {
  return (
    <section>
      <h2>Bring a history</h2>
      <p>
        Rows of events with the names of the columns first, as CSV, or one JSON object on each line. The words
        and an example stand in docs/bring-your-own.md. A file of more than 500 kB is read by whoever runs the
        server, with <code>npm run import-events</code>.
      </p>
      <Form action="/evidence/brought" frame={frame}>
        <Input
          {...asked(again, 'name')}
          label="What to call it"
          hint="The same name again replaces what was there"
        />
        <Radios
          name="order"
          value={valueOf(again, 'order')}
          legend="When the file writes 3/4/2025, which day is it?"
          items={[
            { value: 'day-first', label: '3 April' },
            { value: 'month-first', label: '4 March' },
            { value: '', label: 'It writes days in another way, like 2025-04-03' },
          ]}
        />
        <Input
          {...asked(again, 'takenOn')}
          label="The last day the file knows of"
          hint="Nobody is followed beyond it. Left empty, it is the day of the last contact"
        />
        <Textarea {...asked(again, 'text')} label="The rows" rows={12} spellcheck={false} />
        <Button>Read it</Button>
      </Form>
    </section>
  );
}

/** What one history shows. */
export function HistoryPage(
  { name, evidence }: { name: string; evidence: BroughtEvidence | null },
  frame: Frame,
) {
  return (
    <Page title="A history from another system" section="Evidence" frame={frame}>
      <div class="app-report">
        <p class="app-when">Brought from another system</p>
        <h1>{name}</h1>
        {evidence ? <HistoryFigures {...evidence} /> : <p>Nothing of it has been read to its end yet.</p>}
        {evidence ? (
          <Details summary="How each is counted">
            {Object.values(evidence.definitions).map((words) => (
              <p>{words}</p>
            ))}
            <p>Version {evidence.definitionsVersion} of these definitions.</p>
          </Details>
        ) : null}
      </div>
    </Page>
  );
}
