import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { Voices } from '../../people/timeline/voices.tsx';
import { dayOf } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { daysInWords } from '../../platform/ui/dates.ts';
import { cameBack } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Aside, BigNumber, When } from '../../platform/ui/telling.tsx';
import { pounds, stateInWords } from './crisis.ts';
import { CoverForm, EndForm, PlanForm } from './crisis-changes.pages.tsx';
import { ContactForm, MoneyChangedForm, MoneyForm, PeersForm } from './crisis-forms.pages.tsx';
import type { CrisisContactShown, CrisisNow, PeerShareShown } from './crisis-page.store.ts';
import { AskedToChange, NamedPersonForm } from './named-person/named-person.pages.tsx';
import { dayInWords } from './rhythm/days-in-words.ts';
import { asSentence, nextContactInWords, RhythmInSentences } from './rhythm/rhythm.pages.tsx';

/** One page for somebody in crisis: what must change now, who holds it, and everything that keeps us close. */
export function CrisisPage(crisis: CrisisNow, frame: Frame, again?: Again) {
  const { identity, today, conversation, contacts } = crisis;
  const isOpen = conversation.restingOn === null;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      frame={frame}
      again={again}
      title="What must change now"
      aside={<Beside crisis={crisis} frame={frame} again={again} />}
    >
      {isOpen ? null : <Resting crisis={crisis} />}
      <Plan crisis={crisis} />
      {isOpen ? <ContactForm crisis={crisis} frame={frame} again={cameBack(again, 'line')} /> : null}
      <h2>{isOpen ? 'Staying close' : 'How we stayed close'}</h2>
      <RhythmInSentences rhythm={crisis.rhythm} />
      <Contacts contacts={contacts} name={nameFor(identity)} />
      {isOpen ? (
        <>
          <PlanForm crisis={crisis} frame={frame} again={cameBack(again, 'mustChange')} />
          <EndForm crisis={crisis} frame={frame} again={cameBack(again, 'personsView')} />
        </>
      ) : null}
    </PersonFrame>
  );
}

function Resting({ crisis: { conversation } }: { crisis: CrisisNow }) {
  return (
    <InsetText>
      <p>Resting since {conversation.restingOn ? <When on={conversation.restingOn} /> : null}.</p>
      {conversation.whatChanged ? <p>What changed: {conversation.whatChanged}</p> : null}
      {conversation.personsView ? <p>In their words: “{conversation.personsView}”</p> : null}
      {conversation.howToComeBack ? <p>How to come back: {conversation.howToComeBack}</p> : null}
    </InsetText>
  );
}

function Plan({ crisis: { identity, plan, rhythm, today, now, conversation } }: { crisis: CrisisNow }) {
  const name = nameFor(identity);
  const isToday = plan.todayOn === today && plan.todaysOneThing !== '';
  return (
    <>
      <h2>Day {rhythm.dayNumber}: what must change now</h2>
      <Voices voices={[{ voice: 'said', who: name, words: plan.mustChange || 'Nothing is written yet.' }]} />
      <p>
        <b>To keep safe.</b> {plan.safetyNote}
      </p>
      <p>
        <b>Today’s one thing.</b> {asSentence(isToday ? plan.todaysOneThing : 'Nobody has said it yet today')}
      </p>
      <p>
        <b>What steady looks like.</b> {asSentence(plan.steadyLooksLike || 'Nobody has asked yet')} Now it is{' '}
        {stateInWords[plan.state]}.
      </p>
      {conversation.restingOn ? null : (
        <p>
          <b>The next contact.</b> {nextContactInWords(plan.nextContactAt, rhythm, now, today)}
        </p>
      )}
      {plan.wentOnAt && plan.wentOnBecause ? (
        <p>
          It went on {dayInWords(dayOf(plan.wentOnAt), today)}, and peers heard why: {plan.wentOnBecause}
        </p>
      ) : null}
    </>
  );
}

function Contacts({ contacts, name }: { contacts: CrisisContactShown[]; name: string }) {
  if (contacts.length === 0) return <p>No contact has been written here yet.</p>;
  return (
    <ul class="app-plain-list">
      {contacts.map((contact) => (
        <li key={contact.id}>
          {contact.line}
          <span class="app-by">
            <When at={contact.at} /> · {contact.by ?? 'somebody'}
            {contact.rereadPlan
              ? ', read the plan again together'
              : contact.isWithPerson
                ? ''
                : `, not with ${name}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface BesideProps {
  crisis: CrisisNow;
  frame: Frame;
  again: Again | undefined;
}

function Beside({ crisis, frame, again }: BesideProps) {
  const { gap, conversation, plan, today, identity } = crisis;
  const isOpen = conversation.restingOn === null;
  const holds = plan.todayOn === today && plan.todayName ? plan.todayName : conversation.namedPerson;
  return (
    <>
      <Aside heading={`Who ${nameFor(identity)} rings`}>
        <p>
          <b>{conversation.namedPerson ?? 'Nobody'}</b> is the named person, and{' '}
          <b>{conversation.cover ?? 'nobody'}</b> covers.
          {isOpen && holds ? ` ${holds} has it today.` : ''}
        </p>
        <AskedToChange ask={crisis.ask} me={crisis.me.id} frame={frame} showsPerson={false} />
        {isOpen ? (
          <NamedPersonForm crisis={crisis} frame={frame} again={cameBack(again, 'sentence')} />
        ) : null}
        {isOpen ? <CoverForm crisis={crisis} frame={frame} again={cameBack(again, 'cover')} /> : null}
      </Aside>
      <BigNumber number={gap.days === 0 ? 'Every day' : daysInWords(gap.days)}>
        {gap.days === 0
          ? 'somebody has been in touch'
          : `the longest ${nameFor(identity)} went without us${gap.isNow && isOpen ? ', and it is now' : ''}`}
      </BigNumber>
      <Aside heading="Peers">
        <Shares shares={crisis.shares} today={today} />
        {isOpen ? <PeersForm crisis={crisis} frame={frame} again={cameBack(again, 'whatWeHeard')} /> : null}
      </Aside>
      <Money crisis={crisis} frame={frame} again={again} />
      <p>
        <a href="/glue">Everybody we are sticking to</a>
      </p>
    </>
  );
}

const purposes = {
  sharing: 'heard how it is going',
  'team-talk': 'talked as a team',
  'peer-test': 'tested a longer plan',
};

function Shares({ shares, today }: { shares: PeerShareShown[]; today: string }) {
  if (shares.length === 0) return <p>They have not heard yet.</p>;
  return (
    <ul class="app-plain-list">
      {shares.map((share) => (
        <li key={share.id}>
          {[...new Set([share.presenter, ...share.attendees])].filter(Boolean).join(', ')}{' '}
          {purposes[share.purpose]} {dayInWords(share.sharedOn, today)}
          {share.personWasInvited ? ', the person invited' : ''}.
          {share.whatWeHeard ? <p class="app-soft">{share.whatWeHeard}</p> : null}
        </li>
      ))}
    </ul>
  );
}

function Money({ crisis, frame, again }: BesideProps) {
  const { money, spentPence, conversation, today } = crisis;
  const isOpen = conversation.restingOn === null;
  return (
    <Aside heading="Small money">
      <p>
        {pounds(spentPence)} spent of the {pounds(conversation.rules.smallMoneyLimitPence)} this site has set.
        Nobody approves it first; peers see it afterwards.
      </p>
      <ul class="app-plain-list">
        {money.map((one) => (
          <li key={one.id}>
            <b>{pounds(one.amountPence)}</b> for {one.whatFor}
            <span class="app-by">
              {dayInWords(one.spentOn, today)} · {one.by ?? 'somebody'}
            </span>
            {one.whatItChanged ? (
              <p>{one.whatItChanged}</p>
            ) : (
              <MoneyChangedForm money={one} conversationId={conversation.id} frame={frame} />
            )}
          </li>
        ))}
      </ul>
      {isOpen ? <MoneyForm crisis={crisis} frame={frame} again={cameBack(again, 'whatFor')} /> : null}
    </Aside>
  );
}
