import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, errorOf, Form, valueOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink, Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { type CalendarWords, hourKindInWords, hourKinds, triedInOrder } from '../hours/kinds.ts';
import { hours, TELL_FROM_WORKERS } from '../hours/ranges.ts';
import { fieldOfKind } from './calendar.forms.ts';
import type { keptReadings, Reading, WordsSaid } from './calendars.store.ts';

export interface CalendarsValue {
  teams: { id: string; name: string }[];
  kept: Awaited<ReturnType<typeof keptReadings>>;
  words: WordsSaid;
}

/** Reading in a team's calendar; the words it is sorted by stand below and may be changed first. */
export function CalendarsPage({ teams, kept, words }: CalendarsValue, frame: Frame, again?: Again) {
  return (
    <Page title="A team’s calendar" section="Evidence" frame={frame} again={again}>
      <BackLink href="/evidence/cost">Cost and hours</BackLink>
      <h1>A team’s calendar</h1>
      <p>
        Only hours by week and kind are kept: no title, nobody’s name, and no worker. What is private, free,
        cancelled or lasts all day is left out and counted. You look at the hours before they are kept.
      </p>
      <Form action="/evidence/cost/calendars" frame={frame} enctype="multipart/form-data">
        <Select
          {...asked(again, 'team')}
          label="Whose calendar is it?"
          items={[
            { value: '', text: 'Choose a team' },
            ...teams.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Input
          {...asked(again, 'workers')}
          label="How many workers’ hours are in it?"
          hint={`Hours are told only from ${TELL_FROM_WORKERS} workers on`}
          class="govuk-input--width-3"
          inputMode="numeric"
        />
        <Input {...asked(again, 'fromOn')} label="From" hint="Whole weeks between the two days are read" />
        <Input {...asked(again, 'toOn')} label="To" />
        <Input
          name="file"
          type="file"
          error={errorOf(again, 'file')}
          label="The calendar’s file"
          hint="Most calendars can be saved as a file that ends in .ics"
          class="govuk-file-upload"
        />
        <Textarea {...asked(again, 'calendar')} label="Or paste it" rows={3} spellcheck={false} />
        <Button>Read it</Button>
      </Form>
      <WordsOfKinds {...{ words, frame, again }} />
      {kept.length > 0 ? (
        <Table
          caption="Kept, the latest first"
          tabIndex={0}
          firstCellIsHeader
          head={['Team', 'Weeks', 'Workers']}
          rows={kept.map(({ id, teamName, fromOn, toOn, workers }) => [
            { content: <a href={`/evidence/cost/calendars/${id}`}>{teamName}</a> },
            `${longDate(fromOn)} to ${longDate(toOn)}`,
            workers,
          ])}
        />
      ) : null}
    </Page>
  );
}

function WordsOfKinds({ words, frame, again }: { words: WordsSaid; frame: Frame; again: Again | undefined }) {
  return (
    <Details
      summary="The words that say what an hour was for"
      open={errorOf(again, 'withPeople') !== undefined}
    >
      <p>
        Categories are asked first, then the title; the kinds are tried in this order, and what has no word is
        “other”.
        {words.writtenAt ? ` Last changed ${longDate(words.writtenAt)}.` : ''}
      </p>
      <Form action="/evidence/cost/calendars/words" frame={frame}>
        {triedInOrder.map((kind) => (
          <Textarea
            key={kind}
            name={fieldOfKind[kind]}
            label={hourKindInWords[kind]}
            value={valueOf(again, fieldOfKind[kind], words.words[kind].join(', '))}
            error={errorOf(again, fieldOfKind[kind])}
            rows={2}
          />
        ))}
        <Button class="govuk-button--secondary">Save the words</Button>
      </Form>
    </Details>
  );
}

/** What a calendar came to, before it is kept and after. */
export function ReadingPage(reading: Reading, frame: Frame, again?: Again) {
  const { id, teamName, fromOn, toOn, workers, events, leftOut, keptAt } = reading;
  return (
    <Page title={`The calendar of ${teamName}`} section="Evidence" frame={frame} again={again}>
      <BackLink href="/evidence/cost/calendars">A team’s calendar</BackLink>
      <h1>The calendar of {teamName}</h1>
      <p>
        {longDate(fromOn)} to {longDate(toOn)}, of {workers} {workers === 1 ? 'worker' : 'workers'}. {events}{' '}
        events were counted. Left out: {leftOut.private} private, {leftOut.free} free or away,{' '}
        {leftOut.allDay} that last all day, {leftOut.cancelled} cancelled.
      </p>
      {workers < TELL_FROM_WORKERS ? (
        <p>
          <b>It may be kept, but nothing of it will be told:</b> fewer than {TELL_FROM_WORKERS} workers are in
          it.
        </p>
      ) : (
        <HoursByKind reading={reading} />
      )}
      <Details summary="The words it was sorted by">
        <WordsUsed words={reading.words} />
      </Details>
      {keptAt ? (
        <p>Kept on {longDate(keptAt)}. If a later calendar covers the same weeks, that one counts.</p>
      ) : (
        <Form action={`/evidence/cost/calendars/${id}/kept`} frame={frame}>
          <Button>Keep these hours</Button>
        </Form>
      )}
    </Page>
  );
}

function HoursByKind({ reading: { hours: all } }: { reading: Reading }) {
  const weeks = [...new Set(all.map(({ weekOn }) => weekOn))].toSorted();
  const minutes = (kind: string, weekOn?: string): number =>
    all
      .filter((one) => one.kind === kind && (!weekOn || one.weekOn === weekOn))
      .reduce((sum, one) => sum + one.minutes, 0);
  return (
    <Table
      caption={`Hours by kind, in ${weeks.length} weeks with anything in them`}
      tabIndex={0}
      firstCellIsHeader
      head={['Kind', 'Altogether', 'Least and most in a week']}
      rows={hourKinds.map((kind) => {
        const byWeek = weeks.map((week) => minutes(kind, week));
        return [
          hourKindInWords[kind],
          hours(minutes(kind)),
          weeks.length > 0 ? `${hours(Math.min(...byWeek))} to ${hours(Math.max(...byWeek))}` : '',
        ];
      })}
    />
  );
}

const WordsUsed = ({ words }: { words: CalendarWords }) => (
  <ul>
    {triedInOrder.map((kind) => (
      <li key={kind}>
        {hourKindInWords[kind]}: {words[kind].join(', ') || 'no words'}
      </li>
    ))}
  </ul>
);
