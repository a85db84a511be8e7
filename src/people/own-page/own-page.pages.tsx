import type { OwnPage } from '../../access/own-page/own-pages.store.ts';
import type { WayChanged } from '../../access/own-page/way-changed.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate, momentOf } from '../../platform/ui/dates.ts';
import { asked, cameBack, errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { SummaryList } from '../../platform/ui/govuk/summary-list.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { When } from '../../platform/ui/telling.tsx';
import { type Identity, nameFor, possessive } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';

export interface OwnPageValue {
  identity: Identity;
  today: Day;
  page: OwnPage | null;
  /** What was changed of how they come in, the latest first. */
  changed: WayChanged[];
}

/** Whether somebody has their own page, and everything that is done about it with them. */
export function OwnPagePage({ identity, today, page, changed }: OwnPageValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame {...{ identity, today, frame, again }} here="now" title="Their own page">
      <h2>{possessive(name)} own page</h2>
      <p>
        What we talked about, what we agreed and whom to ring, for {name} to read and to put right. Nobody
        needs one: it can all be had by talking, by telephone and on paper.{' '}
        <a href={`/people/${identity.personId}/together`}>Read it with them now</a> ·{' '}
        <a href={`/people/${identity.personId}/sharing`}>Who they share with</a> ·{' '}
        <a href={`/people/${identity.personId}/told`}>What they were told, and how</a>
      </p>
      {page ? (
        <Open {...{ identity, page, frame, again }} />
      ) : (
        <ToOpen {...{ identity, today, frame, again }} />
      )}
      <Changed name={name} changed={changed} />
    </PersonFrame>
  );
}

interface PartProps {
  identity: Identity;
  frame: Frame;
  again: Again | undefined;
}

function Open({ identity, page, frame, again }: PartProps & { page: OwnPage }) {
  const at = `/people/${identity.personId}/own-page`;
  return (
    <>
      <SummaryList rows={rowsOf(page, `/people/${identity.personId}/together/wishes/codes`)} />
      <h3>A letter with a way in</h3>
      <p>
        It works once, for four weeks, and only with the number they chose. A new one ends the one before.
        Give it into their own hands where you can.
      </p>
      <Form action={`${at}/letter`} frame={frame}>
        <Radios
          name="print"
          legend="How large is the print?"
          value="standard"
          class="govuk-radios--small"
          items={[
            { value: 'standard', label: 'As usual' },
            { value: 'large', label: 'Large print' },
          ]}
        />
        <Button preventDoubleClick>Make the letter</Button>
      </Form>
      <Details summary="They want another number" open={Boolean(cameBack(again, 'number'))}>
        <Form action={`${at}/number`} frame={frame}>
          <TheirNumber again={again} />
          <p>
            Every browser they are signed in at is signed out. We tell them that it was changed, and by whom.
          </p>
          <Button class="govuk-button--secondary" preventDoubleClick>
            Use this number from now on
          </Button>
        </Form>
      </Details>
      <Details summary="Shut it at once">
        <p>
          Every browser is signed out this minute, and no letter, code or key works any more. What they wrote
          stays theirs. What we do for them does not change.
        </p>
        <Form action={`${at}/shut`} frame={frame}>
          <Button class="govuk-button--warning" preventDoubleClick>
            Shut their own page
          </Button>
        </Form>
      </Details>
    </>
  );
}

/** When their number or where their codes go was changed, and by whom; never what either is. */
function Changed({ name, changed }: { name: string; changed: readonly WayChanged[] }) {
  if (!changed.length) return null;
  const what = { number: 'Their number', messages: 'Where their codes go' };
  return (
    <>
      <h3>What was changed of how they come in</h3>
      <ul>
        {changed.map((one) => (
          <li>
            {what[one.what]},{' '}
            {one.told === 'themselves'
              ? `by ${name}, or whoever had their page open`
              : `${one.byName} with ${name}`}
            , <When at={one.at} />
          </li>
        ))}
      </ul>
    </>
  );
}

function rowsOf(page: OwnPage, codesAt: string) {
  const { openedAt, openedBy, talked, talkedOn, messageBy, messageTo, lastSeenAt, letterEndsAt } = page;
  const goesBy = messageBy === 'text' ? 'A text to' : 'An e-mail to';
  return [
    { key: 'Opened', value: `${longDate(dayOf(openedAt))}, with ${openedBy}` },
    { key: 'Last used', value: lastSeenAt ? momentOf(lastSeenAt) : 'Not yet' },
    {
      key: 'Who else might look',
      value: (
        <>
          <p class="app-lines">{talked}</p>
          <p class="app-soft">Talked about on {longDate(talkedOn)}. They do not see this on their page.</p>
        </>
      ),
    },
    {
      key: 'A code by message',
      value: (
        <>
          {messageBy ? `${goesBy} ${messageTo}` : 'No'} · <a href={codesAt}>Another place, with them</a>
        </>
      ),
    },
    {
      key: 'Letter',
      value: letterEndsAt
        ? `One waits to be used, until ${longDate(dayOf(letterEndsAt))}`
        : 'None waits to be used',
    },
  ];
}

function ToOpen({ identity, today, frame, again }: PartProps & { today: Day }) {
  const name = nameFor(identity);
  return (
    <Form action={`/people/${identity.personId}/own-page`} frame={frame}>
      <p>{name} has none. It is opened when you have talked about it, and when they want it.</p>
      <Textarea
        {...asked(again, 'talked')}
        label="Who else might look, or press them to show it?"
        hint="Ask when they are alone. Who has their telephone or post, who stands beside them when they read, whom they would rather did not know. They do not see this."
      />
      <Input {...asked(again, 'talkedOn', longDate(today))} label="When did you talk about it?" />
      <Radios
        name="messageBy"
        legend="Do they want a code by message, when they have no letter with them?"
        value={valueOf(again, 'messageBy')}
        error={errorOf(again, 'messageBy')}
        items={[
          { value: 'none', label: 'No, letters only' },
          {
            value: 'text',
            label: 'A text',
            conditional: (
              <Input {...asked(again, 'mobile')} label="Their mobile" type="tel" autocomplete="off" />
            ),
          },
          {
            value: 'email',
            label: 'An e-mail',
            conditional: (
              <Input
                {...asked(again, 'email')}
                label="Their e-mail address"
                type="email"
                autocomplete="off"
              />
            ),
          },
        ]}
      />
      <TheirNumber again={again} />
      <Button preventDoubleClick>Open their own page</Button>
    </Form>
  );
}

function TheirNumber({ again }: { again: Again | undefined }) {
  return (
    <Input
      name="number"
      error={errorOf(again, 'number')}
      label="The number they choose"
      hint="Six figures. Turn the screen to them: they type it, and nobody sees it again. Not a birthday, nor figures in a row."
      type="password"
      inputmode="numeric"
      autocomplete="off"
      class="govuk-input--width-10"
    />
  );
}
