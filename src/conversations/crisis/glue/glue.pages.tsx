import { PersonLink } from '../../../people/person-link.tsx';
import { Voices } from '../../../people/timeline/voices.tsx';
import { dayOf } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate, momentOf } from '../../../platform/ui/dates.ts';
import { asked, Form, valuesOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { Paged } from '../../../platform/ui/telling.tsx';
import { stateInWords } from '../crisis.ts';
import { AskedToChange } from '../named-person/named-person.pages.tsx';
import type { NamedPersonAsk } from '../named-person/named-person.store.ts';
import { hoursSince } from '../rhythm/days-in-words.ts';
import { asSentence, nextContactInWords } from '../rhythm/rhythm.pages.tsx';
import type { GlueBoard, GlueRow } from './glue.store.ts';

export interface GlueValue extends GlueBoard {
  asks: NamedPersonAsk[];
  me: string;
  now: Date;
}

/** Nobody in crisis is let go of: everybody the team is sticking to, longest since contact first. */
export function GluePage(
  { rows, asks, me, page, pages, people, now }: GlueValue,
  frame: Frame,
  again?: Again,
) {
  return (
    <Page title="Sticking to people" frame={frame} section="Today" again={again}>
      <h1>Sticking to people</h1>
      <p class="app-wide">
        {people === 0
          ? 'There is nobody in crisis with your team just now.'
          : `${inWords(people)} in crisis with your team, longest since contact first.`}
      </p>
      {asks.map((ask) => (
        <AskedToChange key={ask.id} ask={ask} me={me} frame={frame} showsPerson />
      ))}
      <Paged page={page} pages={pages} href={(to) => `/glue?page=${to}`}>
        {rows.map((row) => (
          <Card
            key={row.conversationId}
            row={row}
            now={now}
            frame={frame}
            again={again?.typed.conversation === row.conversationId ? again : undefined}
          />
        ))}
      </Paged>
      <p>
        <a href="/today">Today</a> ·{' '}
        <a href={page > 1 ? `/glue/sheet?page=${page}` : '/glue/sheet'}>Print the shift sheet</a>
      </p>
    </Page>
  );
}

const inWords = (people: number): string => (people === 1 ? '1 person' : `${people} people`);

interface CardProps {
  row: GlueRow;
  now: Date;
  frame: Frame;
  again: Again | undefined;
}

function Card({ row, now, frame, again }: CardProps) {
  return (
    <article class="app-entry" id={`glue-${row.conversationId}`}>
      <h2>
        <PersonLink id={row.personId} name={row.name} />, day {row.rhythm.dayNumber}
      </h2>
      <Telling row={row} now={now} />
      <QuickLog row={row} frame={frame} again={again} />
      <p>
        <a href={`/conversations/${row.conversationId}/crisis`}>
          Plan, peers and money<span class="govuk-visually-hidden"> for {row.name}</span>
        </a>
      </p>
    </article>
  );
}

/** The same sentences on the board and on the sheet. */
function Telling({ row, now }: { row: GlueRow; now: Date }) {
  const late = row.rhythm.parts.filter(({ kind, isPast }) => isPast && kind !== 'contact');
  return (
    <>
      <Voices
        voices={[{ voice: 'said', who: row.knownAs, words: row.mustChange || 'Nothing is written yet.' }]}
      />
      <p>
        <b>Today’s one thing.</b> {asSentence(row.todaysOneThing ?? 'Nobody has said it yet today')}{' '}
        {row.whoHasIt ? `${row.whoHasIt} has it.` : 'Nobody has it.'}
      </p>
      <p>
        <b>Last contact.</b> {lastContact(row, now)} <b>Next.</b>{' '}
        {nextContactInWords(row.nextContactAt, row.rhythm, now, dayOf(now))}
      </p>
      {late.map(({ kind, sentence }) => (
        <p key={kind}>{sentence}</p>
      ))}
      <p>
        <b>Round them.</b> {roundThem(row)}
      </p>
      <p>
        <b>Steady looks like.</b> {asSentence(row.steadyLooksLike || 'Nobody has asked yet')} Now it is{' '}
        {stateInWords[row.state]}.
      </p>
    </>
  );
}

function lastContact({ lastContactAt, lastContactBy, openedAt }: GlueRow, now: Date): string {
  if (!lastContactAt) return `None yet; this began ${hoursSince(openedAt, now)}.`;
  return `${capital(hoursSince(lastContactAt, now))}, with ${lastContactBy ?? 'a colleague'}.`;
}

function roundThem({ namedPerson, cover, around, peopleAround }: GlueRow): string {
  const family = around.map(
    ({ name, relation, phone }) => `${name} (${relation}${phone ? `, ${phone}` : ''})`,
  );
  const more = peopleAround > around.length ? `and ${peopleAround - around.length} more` : null;
  const own = [...family, more].filter(Boolean).join(', ');
  return `${namedPerson ?? 'Nobody'} is named and ${cover ?? 'nobody'} covers. ${own ? `${own}.` : 'Nobody of their own is written down yet.'}`;
}

function QuickLog({ row, frame, again }: Omit<CardProps, 'now'>) {
  // The form that came back carries the plain id its error summary points at.
  const id = (name: string) => (again ? name : `${name}-${row.conversationId}`);
  return (
    <Form action={`/glue/${row.conversationId}/contacts`} frame={frame} class="app-one-line">
      <input type="hidden" name="conversation" value={row.conversationId} />
      <Input
        {...asked(again, 'line')}
        id={id('line')}
        label={
          <>
            Log a contact in one line<span class="govuk-visually-hidden"> with {row.name}</span>
          </>
        }
        autoComplete="off"
      />
      <Checkboxes
        name="withPerson"
        id={id('withPerson')}
        class="govuk-checkboxes--small"
        items={[{ value: 'yes', label: 'With them', isChecked: valuesOf(again, 'withPerson').length > 0 }]}
      />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Log it
      </Button>
    </Form>
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The shift sheet: the same sentences on paper, with room to write. No addresses and no numbers of ours. */
export function GlueSheet({ rows, page, pages, now }: GlueValue, frame: Frame) {
  return (
    <Page title="Shift sheet" frame={frame} section="Today">
      <h1>Shift sheet, {longDate(now)}</h1>
      <p class="app-wide">
        As at {momentOf(now)}
        {pages > 1 ? `, sheet ${page} of ${pages}` : ''}. Hand it on in a sealed envelope, and shred it after
        the shift.
      </p>
      {rows.length === 0 ? <p>There is nobody in crisis with your team just now.</p> : null}
      {rows.map((row) => (
        <article class="app-entry" key={row.conversationId}>
          <h2>
            {row.name}, day {row.rhythm.dayNumber}
          </h2>
          <Telling row={row} now={now} />
          <p>
            <b>To keep safe.</b> {row.safetyNote}
          </p>
          <p>
            <b>Handed on to, and their yes:</b>
          </p>
        </article>
      ))}
    </Page>
  );
}
