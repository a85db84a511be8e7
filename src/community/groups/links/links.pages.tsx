import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, errorOf, Form, valueOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink, Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { capitalised } from '../../finder/card.ts';
import type { GroupMatters } from '../own-page/own-page.store.ts';
import { needInWords } from '../own-page/own-page-view.tsx';
import { LiveTimes } from '../own-page/printed.pages.tsx';
import { type UserLed, userLedInWords } from '../user-led/user-led.ts';

export interface GroupPageValue extends GroupMatters {
  listingId: string;
  name: string;
  links: number;
  userLed: UserLed;
  /** Directory editors say who runs it; those alongside people write thanks. */
  isEditor: boolean;
  mayThank: boolean;
}

interface Part {
  value: GroupPageValue;
  frame: Frame;
  again: Again | undefined;
}

/** For colleagues: the group's own page, given in one press; what it needs, its stories, and a thank-you. */
export function GroupPagePage(value: GroupPageValue, frame: Frame, again?: Again) {
  const { listingId, name, userLed, lastChange } = value;
  return (
    <Page title="A group’s own page" frame={frame} section="Community" again={again}>
      <BackLink href={`/community/${listingId}`}>The listing</BackLink>
      <h1>{name}: its own page</h1>
      <Address value={value} frame={frame} again={again} />
      {lastChange ? (
        <p>
          Last changed by {lastChange.who} on {longDate(lastChange.madeAt)}:{' '}
          {lastChange.lines.map(({ what }) => what.toLowerCase()).join(', ')}.
        </p>
      ) : null}
      <Matters value={value} />
      {value.mayThank ? <ThankForm value={value} frame={frame} again={again} /> : null}
      <h2>Who runs it</h2>
      <p>{userLedInWords(userLed)}.</p>
      {value.isEditor ? <UserLedForm value={value} frame={frame} again={again} /> : null}
    </Page>
  );
}

function Address({ value: { listingId, links }, frame, again }: Part) {
  return (
    <>
      <p>
        {links === 0
          ? 'It has no address of its own yet.'
          : `${links === 1 ? 'One address opens it' : `${links} addresses open it`} now.`}{' '}
        Whoever has one can change this listing, and nothing else. It is shown once, to print or to hand on.
      </p>
      <Form action={`/community/${listingId}/group-page`} frame={frame}>
        <Button>Give the group its page</Button>
      </Form>
      {links > 0 ? (
        <Details summary="An address went astray" open={errorOf(again, 'isSure') !== undefined}>
          <Form action={`/community/${listingId}/group-page/end`} frame={frame}>
            <Checkboxes
              name="isSure"
              legend="Every address given so far stops at once. Then give the group a new one."
              items={[{ value: 'yes', label: 'The cards already printed may stop working' }]}
              error={errorOf(again, 'isSure')}
            />
            <Button class="govuk-button--secondary">End the old addresses</Button>
          </Form>
        </Details>
      ) : null}
    </>
  );
}

function Matters({ value: { needs, stories, thanks } }: { value: GroupPageValue }) {
  const open = needs.filter(({ metOn }) => metOn === null);
  return (
    <>
      {open.length ? (
        <>
          <h2>What it needs</h2>
          <ul>
            {open.map((need) => (
              <li key={need.needId}>
                {capitalised(needInWords[need.kind])}: {need.words}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {stories.map((story) => (
        <blockquote class="app-said" key={story.words}>
          <p>{story.words}</p>
          <p class="app-by">The group, {longDate(story.on)}</p>
        </blockquote>
      ))}
      {thanks.map((note) => (
        <p key={note.words}>
          We thanked them on {longDate(note.on)}: “{note.words}”
        </p>
      ))}
    </>
  );
}

function ThankForm({ value: { listingId }, frame, again: any }: Part) {
  const again = cameBack(any, 'thanks');
  return (
    <Details summary="Thank them" open={again !== undefined}>
      <Form action={`/community/${listingId}/thanks`} frame={frame}>
        <Textarea
          {...asked(again, 'thanks')}
          label="What it changed for somebody"
          hint="Nobody’s name, and nothing by which they could be known. Ask them first."
          rows={3}
        />
        <Button class="govuk-button--secondary">Thank them</Button>
      </Form>
    </Details>
  );
}

function UserLedForm({ value: { listingId, userLed }, frame, again: any }: Part) {
  const again = cameBack(any, 'userLedWho');
  const now = userLed.isUserLed === null ? 'unsaid' : userLed.isUserLed ? 'yes' : 'no';
  return (
    <Details summary="Say whether the people it is for run it" open={again !== undefined}>
      <Form action={`/community/${listingId}/user-led`} frame={frame}>
        <Radios
          name="userLed"
          legend="Do the people it is for run it themselves?"
          hint={
            userLed.listings > 1
              ? `This is said of all ${userLed.listings} listings of ${userLed.organisationName}.`
              : undefined
          }
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'unsaid', label: 'Nobody has said' },
          ]}
          value={valueOf(again, 'userLed', now)}
          error={asked(again, 'userLed').error}
        />
        <Input {...asked(again, 'userLedWho')} label="Who said so?" hint="Left empty, it is you" />
        <Button class="govuk-button--secondary">Save</Button>
      </Form>
    </Details>
  );
}

export interface CardValue {
  code: string;
  kind: string;
  name: string;
}

/** A short address as a card to print and hand on. It opens one thing, and names nobody. */
export function AddressCardPage({ code, kind, name }: CardValue, frame: Frame) {
  return (
    <Page title="A card with an address" frame={frame}>
      <article class="app-copy">
        <h1>{name}</h1>
        <p>
          {kind === 'listing'
            ? 'Your group’s own page: is everything still right? No account and no password.'
            : 'Read your answer here. No account and no password.'}
        </p>
        <LiveTimes address={`${frame.origin ?? ''}/g/${code}`} />
        {kind === 'listing' ? (
          <p>Keep it to those who run the group: whoever has it can change the page.</p>
        ) : null}
      </article>
      <p>
        <a href={`/g/${code}`}>Open the page</a>
      </p>
      <p class="app-soft">This address is not shown again. Print this, or write it down.</p>
    </Page>
  );
}
