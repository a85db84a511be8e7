import type { Identity } from '../../people/person.ts';
import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { weekdayDate } from '../../platform/ui/dates.ts';
import { cameBack } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { Entry } from '../../platform/ui/telling.tsx';
import {
  type Advocate,
  advocateBlocks,
  advocateWanted,
  considerAnyway,
  hardFor,
  hardThingInWords,
  type Involvement,
  lackingInSupport,
  listed,
} from './advocacy.ts';
import { advocacySentence } from './advocacy-in-words.ts';
import { AskedForm, BeganForm, EndedForm } from './advocate-forms.pages.tsx';
import { InvolvementForm } from './involvement-form.pages.tsx';

export interface AdvocacyValue {
  identity: Identity;
  today: Day;
  /** The latest first: that one stands. */
  involvements: Involvement[];
  advocates: readonly Advocate[];
  markedOn: Day | null;
}

/** What would make being involved hard, who helps, and the advocate when nobody appropriate can. */
export function AdvocacyPage(value: AdvocacyValue, frame: Frame, again?: Again) {
  const { identity, today, involvements, advocates } = value;
  const id = identity.personId;
  const name = nameFor(identity);
  const [latest = null, ...earlier] = involvements;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="rights"
      title="Being heard"
      frame={frame}
      again={again}
    >
      <h2>Helping {name} to be heard</h2>
      <p>
        This page is for making sure that {name} can take part in what is decided about their life, and for
        the advocate the law gives them when that would be very hard alone.
      </p>
      <Standing value={value} latest={latest} />
      {latest ? <Seen seen={latest} /> : null}
      <InvolvementForm id={id} name={name} latest={latest} frame={frame} again={cameBack(again, 'words')} />
      <h2>Advocates</h2>
      {advocates.length ? null : <p>Nobody has been asked for yet.</p>}
      {advocates.map((advocate) => (
        <OneAdvocate key={advocate.id} advocate={advocate} today={today} frame={frame} again={again} />
      ))}
      <AskedForm id={id} name={name} frame={frame} again={cameBack(again, 'askedOf')} />
      {earlier.length ? <h2>What we saw before</h2> : null}
      {earlier.map((seen) => (
        <Seen key={seen.id} seen={seen} />
      ))}
    </PersonFrame>
  );
}

/** How it stands today in a sentence, and what the law holds up meanwhile. */
function Standing({ value, latest }: { value: AdvocacyValue; latest: Involvement | null }) {
  const { advocates, today, identity, markedOn } = value;
  const advocacy = { involvement: latest, advocates, markedOn };
  const stands = advocacySentence(advocacy, today, 'their');
  const anyway = considerAnyway(latest);
  return (
    <>
      <p>
        <b>{stands ?? `Nobody has looked yet at what ${nameFor(identity)} needs to take part.`}</b>
      </p>
      {advocateBlocks(advocacy, 'plan', today) ? (
        <InsetText>
          <p>
            Until an advocate is in place, the law lets nobody complete a needs assessment (as it calls
            conversation 3), give a decision, or make or change a plan (Care Act 2014 s67). Urgent help need
            not wait, and neither does keeping somebody safe.
          </p>
        </InsetText>
      ) : null}
      {anyway ? (
        <InsetText>
          <p>Think about an advocate all the same: {anyway}.</p>
          <p>
            {latest?.considered
              ? `What was thought: ${latest.considered}`
              : 'Nobody has written yet what was thought about it.'}
          </p>
        </InsetText>
      ) : null}
    </>
  );
}

function Seen({ seen }: { seen: Involvement }) {
  const hard = hardFor(seen).map((thing) => hardThingInWords[thing]);
  return (
    <Entry
      title={hard.length ? `Very hard: to ${listed(hard)}` : 'Nothing here would be very hard'}
      when={`${weekdayDate(seen.lookedOn)} · ${seen.recordedBy}`}
    >
      <p>{seen.words}</p>
      {seen.appropriatePerson ? <Appropriate seen={seen} who={seen.appropriatePerson} /> : null}
    </Entry>
  );
}

function Appropriate({ seen, who }: { seen: Involvement; who: string }) {
  const lacking = lackingInSupport(seen);
  const relation = seen.appropriateRelation ? `, ${seen.appropriateRelation}` : '';
  if (lacking)
    return (
      <p>
        {who}
        {relation}, cannot stand in an advocate’s place: {lacking}.
      </p>
    );
  return (
    <p>
      {who}
      {relation} helps them to be heard, and said yes on{' '}
      {seen.appropriateAgreedOn ? weekdayDate(seen.appropriateAgreedOn) : ''}.
      {advocateWanted(seen) ? '' : ' They agree to it.'}
    </p>
  );
}

interface OneAdvocateProps {
  advocate: Advocate;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

function OneAdvocate({ advocate, today, frame, again }: OneAdvocateProps) {
  const mine = again?.typed.advocate === advocate.id ? again : undefined;
  return (
    <Entry title={advocate.name ?? 'Asked for'} when={`Asked for on ${weekdayDate(advocate.askedOn)}`}>
      <p>
        {sentence(advocate.whatFor)} Asked of {sentence(advocate.askedOf)}
      </p>
      {advocate.inPlaceOn ? <p>In place since {weekdayDate(advocate.inPlaceOn)}.</p> : null}
      {advocate.endedOn ? (
        <p>
          Ended on {weekdayDate(advocate.endedOn)}: {sentence(advocate.endedBecause ?? '')}
        </p>
      ) : (
        <>
          {advocate.inPlaceOn ? null : (
            <BeganForm advocate={advocate} today={today} frame={frame} again={cameBack(mine, 'name')} />
          )}
          <EndedForm advocate={advocate} today={today} frame={frame} again={cameBack(mine, 'endedBecause')} />
        </>
      )}
    </Entry>
  );
}
