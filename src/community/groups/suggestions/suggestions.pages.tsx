import { type Day, dayOf } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { agoInWords, longDate } from '../../../platform/ui/dates.ts';
import { asked, Form, valueOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { Paged } from '../../../platform/ui/telling.tsx';
import { ShortAddress } from '../short-address-view.tsx';
import { answerWithin, type Waiting } from './suggestion.ts';
import type { SuggestionKind } from './suggestions.forms.ts';
import type { Suggestion } from './suggestions.store.ts';
import { waitingInWords } from './waiting-words.ts';

export interface NewSuggestionValue {
  councilSlug: string;
  /** A listing to be changed, when it is one. */
  listing: { listingId: string; name: string } | null;
  /** What was looked for and not found, to begin with. */
  begins: string;
}

/** For anybody: something is missing, or I run something new, or this should change. */
export function NewSuggestionPage(value: NewSuggestionValue, frame: Frame, again?: Again) {
  const { councilSlug, listing, begins } = value;
  return (
    <Page title="Tell us what is missing" frame={frame} again={again}>
      <h1>{listing ? `Something to change: ${listing.name}` : 'Tell us what is missing'}</h1>
      <p>Somebody reads each one, and each gets an answer.</p>
      <Form action={`/at/${councilSlug}/suggestions`} frame={frame}>
        {listing ? (
          <>
            <input type="hidden" name="kind" value="change" />
            <input type="hidden" name="listing" value={listing.listingId} />
          </>
        ) : (
          <Radios
            name="kind"
            legend="Which is it?"
            items={[
              { value: 'missing', label: 'Something is missing' },
              { value: 'i-run-it', label: 'I run something new' },
            ]}
            value={valueOf(again, 'kind', 'missing')}
            error={asked(again, 'kind').error}
          />
        )}
        <Textarea
          {...asked(again, 'words', begins)}
          label={listing ? 'What should change?' : 'What is it?'}
          hint={listing ? undefined : 'Its name if it has one, and what people do there'}
          rows={4}
        />
        {listing ? null : (
          <>
            <Input {...asked(again, 'place')} label="Where?" hint="As well as you know" />
            <Input {...asked(again, 'when')} label="When?" hint="As well as you know" />
          </>
        )}
        <Input
          {...asked(again, 'reach')}
          label="How to reach you, if you like"
          hint="A telephone number or an email address. Only those who look after the directory see it. You can leave it empty: you get an address where your answer will be."
        />
        <Button>Send it</Button>
      </Form>
    </Page>
  );
}

export interface SuggestionAnswerValue {
  kind: 'suggestion';
  code: string;
  suggestion: Suggestion;
}

/** What somebody reads at their short address: that we have it, and then the answer. */
export function SuggestionAnswerPage({ code, suggestion }: SuggestionAnswerValue, frame: Frame) {
  const { words, madeAt, answerWords, answeredAt, answerListing } = suggestion;
  return (
    <Page title="Your suggestion" frame={frame}>
      <h1>Your suggestion</h1>
      <blockquote class="app-said">{words}</blockquote>
      {answerWords ? (
        <>
          <h2>Our answer{answeredAt ? `, ${longDate(dayOf(answeredAt))}` : ''}</h2>
          <p class="govuk-body-l">{answerWords}</p>
          {answerListing?.isListed ? (
            <p>
              <a
                href={`${frame.home ?? ''}/l/${answerListing.short.slice(0, 4)}-${answerListing.short.slice(4)}`}
              >
                {answerListing.name}
              </a>
            </p>
          ) : null}
        </>
      ) : (
        <p>
          We have it since {longDate(dayOf(madeAt))}. Somebody reads it within {answerWithin} days, and the
          answer will be here.
        </p>
      )}
      <ShortAddress code={code} frame={frame}>
        This page’s address:
      </ShortAddress>
    </Page>
  );
}

export const kindInWords: Record<SuggestionKind, string> = {
  missing: 'Something is missing',
  'i-run-it': 'I run something new',
  change: 'Something to change',
};

export interface SuggestionsValue {
  suggestions: Suggestion[];
  waiting: Waiting;
  isAnswered: boolean;
  page: number;
  isMore: boolean;
  today: Day;
}

/** For the directory's editor: what anybody suggested, oldest first. */
export function SuggestionsPage(value: SuggestionsValue, frame: Frame) {
  const { suggestions, waiting, isAnswered, page, isMore, today } = value;
  const href = (to: number) => `/community/suggestions?page=${to}${isAnswered ? '&answered=yes' : ''}`;
  return (
    <Page title="Suggestions" frame={frame} section="Community">
      <h1>{isAnswered ? 'Suggestions answered' : 'Suggestions'}</h1>
      <p role="status">{waitingInWords(waiting)}</p>
      <p>
        {isAnswered ? (
          <a href="/community/suggestions">Those that wait for an answer</a>
        ) : (
          <a href="/community/suggestions?answered=yes">Those answered before</a>
        )}
      </p>
      <Paged page={page} pages={page + (isMore ? 1 : 0)} href={href}>
        <ul class="app-found">
          {suggestions.map((one) => (
            <li key={one.suggestionId}>
              <p>
                <a href={`/community/suggestions/${one.suggestionId}`}>{firstWords(one.words)}</a>
              </p>
              <p class="app-soft">
                {[kindInWords[one.kind], one.listingName, one.place, agoInWords(dayOf(one.madeAt), today)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {one.answerWords ? <p>Answered: {firstWords(one.answerWords)}</p> : null}
            </li>
          ))}
        </ul>
      </Paged>
    </Page>
  );
}

export const firstWords = (text: string): string =>
  text.length > 120 ? `${text.slice(0, 117).replace(/\s+\S*$/, '')} …` : text;
