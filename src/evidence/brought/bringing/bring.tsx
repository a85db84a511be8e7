import type { Again } from '../../../platform/http/routes.ts';
import { asked, errorOf, Form, valueOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { columnsTold, eventsTold } from './format-words.ts';

/** Where a history is given: what the file holds, and the file. */
export function Bring({ frame, again }: { frame: Frame; again: Again | undefined }) {
  return (
    <section>
      <h2>Bring a history</h2>
      <p>
        One file, one row for each thing that happened to one person. Begin with{' '}
        <a href="/evidence/brought/template.csv">the columns, to be filled in</a>, or try{' '}
        <a href="/evidence/brought/example.csv">a small made-up history</a> first.
      </p>
      <Table
        caption="Columns"
        tabIndex={0}
        firstCellIsHeader
        head={['Column', 'What it is', 'Needed']}
        rows={columnsTold.map((row) => [...row])}
      />
      <Details summary="What may stand under “event” and “kind”">
        <Table
          tabIndex={0}
          firstCellIsHeader
          head={['Event', 'What it means', 'Kinds']}
          rows={eventsTold.map((row) => [...row])}
        />
        <p>
          Names other systems use for columns, events and kinds are understood as well, in any case and with
          spaces, hyphens or underscores. What is not understood is told by row, and nothing is guessed.
        </p>
      </Details>
      <TheFile frame={frame} again={again} />
    </section>
  );
}

function TheFile({ frame, again }: { frame: Frame; again: Again | undefined }) {
  return (
    <Form action="/evidence/brought" frame={frame} enctype="multipart/form-data">
      <Input
        {...asked(again, 'name')}
        label="What to call it"
        hint="The same name again replaces what was there"
      />
      <Input
        name="file"
        type="file"
        class="govuk-file-upload"
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson"
        error={errorOf(again, 'file')}
        label="The file"
        hint="CSV, or one JSON object on each line, up to 50 MB. A longer one is read by whoever runs the server, with npm run import-events"
      />
      <Details summary="Or paste the rows">
        <Textarea
          {...asked(again, 'text')}
          label="The rows, the names of the columns first"
          rows={8}
          spellcheck={false}
        />
      </Details>
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
      <Button preventDoubleClick>Read it</Button>
    </Form>
  );
}
