import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, Form, valueOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { SummaryList } from '../../../platform/ui/govuk/summary-list.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { When } from '../../../platform/ui/telling.tsx';
import { kindInWords } from './suggestions.pages.tsx';
import type { Likely, Suggestion } from './suggestions.store.ts';

export interface AnsweringValue {
  suggestion: Suggestion;
  likely: Likely[];
  /** What was looked for among the listings there are. */
  looked: string;
}

interface Part {
  value: AnsweringValue;
  frame: Frame;
  again: Again | undefined;
}

/** One suggestion: answered in words, made a listing in one go, or said to be one that is there already. */
export function AnsweringPage(value: AnsweringValue, frame: Frame, again?: Again) {
  const { suggestion } = value;
  const { kind, words, place, when, reach, madeAt, listingName, listingId, answer } = suggestion;
  const row = (key: string, text: string | null) => (text ? { key, value: text } : undefined);
  return (
    <Page title="A suggestion" frame={frame} section="Community" again={again}>
      <h1>{kindInWords[kind]}</h1>
      <blockquote class="app-said">{words}</blockquote>
      <SummaryList
        rows={[
          listingId
            ? { key: 'Listing', value: <a href={`/community/${listingId}`}>{listingName}</a> }
            : undefined,
          row('Where', place),
          row('When', when),
          row('Reach them', reach),
          { key: 'Sent', value: <When at={madeAt} /> },
        ]}
      />
      {answer ? <Answered suggestion={suggestion} /> : <Answers value={value} frame={frame} again={again} />}
    </Page>
  );
}

function Answered({ suggestion: { answerWords, answeredAt, answerListing } }: { suggestion: Suggestion }) {
  return (
    <>
      <h2>Answered{answeredAt ? ` ${longDate(answeredAt)}` : ''}</h2>
      <p>{answerWords}</p>
      {answerListing ? (
        <p>
          <a href={`/community/${answerListing.listingId}`}>{answerListing.name}</a>
        </p>
      ) : null}
    </>
  );
}

function Answers({ value, frame, again }: Part) {
  const { suggestion, likely, looked } = value;
  const action = (what: string) => `/community/suggestions/${suggestion.suggestionId}/${what}`;
  const joining = cameBack(again, 'existing') ?? (again && 'joining' in again.typed ? again : undefined);
  const making = cameBack(again, 'checkedBy');
  const answering = again && !joining && !making ? again : undefined;
  /** It stands in each form: an id of its own, unless an error is to lead to it. */
  const theirs = (which: string, mine: Again | undefined, begins: string) => (
    <Textarea
      {...asked(mine, 'answer', begins)}
      id={mine ? 'answer' : `answer-${which}`}
      label="What they will read"
      rows={2}
    />
  );
  return (
    <>
      {suggestion.kind === 'change' ? null : (
        <Details summary="Make a listing of it" open={making !== undefined}>
          <Form action={action('listing')} frame={frame}>
            <MakeFields suggestion={suggestion} again={making} />
            {theirs('listing', making, 'Thank you. It is in the directory now.')}
            <Button>Make the listing and answer</Button>
          </Form>
        </Details>
      )}
      <Details summary="It is there already" open={joining !== undefined || looked !== ''}>
        <form method="get" class="app-search" action={`/community/suggestions/${suggestion.suggestionId}`}>
          <Input name="q" label="Look for it by other words" value={looked} />
          <Button class="govuk-button--secondary">Look</Button>
        </form>
        <Form action={action('joined')} frame={frame}>
          <input type="hidden" name="joining" value="yes" />
          <Radios
            name="existing"
            legend={likely.length ? 'Which one is it?' : 'Nothing like it was found'}
            items={likely.map(({ listingId, name, town }) => ({
              value: listingId,
              label: town ? `${name}, ${town}` : name,
            }))}
            value={valueOf(joining, 'existing')}
            error={asked(joining, 'existing').error}
          />
          {theirs('joined', joining, 'Thank you. It is in the directory already: here it is.')}
          <Button class="govuk-button--secondary">Answer with this listing</Button>
        </Form>
      </Details>
      <Form action={action('answer')} frame={frame}>
        {theirs('words', answering, '')}
        <Button class="govuk-button--secondary">Answer in words</Button>
      </Form>
    </>
  );
}

function MakeFields({ suggestion, again }: { suggestion: Suggestion; again: Again | undefined }) {
  const { words, place, when } = suggestion;
  return (
    <>
      <Input {...asked(again, 'name', nameIn(words))} label="Name" />
      <Input {...asked(again, 'summary')} label="What it is, in one sentence" />
      <Textarea {...asked(again, 'description', words)} label="More about it" rows={4} />
      <Input {...asked(again, 'venue', place)} label="Name of the place" />
      <Input {...asked(again, 'town')} label="Town or village" />
      <Input {...asked(again, 'postcode')} label="Postcode" class="govuk-input--width-10" />
      <Input {...asked(again, 'when', when)} label="When, in words" />
      <Input
        {...asked(again, 'checkedBy')}
        label="Who told you it is right?"
        hint="Whoever runs it, if you spoke with them. Left empty, it counts as not checked yet."
      />
    </>
  );
}

/** A name to begin with: the first sentence, or the first few words. */
const nameIn = (words: string): string => (words.split(/[.\n,;:]/)[0] ?? words).trim().slice(0, 80);
