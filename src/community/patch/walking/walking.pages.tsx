import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, errorOf, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink, Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { Entry, Paged, When } from '../../../platform/ui/telling.tsx';
import type { Walk, WalkLine, WalkNote } from './walking.store.ts';

export interface WalksValue {
  walks: WalkLine[];
  page: number;
  hasMore: boolean;
  today: Day;
}

/** Those I walk alongside, by name. No numbers, no order of need. */
export function WalksPage({ walks, page, hasMore, today }: WalksValue, frame: Frame, again?: Again) {
  return (
    <Page title="Walking alongside" frame={frame} again={again} section="Community">
      <BackLink href="/community">Community</BackLink>
      <h1>Walking alongside</h1>
      <p>
        People you know as a neighbour would: no form, no test, no end. Nothing here is a council record. Only
        you see it, and each of them may have it read out, changed or gone.
      </p>
      {walks.length === 0 ? <p>Nobody yet.</p> : null}
      <Paged page={page} pages={hasMore ? page + 1 : page} href={(to) => `/walking-alongside?page=${to}`}>
        <ul class="app-plain-list">
          {walks.map(({ walkId, knownAs, metOn, howMet }) => (
            <li key={walkId}>
              <a href={`/walking-alongside/${walkId}`}>{knownAs}</a>
              <p class="app-soft">
                You met on {longDate(metOn)}: {howMet}
              </p>
            </li>
          ))}
        </ul>
      </Paged>
      <Details summary="You met somebody" open={again !== undefined}>
        <Form action="/walking-alongside" frame={frame}>
          <Input {...asked(again, 'knownAs')} label="The name they like" autoComplete="off" />
          <Input {...asked(again, 'metOn', longDate(today))} label="The day you met" />
          <Textarea {...asked(again, 'howMet')} label="How you met" rows={2} />
          <Textarea
            {...asked(again, 'goodLife')}
            label="What a good life would be, in their words, if they have said"
            rows={3}
          />
          <Button>Write it down</Button>
        </Form>
      </Details>
    </Page>
  );
}

/** Somebody I walk alongside: their good life in their words, and a few words now and then that they have heard. */
export function WalkPage(walk: Walk, frame: Frame, again?: Again) {
  const { walkId, knownAs, metOn, howMet, notes } = walk;
  return (
    <Page title="Walking alongside" frame={frame} again={again} section="Community">
      <BackLink href="/walking-alongside">Those you walk alongside</BackLink>
      <h1>{knownAs}</h1>
      <p>
        You met on {longDate(metOn)}: {howMet}
      </p>
      <GoodLife walk={walk} frame={frame} again={cameBack(again, 'goodLife')} />
      <h2>A few words</h2>
      <Form action={`/walking-alongside/${walkId}/notes`} frame={frame}>
        <Textarea
          {...asked(cameBack(again, 'words'), 'words')}
          label="What you would both want to remember"
          rows={3}
        />
        <Input
          {...asked(cameBack(again, 'words'), 'readWithThemOn')}
          label={`The day ${knownAs} heard it and said yes, if they have`}
          hint="Leave it empty, and it waits here to be read together"
        />
        <Button>Save</Button>
      </Form>
      {notes.map((note) => (
        <Note key={note.noteId} walk={walk} note={note} frame={frame} />
      ))}
      <h2>If {knownAs} would like more, or less</h2>
      <p>
        If they ask for help from the council, <a href="/contacts/new">write down that they got in touch</a>:
        that is a record, and they should know it is.
      </p>
      <Details summary={`${knownAs} wants nothing kept`}>
        <p>Everything on this page goes for good.</p>
        <Form action={`/walking-alongside/${walkId}/forget`} frame={frame}>
          <Checkboxes
            name="sure"
            error={errorOf(again, 'sure')}
            items={[{ value: 'yes', label: `${knownAs} asked for this` }]}
          />
          <Button class="govuk-button--warning">Keep nothing about {knownAs}</Button>
        </Form>
      </Details>
    </Page>
  );
}

interface WalkPart {
  walk: Walk;
  frame: Frame;
  again: Again | undefined;
}

function GoodLife({ walk, frame, again }: WalkPart) {
  const { walkId, knownAs, goodLife, readWithThemOn, version } = walk;
  return (
    <>
      <h2>A good life, in {knownAs}’s words</h2>
      <Form action={`/walking-alongside/${walkId}/good-life`} frame={frame} version={version}>
        <Textarea
          {...asked(again, 'goodLife', goodLife)}
          label="Write it with them, or read it to them before you save"
          rows={4}
        />
        {readWithThemOn ? <p class="app-soft">Last read together on {longDate(readWithThemOn)}</p> : null}
        <Button class="govuk-button--secondary">Save, as read with them today</Button>
      </Form>
    </>
  );
}

function Note({ walk: { walkId }, note, frame }: { walk: Walk; note: WalkNote; frame: Frame }) {
  const { noteId, notedOn, words, readWithThemOn } = note;
  const at = `/walking-alongside/${walkId}/notes/${noteId}`;
  return (
    <Entry
      title={<When on={notedOn} />}
      when={readWithThemOn ? `Read together on ${longDate(readWithThemOn)}` : 'Not yet read together'}
    >
      <p>{words}</p>
      <div class="app-one-line">
        {readWithThemOn ? null : (
          <Form action={`${at}/read-together`} frame={frame}>
            <Button class="govuk-button--secondary">They heard it and said yes</Button>
          </Form>
        )}
        <Form action={`${at}/taken-away`} frame={frame}>
          <input type="hidden" name="sure" value="yes" />
          <button type="submit" class="app-link-button">
            They would rather it was not kept
          </button>
        </Form>
      </div>
    </Entry>
  );
}
