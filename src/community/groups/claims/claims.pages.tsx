import type { Day } from '../../../platform/clock.ts';
import { dayOf } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { agoInWords, longDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, Form, valueOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { Paged, When } from '../../../platform/ui/telling.tsx';
import { ShortAddress } from '../short-address-view.tsx';
import type { Claim, CoveredListing } from './claims.store.ts';

export interface NewClaimValue {
  councilSlug: string;
  listingId: string;
  listingName: string;
}

/** For anybody: "I run this group". No account, and an answer at a short address. */
export function NewClaimPage(
  { councilSlug, listingId, listingName }: NewClaimValue,
  frame: Frame,
  again?: Again,
) {
  return (
    <Page title="I run this group" frame={frame} again={again}>
      <h1>I run {listingName}</h1>
      <p>
        Tell us how to reach you. Somebody rings or writes, and then the group has a page of its own where you
        keep it right yourselves. No account and no password.
      </p>
      <Form action={`/at/${councilSlug}/claims`} frame={frame}>
        <input type="hidden" name="listing" value={listingId} />
        <Input {...asked(again, 'name')} label="Your name" autocomplete="name" />
        <Input
          {...asked(again, 'reach')}
          label="How to reach you"
          hint="A telephone number or an email address. Only those who look after the directory see it."
        />
        <Textarea {...asked(again, 'words')} label="Anything we should know" rows={3} />
        <Checkboxes
          name="wantsAll"
          items={[
            { value: 'yes', label: 'We run more than this one, and would like to look after all of them' },
          ]}
          values={valueOf(again, 'wantsAll') ? ['yes'] : []}
        />
        <Button>Send it</Button>
      </Form>
    </Page>
  );
}

export interface ClaimAnswerValue {
  kind: 'claim';
  code: string;
  claim: Claim;
  listings: CoveredListing[];
}

/** What a claimant reads at their short address: still waiting, yes with the way in, or no with why. */
export function ClaimAnswerPage({ code, claim, listings }: ClaimAnswerValue, frame: Frame, again?: Again) {
  return (
    <Page title="Your answer" frame={frame} again={again}>
      <h1>{claim.listingName}</h1>
      {claim.answer === null ? (
        <p class="govuk-body-l">
          Thank you, {claim.name}. We have it since {longDate(dayOf(claim.madeAt))}, and somebody reads it
          within days.
        </p>
      ) : null}
      {claim.answer === 'no' ? (
        <>
          <p class="govuk-body-l">We could not say yes.</p>
          <p>{claim.answerWhy}</p>
        </>
      ) : null}
      {claim.answer === 'yes' ? (
        <Covered code={code} listings={listings} frame={frame} why={claim.answerWhy} />
      ) : null}
      <ShortAddress code={code} frame={frame}>
        {claim.answer === null ? 'Your answer will be here:' : 'Come back to this page by its address:'}
      </ShortAddress>
    </Page>
  );
}

function Covered(props: { code: string; listings: CoveredListing[]; frame: Frame; why: string | null }) {
  const { code, listings, frame, why } = props;
  return (
    <>
      <p class="govuk-body-l">Yes. {listings.length === 1 ? 'Here is its page.' : 'Here are your pages.'}</p>
      {why ? <p>{why}</p> : null}
      <ul class="app-plain-list">
        {listings.map(({ listingId, name, state }) => (
          <li key={listingId}>
            <Form action={`/g/${code}/listings`} frame={frame}>
              <input type="hidden" name="listing" value={listingId} />
              <p>
                <b>{name}</b>
                {state === 'listed' ? '' : ' (not shown to others now)'}
              </p>
              <Button class="govuk-button--secondary">
                Open its page<span class="govuk-visually-hidden">: {name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  );
}

export interface ClaimsValue {
  claims: Claim[];
  isAnswered: boolean;
  page: number;
  isMore: boolean;
  today: Day;
}

/** For the directory's editor: who says they run what, longest waiting first. */
export function ClaimsPage({ claims, isAnswered, page, isMore, today }: ClaimsValue, frame: Frame) {
  const href = (to: number) => `/community/claims?page=${to}${isAnswered ? '&answered=yes' : ''}`;
  return (
    <Page title="Who runs what" frame={frame} section="Community">
      <h1>{isAnswered ? 'Who said they run it: answered' : 'Who says they run it'}</h1>
      <p>
        {isAnswered ? (
          <a href="/community/claims">Those that wait for an answer</a>
        ) : (
          <a href="/community/claims?answered=yes">Those answered before</a>
        )}
      </p>
      {claims.length === 0 ? <p>Nobody waits for an answer.</p> : null}
      <Paged page={page} pages={page + (isMore ? 1 : 0)} href={href}>
        <ul class="app-found">
          {claims.map((claim) => (
            <li key={claim.claimId}>
              <h2 class="govuk-heading-s">
                <a href={`/community/claims/${claim.claimId}`}>{claim.listingName}</a>
              </h2>
              <p>
                {claim.name}, {agoInWords(dayOf(claim.madeAt), today)}
                {claim.wantsAll ? `, for all of ${claim.organisationName ?? 'their listings'}` : ''}
                {claim.answer ? `. Answered: ${claim.answer}.` : ''}
              </p>
            </li>
          ))}
        </ul>
      </Paged>
    </Page>
  );
}

/** One claim, to be answered in words the claimant reads. */
export function ClaimPage(claim: Claim, frame: Frame, again?: Again) {
  return (
    <Page title="Who runs it" frame={frame} section="Community" again={again}>
      <h1>
        {claim.name} says they run {claim.listingName}
      </h1>
      <p>
        Reach them: <b>{claim.reach}</b>. Said <When at={claim.madeAt} />.{' '}
        <a href={`/community/${claim.listingId}`}>The listing</a>
      </p>
      {claim.words ? <blockquote class="app-said">{claim.words}</blockquote> : null}
      <p>{wantsInWords(claim)}</p>
      {claim.answer ? (
        <Answered claim={claim} frame={frame} />
      ) : (
        <AnswerForm claim={claim} frame={frame} again={again} />
      )}
    </Page>
  );
}

function wantsInWords({ wantsAll, organisationName, listings }: Claim): string {
  const all = organisationName
    ? `${organisationName} has ${listings === 1 ? 'this one listing' : `${listings} listings`}.`
    : 'We do not know which organisation runs it.';
  return `${wantsAll ? 'They would like to look after all of their listings.' : 'They ask for this listing only.'} ${all}`;
}

function Answered({ claim, frame }: { claim: Claim; frame: Frame }) {
  return (
    <>
      <p>
        Answered {claim.answer}
        {claim.answeredAt ? <> on {longDate(dayOf(claim.answeredAt))}</> : null}
        {claim.coversAll ? ', for all of the organisation’s listings' : ''}.
        {claim.answerWhy ? ` “${claim.answerWhy}”` : ''}
      </p>
      <Form action={`/community/claims/${claim.claimId}/link`} frame={frame}>
        <p>
          They read it at the address they were given. If they lost it, make a new one; the old one stops.
        </p>
        <Button class="govuk-button--secondary">Make a card with a new address</Button>
      </Form>
    </>
  );
}

function AnswerForm({ claim, frame, again: any }: { claim: Claim; frame: Frame; again: Again | undefined }) {
  const again = cameBack(any, 'answer') ?? any;
  return (
    <Form action={`/community/claims/${claim.claimId}/answer`} frame={frame}>
      <Radios
        name="answer"
        legend="Ring or write to them first. Do they run it?"
        items={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        value={valueOf(again, 'answer')}
        error={asked(again, 'answer').error}
      />
      {claim.organisationName ? (
        <Checkboxes
          name="coversAll"
          items={[{ value: 'yes', label: `The yes is for all of ${claim.organisationName}’s listings` }]}
          values={valueOf(again, 'coversAll', claim.wantsAll ? 'yes' : '') ? ['yes'] : []}
        />
      ) : null}
      <Textarea {...asked(again, 'why')} label="What they will read" hint="Needed for a no: why" rows={3} />
      <Button>Answer</Button>
    </Form>
  );
}
