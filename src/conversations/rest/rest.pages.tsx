import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { type EntryVoice, kindInWords } from '../conversation.ts';
import { HowItRests } from '../conversations.pages.tsx';
import { detailsInWords, FactFields } from '../fact-fields.tsx';
import { type FactName, factKind } from '../facts.ts';
import type { Missing } from '../known-facts.ts';
import type { SaidBefore, ToRest } from './rest.store.ts';

/** What is settled, what is still to find out, each answerable here, and the one way to rest. */
export function RestPage(
  { identity, today, conversation, facts, missing, before }: ToRest,
  frame: Frame,
  again?: Again,
) {
  const { id, kind, restingOn } = conversation;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      title="Letting a conversation rest"
      frame={frame}
      again={again}
    >
      <h2>
        Conversation {kind}, {kindInWords[kind]}
      </h2>
      {restingOn ? <HowItRests conversation={conversation} today={today} /> : null}
      {facts.length ? <h3>What we know</h3> : null}
      <ul class="app-plain-list">
        {facts.map((fact) => (
          <li key={fact.id}>
            <b>{factKind(fact.kind).title}</b>: <a href={`/entries/${fact.entryId}/facts`}>“{fact.phrase}”</a>
            {detailsInWords(fact.kind, fact.details).map((line) => ` ${line}.`)}
          </li>
        ))}
      </ul>
      {restingOn ? null : (
        <StillToFindOut id={id} missing={missing} before={before} frame={frame} again={again} />
      )}
      {restingOn ? null : (
        <Form action={`/conversations/${id}/rest`} frame={frame}>
          {again?.refusal ? <NotYet missing={missing} /> : null}
          {missing.length ? null : (
            <p>Everything is there. {nameFor(identity)} can come back at any time, to the same story.</p>
          )}
          <Button preventDoubleClick>Let it rest</Button>
        </Form>
      )}
    </PersonFrame>
  );
}

function NotYet({ missing }: { missing: Missing[] }) {
  return (
    <InsetText>
      <p>Not yet:</p>
      <ul class="app-plain-list">
        {missing.map(({ refused, because, satisfyBy }) => (
          <li key={because}>
            {because}. To go on: {satisfyBy}. <span class="app-soft">Rule {refused}</span>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

interface StillProps {
  id: string;
  missing: Missing[];
  before: SaidBefore[];
  frame: Frame;
  again: Again | undefined;
}

/** Each thing missing, with the questions whose answer would settle it; a question is asked once. */
function StillToFindOut({ id, missing, before, frame, again }: StillProps) {
  if (!missing.length) return null;
  const asked = missing.map(({ answers }, index) => {
    const earlier = new Set(missing.slice(0, index).flatMap((one) => one.answers));
    return answers.filter((kind) => !earlier.has(kind));
  });
  return (
    <>
      <h3>Still to find out</h3>
      <ul class="app-plain-list">
        {missing.map(({ because }, index) => (
          <li key={because}>
            <p>{upper(because)}.</p>
            {asked[index]?.map((kind) => (
              <Question
                key={kind}
                id={id}
                kind={kind}
                said={before.find((one) => one.kind === kind)}
                frame={frame}
                again={again}
              />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

interface QuestionProps {
  id: string;
  kind: FactName;
  said: SaidBefore | undefined;
  frame: Frame;
  again: Again | undefined;
}

/** One question, answered in a sentence. The form that came back keeps plain ids, so that its problems lead to it. */
function Question({ id, kind, said, frame, again }: QuestionProps) {
  const mine = again?.typed.kind === kind ? again : undefined;
  const idPrefix = mine ? '' : `${kind}-`;
  return (
    <details class="govuk-details" id={kind} open={mine !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{factKind(kind).question}</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/conversations/${id}/answers`} frame={frame}>
          <input type="hidden" name="kind" value={kind} />
          {said ? (
            <p>
              On {longDate(said.happenedOn)}: “{said.phrase}” Is it still so? Write it as it is now.
            </p>
          ) : null}
          <Textarea
            name="sentence"
            id={`${idPrefix}sentence`}
            label={factKind(kind).title}
            hint="In a sentence"
            rows={2}
            value={valueOf(mine, 'sentence')}
            error={errorOf(mine, 'sentence')}
          />
          <FactFields kind={kind} again={mine} idPrefix={idPrefix} />
          <Select
            name="voice"
            id={`${idPrefix}voice`}
            label="Whose words are these?"
            value={valueOf(mine, 'voice', likelyVoice[kind] ?? 'noticed')}
            items={voiceItems}
          />
          <Button class="govuk-button--secondary">Write it and mark it</Button>
        </Form>
      </div>
    </details>
  );
}

const voiceItems: { value: EntryVoice; text: string }[] = [
  { value: 'said', text: 'Theirs' },
  { value: 'noticed', text: 'Mine: what I noticed' },
  { value: 'think', text: 'Mine: what I think' },
  { value: 'agreed', text: 'Ours: what we agreed' },
];

const likelyVoice: Partial<Record<FactName, EntryVoice>> = {
  'what-matters': 'said',
  'may-have-needs': 'think',
  declined: 'said',
  'information-given': 'agreed',
  'how-to-come-back': 'agreed',
  'check-back': 'agreed',
  'under-way': 'agreed',
};

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
