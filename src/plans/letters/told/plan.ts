import { longDate } from '../../../platform/ui/dates.ts';
import { sentence } from '../../../platform/ui/sentence.ts';
import { notAgreedInWords } from '../../agreement/lines.ts';
import { moneyInWords, totalsInWords, totalsOf } from '../../budget.ts';
import type { Kind } from '../../determinations/outcomes.ts';
import type { FinancialAssessment } from '../../money/share.ts';
import type { MetBy, NeedLine, Plan } from '../../plan.ts';
import { type Block, type Envelope, heading, type Letter, letterOf, paragraph, written } from '../letter.ts';
import { whatIsDifferent } from './different.ts';
import { whatItWas } from './found.ts';
import { type NextAsked, nextToYou } from './next-catch-up.ts';

/** What the plan itself does not hold. */
export interface AroundPlan {
  kind: Kind;
  money: FinancialAssessment | null;
  /** The plan it follows, or would. */
  before: Plan | null;
  next: NextAsked;
}

/** The person's own copy of their plan (Care Act 2014 s25(9)) with the whole of its budget (s26). */
export function planLetter(
  envelope: Envelope,
  plan: Plan,
  { kind, money, before, next }: AroundPlan,
): Letter {
  return letterOf(envelope, {
    kind: 'plan',
    thingId: plan.id,
    heading: 'Your plan',
    ask: plan.writtenBy,
    blocks: [
      paragraph(whenItStarts(plan)),
      ...(plan.goodLife
        ? [
            heading('What a good life is to you'),
            { kind: 'said' as const, lead: 'You told us:', words: plan.goodLife },
          ]
        : []),
      ...written('What you will do', plan.whatIDo),
      ...written('What you would like', plan.wishes),
      heading('What you need, and who does what'),
      paragraph(`This came out of talking with you. ${whatItWas(kind, null)}`),
      { kind: 'needs', rows: plan.needs.map(needToYou) },
      ...theMoney(plan, money),
      ...whatIsDifferent(plan, before),
      ...written('What else can help', plan.advice),
      ...written('If things go wrong', plan.ifThingsGoWrong),
      ...whatYouSaid(plan, nextToYou(next, envelope.on)),
    ],
  });
}

function whenItStarts({ state, startsOn, followedOn }: Plan): string {
  if (!startsOn || state === 'being-written')
    return 'This plan is still being written. Nothing in it is agreed yet.';
  const until = followedOn ? ` until ${longDate(followedOn)}, when a later plan took over` : '';
  return `It runs from ${longDate(startsOn)}${until}.`;
}

function needToYou({ need, isEligible, metBy, who, how }: NeedLine) {
  return {
    need: sentence(need),
    how: [
      whoToYou(metBy, who),
      sentence(how),
      isEligible ? 'The law says the council must make sure this is met.' : '',
    ].filter(Boolean),
  };
}

function whoToYou(metBy: MetBy, who: string): string {
  const somebody = who.trim();
  const sentences: Record<MetBy, string> = {
    self: 'You will do this yourself.',
    family: somebody ? `${somebody} will do this.` : 'Family or friends will do this.',
    group: somebody ? `${somebody} will help with this.` : 'A group or somebody nearby will help with this.',
    paid: somebody
      ? `${somebody} will do this. It is support that is paid for.`
      : 'Support that is paid for will do this.',
    'not-met': 'Nobody does this yet.',
  };
  return sentences[metBy];
}

function theMoney({ parts, directPayment }: Plan, money: FinancialAssessment | null): Block[] {
  if (!parts.length) return [];
  return [
    heading('The money'),
    paragraph(
      parts.some(({ personPence }) => personPence > 0)
        ? 'The council will pay its part. You will pay yours.'
        : 'The council will pay all of it.',
    ),
    {
      kind: 'money',
      caption: 'What each part costs',
      heads: ['What for', 'The council will pay', 'You will pay'],
      rows: parts.map(({ what, howOften, councilPence, personPence }) => [
        `${what}, ${howOften === 'weekly' ? 'each week' : 'once'}`,
        moneyInWords(councilPence),
        moneyInWords(personPence),
      ]),
    },
    ...totalsInWords(totalsOf(parts), 'you').map(paragraph),
    paragraph(directPaymentToYou[directPayment ?? 'not-yet-talked-about']),
    ...(money ? written('How your share was worked out', money.words) : []),
    ...(money
      ? [
          paragraph(
            `We worked it out on ${longDate(money.doneOn)}. You get the whole working in a letter of its own.`,
          ),
        ]
      : []),
  ];
}

const directPaymentToYou = {
  'asked-and-wanted':
    'You asked for the money itself, to arrange support your own way. This is called a direct payment.',
  'offered-and-declined':
    'We offered you the money itself, to arrange support your own way (a direct payment). You would rather not. You can change your mind.',
  'not-yet-talked-about':
    'You can ask for the money itself, to arrange support your own way. This is called a direct payment.',
};

function whatYouSaid(plan: Plan, whenNext: readonly string[]): Block[] {
  const { agreement, agreementWords, agreedOn, startsOn } = plan;
  const notAgreed = notAgreedInWords(plan);
  if (!startsOn) return [];
  if (!agreement)
    return [
      paragraph(
        'This is what was met where you lived before. It stands because the law asks us to meet the same needs from the day you moved (Care Act 2014 s38), not because you agreed to it. It runs until a plan of your own follows.',
      ),
    ];
  const said = {
    agree: 'You agree with this plan.',
    partly: 'You agree with part of this plan.',
    disagree: 'You do not agree with this plan.',
  };
  return [
    heading('What you said about it'),
    paragraph(said[agreement]),
    {
      kind: 'said',
      lead: agreedOn ? `You told us on ${longDate(agreedOn)}:` : 'You told us:',
      words: agreementWords ?? '',
    },
    ...(notAgreed.length
      ? [paragraph('You do not agree with:'), { kind: 'list' as const, items: notAgreed }]
      : []),
    ...(whenNext.length ? [heading('When we next ask you'), ...whenNext.map(paragraph)] : []),
  ];
}
