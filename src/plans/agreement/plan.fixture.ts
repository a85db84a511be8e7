import type { BudgetPart } from '../budget.ts';
import type { NeedLine, Plan } from '../plan.ts';
import type { AskedToStand } from './standing.ts';

/** A plan of two needs that may stand, for the tests of what a later one may do to it. */
export const nights: NeedLine = {
  id: 'nights',
  need: 'Somebody near in the night',
  isEligible: true,
  metBy: 'paid',
  who: 'Saltbeck Nights',
  how: 'A waking call at two, every night',
  ownerSaidYesOn: null,
  version: 1,
};
export const lunch: NeedLine = {
  ...nights,
  id: 'lunch',
  need: 'A cooked lunch',
  isEligible: false,
  metBy: 'family',
  who: 'Carol',
  how: 'Round the table, most days',
  ownerSaidYesOn: '2026-11-18',
};
export const calls: BudgetPart = {
  id: 'calls',
  needId: 'nights',
  what: 'Night calls',
  howOften: 'weekly',
  councilPence: 16_000,
  personPence: 0,
};
export const plan: Plan = {
  id: 'plan',
  personId: 'wilf',
  conversationId: 'new three',
  number: 2,
  goodLife: 'My own door, and the boats in the morning.',
  whatIDo: 'I make my breakfast.',
  wishes: '',
  ifThingsGoWrong: 'Ring the Harbour team; the two o’clock call comes back the same day.',
  advice: 'The lifeline pendant is free for six weeks.',
  directPayment: 'offered-and-declined',
  state: 'being-written',
  startsOn: null,
  agreement: null,
  agreementWords: null,
  agreedOn: null,
  follows: 'earlier',
  followedOn: null,
  writtenBy: 'Rowan',
  version: 1,
  wordsVersion: 1,
  needs: [nights, lunch],
  parts: [calls],
  beside: [],
  down: { because: [], reasons: '', involved: '', toldOn: null },
  notAgreed: [],
};
const asWas = (line: NeedLine): NeedLine => ({ ...line, id: `was ${line.id}` });
export const earlier: Plan = {
  ...plan,
  id: 'earlier',
  conversationId: 'old three',
  number: 1,
  state: 'standing',
  startsOn: '2026-06-01',
  agreement: 'agree',
  agreementWords: 'That will do nicely.',
  agreedOn: '2026-05-20',
  needs: [asWas(nights), asWas(lunch)],
  parts: [{ ...calls, id: 'was calls', needId: 'was nights' }],
};

/** Everything P1 asks for before something goes down. */
export const told: Partial<Plan> = {
  beside: [
    {
      wasNeedId: 'was nights',
      was: nights.need,
      answeredBy: ['nights'],
      words: 'The pendant rings us instead.',
    },
    {
      wasNeedId: 'was lunch',
      was: lunch.need,
      answeredBy: ['lunch'],
      words: 'The lunch club, which he chose.',
    },
  ],
  down: {
    because: ['life-changed'],
    reasons: 'His hip has healed and he sleeps through.',
    involved: 'Wilf and Carol, at his table, twice.',
    toldOn: '2026-11-20',
  },
};
export const asked: AskedToStand = {
  plan,
  startsOn: '2026-12-01',
  agreement: 'agree',
  notAgreed: [],
  today: '2026-11-21',
  conversationOpenedOn: '2026-11-02',
  determination: { isEligible: true, decidedOn: '2026-11-18' },
  earlier,
  hasOpenConversation2: false,
  openedByException: null,
};
/** Less money for the same need, with everything P1 asks for. */
export const less: AskedToStand = {
  ...asked,
  plan: { ...plan, ...told, parts: [{ ...calls, councilPence: 9_000 }] },
};
