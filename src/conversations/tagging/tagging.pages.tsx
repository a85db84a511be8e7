import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { Voices } from '../../people/timeline/voices.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { Aside, When } from '../../platform/ui/telling.tsx';
import { type Entry, type Fact, spokenIn } from '../conversation.ts';
import { detailsInWords, FactFields } from '../fact-fields.tsx';
import { type FactName, factKind } from '../facts.ts';
import { Choose } from './choosing.pages.tsx';
import { placeOf, type Words } from './tagging.forms.ts';

export interface TaggingValue {
  identity: Identity;
  today: Day;
  entry: Entry;
  facts: (Fact & { isCurrent: boolean })[];
  /** What the conversation still looks for, as kinds of fact. */
  questions: FactName[];
  words: Words | null;
  /** Who said those words, unless the writer says otherwise. */
  saidBy: string;
  /** The words as copied, and whether they stand nowhere in the entry. */
  exact: string;
  isNotThere: boolean;
  kind: FactName | null;
  replaces: string | null;
  /** The fact this would correct, which may be from an earlier conversation. */
  corrected: Fact | null;
}

/** The four voices as written, what they settle so far, and a way to mark more. */
export function TaggingPage(value: TaggingValue, frame: Frame, cameBack?: Again) {
  const { identity, today, entry, facts, questions } = value;
  const again = cameBack ?? notThere(value);
  const current = facts.filter(({ isCurrent }) => isCurrent);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      title="What was written"
      frame={frame}
      again={again}
      aside={questions.length ? <StillOpen entry={entry} questions={questions} /> : undefined}
    >
      <h2>What was written</h2>
      <p class="app-when">
        <When at={entry.happenedAt} /> · {entry.author ?? 'Somebody here'}
        {entry.withWhom ? ` with ${entry.withWhom}` : ''}
        {entry.reason ? ` · added: ${entry.reason}` : ''}
      </p>
      <Voices
        voices={spokenIn(entry, nameFor(identity))}
        facts={current.map((fact) => ({ ...fact, kind: factKind(fact.kind).title }))}
      />
      <Settled facts={facts} entry={entry} />
      {value.words && value.kind ? (
        <Mark value={value} words={value.words} kind={value.kind} frame={frame} again={again} />
      ) : (
        <Choose value={value} again={again} />
      )}
      <p>
        <a href={`/people/${identity.personId}`}>Back to {nameFor(identity)}’s story</a>
      </p>
    </PersonFrame>
  );
}

/** A page asked for with words that stand nowhere in the entry says so beside the field. */
function notThere({ isNotThere, exact }: TaggingValue): Again | undefined {
  if (!isNotThere) return undefined;
  const message = 'These words are not in what was written: copy them from above, or choose a sentence';
  return { typed: { exact }, problems: [{ field: 'exact', message }], refusal: null };
}

function Settled({ facts, entry }: { facts: TaggingValue['facts']; entry: Entry }) {
  if (!facts.length) return null;
  return (
    <>
      <h2>What these words settle</h2>
      <ul class="app-plain-list">
        {facts.map((fact) => (
          <li key={fact.id}>
            <b>{factKind(fact.kind).title}</b>: “{fact.phrase}”{fact.saidBy ? ` from ${fact.saidBy}.` : ''}
            {detailsInWords(fact.kind, fact.details).map((line) => ` ${sentence(line)}`)}{' '}
            {fact.isCurrent ? (
              <a
                href={`/entries/${entry.id}/facts?place=${placeOf(fact)}&kind=${fact.kind}&replaces=${fact.id}`}
              >
                Correct<span class="govuk-visually-hidden"> “{factKind(fact.kind).title}”</span>
              </a>
            ) : (
              <span class="app-soft">Corrected since.</span>
            )}
            {fact.isCurrent && fact.details.answer === 'own-conversation' ? (
              <p>
                <a href={`/people/${entry.personId}/around`}>Offer them a conversation of their own</a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

interface MarkProps {
  value: TaggingValue;
  words: Words;
  kind: FactName;
  frame: Frame;
  again: Again | undefined;
}

function Mark({ value, words, kind, frame, again }: MarkProps) {
  const { entry, replaces, corrected, saidBy } = value;
  const elsewhere = `/entries/${entry.id}/facts?kind=${kind}${replaces ? `&replaces=${replaces}` : ''}`;
  return (
    <Form action={`/entries/${entry.id}/facts`} frame={frame}>
      <h2>{corrected ? `Correct “${factKind(kind).title}”` : factKind(kind).title}</h2>
      <p>
        <mark class="app-fact">{words.phrase}</mark> <a href={elsewhere}>Choose other words</a>
      </p>
      <input type="hidden" name="place" value={placeOf(words)} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="replaces" value={replaces ?? ''} />
      <Input {...asked(again, 'saidBy', saidBy)} label="Who said it" autoComplete="off" />
      <FactFields kind={kind} again={again} begins={corrected?.details ?? {}} />
      <Button>{corrected ? 'Keep both, and go by this one' : 'Mark it'}</Button>
    </Form>
  );
}

/** The gaps, as plain questions: marked in these words where they are answered here, or written as they are. */
function StillOpen({ entry, questions }: { entry: Entry; questions: FactName[] }) {
  return (
    <Aside heading="Still to find out">
      <ul class="app-plain-list">
        {questions.map((name) => (
          <li key={name}>
            {factKind(name).question}{' '}
            <a href={`/entries/${entry.id}/facts?kind=${name}`}>
              Mark it<span class="govuk-visually-hidden"> in these words: {factKind(name).title}</span>
            </a>{' '}
            or{' '}
            <a href={`/conversations/${entry.conversationId}/rest#${name}`}>
              write it<span class="govuk-visually-hidden">: {factKind(name).title}</span>
            </a>
          </li>
        ))}
      </ul>
    </Aside>
  );
}
