import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { errorOf, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Aside, When } from '../../platform/ui/telling.tsx';
import { Voices } from '../../platform/ui/voices.tsx';
import {
  type ConversationKind,
  type Entry,
  type EntryVoice,
  type Fact,
  spokenIn,
  voices,
} from '../conversation.ts';
import { detailsInWords, FactFields } from '../fact-fields.tsx';
import { type FactName, factKind, factKinds, factsNeededAt } from '../facts.ts';
import type { Missing } from '../resting.ts';
import { sentencesOf } from './sentences.ts';
import { placeOf, type Words } from './tagging.forms.ts';

export interface TaggingValue {
  identity: Identity;
  today: Day;
  entry: Entry;
  facts: (Fact & { isCurrent: boolean })[];
  missing: Missing[];
  words: Words | null;
  kind: FactName | null;
  replaces: string | null;
}

/** The four voices as written, what they settle so far, and a way to mark more. */
export function TaggingPage(value: TaggingValue, frame: Frame, again?: Again) {
  const { identity, today, entry, facts, missing } = value;
  const current = facts.filter(({ isCurrent }) => isCurrent);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      title="What was written"
      frame={frame}
      again={again}
      aside={missing.length ? <StillOpen entry={entry} missing={missing} /> : undefined}
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
    </PersonFrame>
  );
}

function Settled({ facts, entry }: { facts: TaggingValue['facts']; entry: Entry }) {
  if (!facts.length) return null;
  return (
    <>
      <h2>What these words settle</h2>
      <ul class="app-plain-list">
        {facts.map((fact) => (
          <li key={fact.id}>
            <b>{factKind(fact.kind).title}</b>: “{fact.phrase}”
            {detailsInWords(fact.kind, fact.details).map((line) => ` ${line}.`)}{' '}
            {fact.isCurrent ? (
              <a
                href={`/entries/${entry.id}/facts?place=${placeOf(fact)}&kind=${fact.kind}&replaces=${fact.id}`}
              >
                Correct<span class="govuk-visually-hidden"> “{factKind(fact.kind).title}”</span>
              </a>
            ) : (
              <span class="app-soft">Corrected since.</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const asks: Record<EntryVoice, string> = {
  said: 'What they said',
  noticed: 'What you noticed',
  think: 'What you think',
  agreed: 'What you agreed',
};

/** First the words and what they settle. Script lets a few words be selected; without it, a sentence is chosen. */
function Choose({
  value: { entry, kind, words, replaces },
  again,
}: {
  value: TaggingValue;
  again: Again | undefined;
}) {
  return (
    <form method="get" action={`/entries/${entry.id}/facts`} data-pick="">
      <h2>{replaces ? 'Choose other words' : 'Mark what the law needs to know'}</h2>
      <p class="app-soft">Choose a sentence. With a mouse you can select a few words inside it.</p>
      {replaces ? <input type="hidden" name="replaces" value={replaces} /> : null}
      {voices
        .filter((voice) => entry[voice])
        .map((voice, index) => (
          <Radios
            key={voice}
            name="place"
            id={index === 0 ? 'place' : `place-${voice}`}
            class="govuk-radios--small"
            legend={asks[voice]}
            items={sentencesOf(entry[voice]).map((sentence) => asChoice({ ...sentence, voice }))}
            value={words ? placeOf(words) : undefined}
            error={index === 0 ? errorOf(again, 'place') : undefined}
          />
        ))}
      <Select
        name="kind"
        label="What do they settle?"
        value={kind ?? ''}
        error={errorOf(again, 'kind')}
        items={[
          { value: '', text: 'Choose' },
          ...kindsFor(entry.kind).map((name) => ({ value: name, text: factKind(name).title })),
        ]}
      />
      <Button>Go on</Button>
    </form>
  );
}

function asChoice({
  voice,
  startsAt,
  endsAt,
  text,
}: {
  voice: EntryVoice;
  startsAt: number;
  endsAt: number;
  text: string;
}) {
  return { value: placeOf({ voice, startsAt, endsAt }), label: text };
}

/** What this kind of conversation looks for comes first. */
function kindsFor(kind: ConversationKind): FactName[] {
  const first = factsNeededAt(kind === 3 ? 'conversation-3' : 'conversation-1-rests');
  return [...new Set([...first, ...(Object.keys(factKinds) as FactName[])])];
}

interface MarkProps {
  value: TaggingValue;
  words: Words;
  kind: FactName;
  frame: Frame;
  again: Again | undefined;
}

function Mark({ value: { entry, facts, replaces }, words, kind, frame, again }: MarkProps) {
  const corrected = facts.find(({ id }) => id === replaces);
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
      <FactFields kind={kind} again={again} begins={corrected?.details ?? {}} />
      <Button>{corrected ? 'Keep both, and go by this one' : 'Mark it'}</Button>
    </Form>
  );
}

/** The gaps, as plain questions, each answerable where it leads. */
function StillOpen({ entry, missing }: { entry: Entry; missing: Missing[] }) {
  const questions = [...new Set(missing.flatMap(({ answers }) => answers.slice(0, 1)))];
  return (
    <Aside heading="Still to find out">
      <ul class="app-plain-list">
        {questions.map((name) => (
          <li key={name}>
            <a href={`/conversations/${entry.conversationId}/rest#${name}`}>{factKind(name).question}</a>
          </li>
        ))}
      </ul>
    </Aside>
  );
}
