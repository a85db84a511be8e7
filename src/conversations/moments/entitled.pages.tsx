import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { agoInWords, longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import type { Conversation } from '../conversation.ts';
import type { Entitlement } from './rights.store.ts';
import { WhoAndWhen } from './said-fields.tsx';

export interface EntitledValue {
  identity: Identity;
  today: Day;
  entitlement: Entitlement | null;
  conversation3: Conversation | null;
}

/** N1: they ask what they are entitled to. Their words and the day start the clock, whatever is open. */
export function EntitledPage(value: EntitledValue, frame: Frame, again?: Again) {
  const { identity, today } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="rights"
      title="What they are entitled to"
      frame={frame}
      again={again}
    >
      <h2>{name} asks: what am I entitled to?</h2>
      <p>
        Anybody may ask, at any moment, and must have an answer with reasons. Their words and the day are
        enough: we count from then.
      </p>
      <WhereItStands value={value} frame={frame} />
      {isWaiting(value) ? null : (
        <Form action={`/people/${identity.personId}/entitled`} frame={frame}>
          <Textarea {...asked(again, 'sentence')} label="What they asked, in their words" rows={3} />
          <WhoAndWhen identity={identity} today={today} again={again} />
          <Button preventDoubleClick>Start counting</Button>
        </Form>
      )}
    </PersonFrame>
  );
}

export const isWaiting = ({ entitlement }: Pick<EntitledValue, 'entitlement'>): boolean =>
  entitlement !== null && entitlement.clock.state !== 'answered';

/** Where their question stands, in sentences, and the way on. */
export function WhereItStands({ value, frame }: { value: EntitledValue; frame: Frame }) {
  const { identity, today, entitlement, conversation3 } = value;
  if (!entitlement) return null;
  const { clock, words, entryId } = entitlement;
  return (
    <>
      <p>
        {entitlementInASentence(entitlement, today)} <a href={`/entries/${entryId}/facts`}>“{words}”</a>
      </p>
      {clock.state === 'asked' ? (
        <GoOn personId={identity.personId} entitlement={entitlement} frame={frame} />
      ) : null}
      {clock.state === 'under-way' && conversation3 ? (
        <p>
          <a href={`/conversations/${conversation3.id}/determination`}>
            Go on to the decision, in the conversation about a good life
          </a>
        </p>
      ) : null}
    </>
  );
}

/** @example entitlementInASentence(…, '2026-11-21') // 'Wilf asked on 2 November 2026, 19 days ago. Not answered yet; …' */
function entitlementInASentence({ clock, saidBy }: Entitlement, today: Day): string {
  const asked = `${saidBy || 'They'} asked on ${longDate(clock.since)}, ${agoInWords(clock.since, today)}.`;
  if (clock.answeredOn && clock.answeredBy)
    return `${asked} ${answers[clock.answeredBy]} on ${longDate(clock.answeredOn)}.`;
  const state = clock.state === 'under-way' ? 'The answer is being worked out' : 'Not answered yet';
  const by = clock.isLate ? 'it was to be answered by' : 'to be answered by';
  return `${asked} ${state}; ${by} ${longDate(clock.answerBy)}.`;
}

const answers = {
  decision: 'They had a decision with reasons',
  'their-no': 'They have since said no to a needs assessment',
};

/** C3-2: straight on to conversation 3, with their question as the reason. */
function GoOn({
  personId,
  entitlement: { clock, words },
  frame,
}: {
  personId: string;
  entitlement: Entitlement;
  frame: Frame;
}) {
  return (
    <Form action={`/people/${personId}/conversation-3`} frame={frame}>
      <input type="hidden" name="way" value="at-once" />
      <input type="hidden" name="exception" value="asked-for-a-determination" />
      <input
        type="hidden"
        name="reason"
        value={`They asked on ${longDate(clock.since)}: ${sentence(words)}`.slice(0, 1_000)}
      />
      <Button preventDoubleClick>Begin the conversation that answers it</Button>
    </Form>
  );
}
