import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { Voices } from '../../people/timeline/voices.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Entry } from '../../platform/ui/telling.tsx';
import { type CatchUp, comesOfItInWords, whyInWords } from './catch-up.ts';
import type { CatchUpsValue } from './catch-ups-page.store.ts';
import { HoldCatchUp } from './hold-catch-up.pages.tsx';
import { LookAgain } from './look-again.pages.tsx';
import { nextInWords } from './next.ts';

/** How the plan is going: when we ask next, what was asked for, and what was said each time. */
export function CatchUpsPage(value: CatchUpsValue, frame: Frame, again?: Again) {
  const { identity, today, hasPlan, catchUps, lookAgain, openConversation3 } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="How a plan is going"
    >
      <h2>How the plan is going</h2>
      <p>
        This page says when we next ask {name} how the plan is going, and what {name} said before.
      </p>
      <WhenNext value={value} />
      <Asked value={value} name={name} />
      {lookAgain ? (
        <LookAgain
          catchUp={lookAgain}
          openId={openConversation3}
          personId={identity.personId}
          name={name}
          frame={frame}
        />
      ) : null}
      {hasPlan ? <HoldCatchUp value={value} name={name} frame={frame} again={again} /> : null}
      {catchUps.length ? <h3>What was said before</h3> : null}
      {catchUps.map((catchUp) => (
        <Held key={catchUp.id} catchUp={catchUp} name={name} />
      ))}
    </PersonFrame>
  );
}

function WhenNext({ value: { hasPlan, next, payments, today } }: { value: CatchUpsValue }) {
  if (!hasPlan) return <p>No plan stands, so there is nothing to catch up on yet.</p>;
  return (
    <InsetText>
      {next ? <p>{nextInWords(next, today)}</p> : null}
      {payments.map(({ payment, next }) =>
        next ? (
          <p key={payment.id}>
            About the direct payment “{payment.purpose}”: {nextInWords(next, today)}
          </p>
        ) : null,
      )}
      <p>Sooner whenever they ask, something changes or somebody is worried.</p>
    </InsetText>
  );
}

function Asked({ value: { asked, identity, today }, name }: { value: CatchUpsValue; name: string }) {
  return (
    <>
      {asked.map(({ id, askedBy, askedOn, daySet }) => (
        <p key={id}>
          {askedBy} asked on {longDate(askedOn)}
          {daySet
            ? `: we talk on ${longDate(daySet)}${daySet < today ? ', and nobody has written that we did' : ''}.`
            : '. Nobody has answered yet.'}{' '}
        </p>
      ))}
      <p>
        <a href={`/people/${identity.personId}/catch-up-requests`}>{name} or somebody else asks for one</a>
      </p>
    </>
  );
}

function Held({ catchUp, name }: { catchUp: CatchUp; name: string }) {
  const { why, heldOn, heldBy, comesOfIt, comesOfItWords, goingWell, notGoingWell } = catchUp;
  const noticed = [
    goingWell && `What goes well: ${goingWell}`,
    notGoingWell && `What does not: ${notGoingWell}`,
  ];
  const voices = [
    { voice: 'said' as const, who: name, words: catchUp.personsView },
    { voice: 'noticed' as const, words: noticed.filter(Boolean).join('\n\n') },
    {
      voice: 'agreed' as const,
      words: [`${comesOfItInWords[comesOfIt]}.`, comesOfItWords].filter(Boolean).join(' '),
    },
  ];
  return (
    <Entry
      id={`catch-up-${catchUp.id}`}
      title={whyInWords[why]}
      when={`${longDate(heldOn)} · ${heldBy} with ${name}`}
    >
      <Voices voices={voices.filter(({ words }) => words !== '')} />
    </Entry>
  );
}
