import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import type { Fact } from '../conversation.ts';
import { detailsInWords, FactFields } from '../fact-fields.tsx';
import { type FactName, factKind, factKinds } from '../facts.ts';
import { SaidFields } from './said-fields.tsx';

export interface SaidValue {
  identity: Identity;
  today: Day;
  kind: FactName | null;
}

/** Something said at any moment: kept as words in the story, and as what the law needs to know, in one go. */
export function SaidPage({ identity, today, kind }: SaidValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="rights"
      title="Something that was said"
      frame={frame}
      again={again}
    >
      <h2>{kind ? factKind(kind).question : 'What was said?'}</h2>
      <p>
        {kind
          ? `Your sentence goes into ${name}’s story as it is, and is marked there.`
          : `For something ${name} said, or you saw, that the law needs to know. Choose what it is about.`}
      </p>
      {kind ? (
        <Form action={`/people/${identity.personId}/said`} frame={frame}>
          <input type="hidden" name="kind" value={kind} />
          <SaidFields identity={identity} today={today} again={again} label={factKind(kind).title} />
          <FactFields kind={kind} again={again} />
          <Button preventDoubleClick>Write it and mark it</Button>
        </Form>
      ) : (
        <ChooseKind personId={identity.personId} />
      )}
      {kind ? <p class="app-soft">Asked by {factKind(kind).law}.</p> : null}
    </PersonFrame>
  );
}

function ChooseKind({ personId }: { personId: string }) {
  const names = Object.keys(factKinds) as FactName[];
  return (
    <form method="get" action={`/people/${personId}/said`}>
      <Select
        name="kind"
        label="What is it about?"
        items={names.map((value) => ({ value, text: factKind(value).title }))}
      />
      <Button>Go on</Button>
    </form>
  );
}

export interface CorrectingValue {
  identity: Identity;
  today: Day;
  fact: Fact & { isCurrent: boolean };
}

/** R2: what was said before, put right with words of today. The earlier words stay, with their day. */
export function CorrectingPage({ identity, today, fact }: CorrectingValue, frame: Frame, again?: Again) {
  const { kind, title } = { kind: fact.kind, title: factKind(fact.kind).title };
  const { phrase, voice, saidBy } = fact;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      title="Putting something right"
      frame={frame}
      again={again}
    >
      <h2>{title}</h2>
      <p>
        On {longDate(fact.happenedOn)}
        {saidBy ? `, from ${saidBy}` : ''}: <a href={`/entries/${fact.entryId}/facts`}>“{phrase}”</a>
        {detailsInWords(kind, fact.details).map((line) => ` ${sentence(line)}`)} Those words stay in the
        story; yours are the ones we go by.
      </p>
      {fact.isCurrent ? (
        <Form action={`/facts/${fact.id}/correction`} frame={frame}>
          <input type="hidden" name="kind" value={kind} />
          <SaidFields
            identity={identity}
            today={today}
            again={again}
            label="As it is now"
            begins={{ sentence: '', voice, saidBy }}
          />
          <FactFields kind={kind} again={again} begins={fact.details} />
          <Button preventDoubleClick>Keep both, and go by this one</Button>
        </Form>
      ) : (
        <p>It has been put right since.</p>
      )}
    </PersonFrame>
  );
}
