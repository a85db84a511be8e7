import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { cameBack, errorOf, Form, valueOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { Paged } from '../../../platform/ui/telling.tsx';
import { dialled } from '../../finder/card.ts';
import type { Call } from './calls.store.ts';

export interface CallsValue {
  calls: Call[];
  whose: 'mine' | 'all';
  page: number;
  pages: number;
  total: number;
  isEditor: boolean;
  /** Listings that give an address of their own and have no way yet; for the editor. */
  withAddress: number;
  today: Day;
}

/** Whom to ring today about what is still right, those longest unchecked first. */
export function CallsPage(value: CallsValue, frame: Frame, again?: Again) {
  const { calls, whose, page, pages, total, isEditor, withAddress } = value;
  const other = whose === 'mine' ? 'all' : 'mine';
  return (
    <Page title="Is it still right?" frame={frame} section="Community" again={again}>
      <h1>Is it still right?</h1>
      <p>
        {total === 0
          ? 'Nobody waits to be rung today.'
          : `${total} to ring: they did not answer our messages, asked to be rung, or nobody knows how to ask them.`}{' '}
        <a href={`/community/asking?whose=${other}`}>
          {whose === 'mine' ? 'Show everybody’s' : 'Show only those I look after'}
        </a>
      </p>
      {isEditor ? <EditorsWork withAddress={withAddress} frame={frame} /> : null}
      <Paged page={page} pages={pages} href={(to) => `/community/asking?whose=${whose}&page=${to}`}>
        <ul class="app-plain-list">
          {calls.map((call) => (
            <li key={call.togetherId} class="app-entry" id={`call-${call.togetherId}`}>
              <OneCall call={call} frame={frame} again={again} />
            </li>
          ))}
        </ul>
      </Paged>
    </Page>
  );
}

function EditorsWork({ withAddress, frame }: { withAddress: number; frame: Frame }) {
  return (
    <>
      <p>
        <a href="/community/asking/cards">Cards to print and post</a> ·{' '}
        <a href="/community/asking/outbox">Messages that went out</a> ·{' '}
        <a href="/community/asking/stewards">Who looks after which district</a>
      </p>
      {withAddress ? (
        <Form action="/community/asking/listed-addresses" frame={frame}>
          <p>
            {withAddress} {withAddress === 1 ? 'listing gives' : 'listings give'} an e-mail address to
            everybody, and nobody has said how to ask them.
          </p>
          <Button class="govuk-button--secondary">Ask them at that address from now on</Button>
        </Form>
      ) : null}
    </>
  );
}

function OneCall({ call, frame, again: any }: { call: Call; frame: Frame; again: Again | undefined }) {
  const again = cameBack(any, 'said');
  const { listings, numbers, who, steward, tries, nth } = call;
  return (
    <>
      {listings.map(({ listingId, name, checkedOn, isHidden }) => (
        <p key={listingId}>
          <a href={`/community/${listingId}`}>{name}</a>
          {checkedOn === null ? ', never checked' : `, last checked ${longDate(checkedOn)}`}
          {isHidden ? '. It is hidden by now; a yes brings it back' : ''}
        </p>
      ))}
      <p>
        {numbers.length ? 'Ring ' : 'Nobody knows a number. '}
        {numbers.map((number, index) => (
          <>
            {index ? ' or ' : ''}
            <a href={dialled(number)}>{number}</a>
          </>
        ))}
        {who ? `, and ask for ${who}` : ''}
      </p>
      <p class="app-soft">
        {nth === 3 ? 'Two messages went unanswered' : 'Nobody has asked them yet'}
        {tries ? `; rung ${tries === 1 ? 'once' : `${tries} times`}, no answer` : ''}
        {steward ? `. ${steward} looks after it` : ''}.{' '}
        <a href={`/community/${listings[0]?.listingId}/asking`}>How to ask them</a>
      </p>
      <Form action={`/community/asking/${call.togetherId}/rang`} frame={frame}>
        {nth === 3 && numbers[0] ? <input type="hidden" name="ring" value={numbers[0]} /> : null}
        <Said value="yes">Still right</Said> <Said value="nobody answered">Nobody answered</Said>
        <Details summary="Something is different" open={again !== undefined}>
          <Input
            id={`more-${call.togetherId}`}
            name="more"
            value={valueOf(again, 'more')}
            error={errorOf(again, 'more')}
            label="What they said"
          />
          <Input
            id={`until-${call.togetherId}`}
            name="until"
            value={valueOf(again, 'until')}
            error={errorOf(again, 'until')}
            label="If it is paused: back on, when they know the day"
          />
          <Said value="changed">It has changed</Said> <Said value="paused">It is paused</Said>{' '}
          <Said value="stopped">It has stopped</Said>
        </Details>
      </Form>
    </>
  );
}

const Said = ({ value, children }: { value: string; children: string }) => (
  <Button class="govuk-button--secondary" name="said" value={value}>
    {children}
  </Button>
);
