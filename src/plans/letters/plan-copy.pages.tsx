import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { moneyInWords, totalsInWords, totalsOf } from '../budget.ts';
import { firstCatchUp, type MetBy, type NeedLine, type Plan } from '../plan.ts';
import type { PlanValue } from '../plan-page.store.ts';
import { inLaw } from './challenge.ts';
import { CopyEnd, type WhoToRing } from './copy-end.pages.tsx';

export interface PlanCopyValue extends PlanValue {
  isLarge: boolean;
  ring: WhoToRing;
  /** Whether the decision behind it was about the person as a carer. */
  kind: 'adult' | 'carer';
}

/** The person's own copy of their plan (Care Act 2014 s25(9)), to them and in plain words. No address is on it. */
export function PlanCopy({ identity, plan, isLarge, ring, kind }: PlanCopyValue, frame: Frame) {
  const law = inLaw[kind];
  return (
    <Page title="A copy of a plan" frame={frame} section="People">
      <article class={isLarge ? 'app-copy app-copy--large' : 'app-copy'}>
        <h1>Your plan</h1>
        <p>
          For {identity.fullName}. {whenItStarts(plan)}
        </p>
        <h2>What a good life is to you</h2>
        <blockquote class="app-said">{plan.goodLife}</blockquote>
        <Told heading="What you do" words={plan.whatIDo} />
        <Told heading="What you would like" words={plan.wishes} />
        <h2>What you need, and who does what</h2>
        <p>
          This came out of talking with you. In law that was your {law.name}: that means {law.meaning}.
        </p>
        <ul>
          {plan.needs.map((line) => (
            <li key={line.id}>{needToYou(line)}</li>
          ))}
        </ul>
        <Money plan={plan} />
        <Told heading="What else can help" words={plan.advice} />
        <Told heading="If things go wrong" words={plan.ifThingsGoWrong} />
        <WhatYouSaid plan={plan} />
        <CopyEnd ring={ring} councilName={frame.councilName} />
      </article>
    </Page>
  );
}

function whenItStarts({ startsOn, followedOn }: Plan): string {
  if (!startsOn) return 'This plan is still being written; nothing in it is agreed yet.';
  const until = followedOn ? ` until ${longDate(followedOn)}, when a later plan took over` : '';
  return `It runs from ${longDate(startsOn)}${until}.`;
}

const metByToYou: Record<MetBy, string> = {
  self: 'You do this yourself',
  family: 'Family or friends',
  group: 'A group or somebody nearby',
  paid: 'Support that is paid for',
  'not-met': 'Not met yet',
};

function needToYou({ need, isEligible, metBy, who, how }: NeedLine): string {
  const by =
    who && metBy !== 'self' && metBy !== 'not-met' ? `${metByToYou[metBy]}: ${who}` : metByToYou[metBy];
  return [
    sentence(need),
    sentence(by),
    sentence(how),
    isEligible ? 'The law says we must make sure this is met.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function Money({ plan }: { plan: Plan }) {
  if (!plan.parts.length) return null;
  return (
    <>
      <h2>The money</h2>
      <ul>
        {plan.parts.map(({ id, what, howOften, councilPence, personPence }) => (
          <li key={id}>
            {what}, {howOften === 'weekly' ? 'each week' : 'once'}: the council pays{' '}
            {moneyInWords(councilPence)}, you pay {moneyInWords(personPence)}
          </li>
        ))}
      </ul>
      {totalsInWords(totalsOf(plan.parts), 'you').map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p>{directPaymentToYou[plan.directPayment ?? 'not-yet-talked-about']}</p>
      {plan.financialRecordOn ? (
        <p>
          How your share was worked out, {longDate(plan.financialRecordOn)}: {plan.financialRecordWords}
        </p>
      ) : null}
    </>
  );
}

const directPaymentToYou = {
  'asked-and-wanted':
    'You asked for the money itself, to arrange support your own way. This is called a direct payment.',
  'offered-and-declined':
    'We offered you the money itself, to arrange support your own way (a direct payment). You would rather not. You can change your mind.',
  'not-yet-talked-about':
    'You can ask for the money itself, to arrange support your own way. This is called a direct payment.',
};

function Told({ heading, words }: { heading: string; words: string }) {
  if (!words) return null;
  return (
    <>
      <h2>{heading}</h2>
      <p class="app-lines">{words}</p>
    </>
  );
}

function WhatYouSaid({
  plan: { agreement, agreementWords, agreedOn, startsOn, followedOn },
}: {
  plan: Plan;
}) {
  if (!agreement || !startsOn) return null;
  const said = {
    agree: 'You agree with this plan.',
    partly: 'You agree with part of this plan.',
    disagree: 'You do not agree with this plan.',
  };
  const { from, to } = firstCatchUp(startsOn);
  return (
    <>
      <h2>What you said about it</h2>
      <p>
        {said[agreement]} {agreedOn ? `You told us on ${longDate(agreedOn)}:` : ''}
      </p>
      <blockquote class="app-said">{agreementWords}</blockquote>
      {followedOn ? null : (
        <p>
          We ask you how it is going between {longDate(from)} and {longDate(to)}. You can ask us to look at it
          sooner.
        </p>
      )}
    </>
  );
}
