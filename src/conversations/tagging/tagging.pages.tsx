import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Aside, When } from '../../platform/ui/telling.tsx';
import { Voices } from '../../platform/ui/voices.tsx';
import { type Entry, type Fact, spokenIn } from '../conversation.ts';
import { detailsInWords, FactFields } from '../fact-fields.tsx';
import { type FactName, factKind } from '../facts.ts';
import type { Missing } from '../known-facts.ts';
import { Choose } from './choosing.pages.tsx';
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
