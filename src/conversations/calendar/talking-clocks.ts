import { dayOnSitePage } from '../../people/contacts/contact.ts';
import { addDays } from '../../platform/clock.ts';
import { type Clock, ended, personPage, plainClock, withinDays } from './clock.ts';

const write = { link: personPage('/write'), act: 'Write' };
const safety = { link: personPage('/safeguarding'), act: 'Keeping them safe' };
const heard = { link: personPage('/advocate'), act: 'Being heard' };
const deciding = { link: personPage('/deciding'), act: 'Who may decide' };

/** F2, C1-1, C1-2, N1 to N4 and the Accessible Information Standard: days that follow from talking. */
export const talkingClocks = {
  promise: plainClock({
    rule: 'promise',
    law: 'Ours: a promise to a person is a duty with a day',
    says: ({ facts, words }) => ended(`${String(facts?.who ?? 'Somebody')} ${words}`),
    link: ({ sourceId }) => `/promises/${sourceId}`,
    act: 'What happened?',
    kindInWords: 'A promise',
  }),
  'not-spoken': plainClock({
    rule: 'F2',
    law: 'Care Act 2014 s9; from day 28 the site hears of it too',
    days: (day) => ({ from: day, by: addDays(day, dayOnSitePage - 1) }),
    says: ({ words }) => `${words} got in touch, and nobody has spoken with them yet.`,
    ...write,
    kindInWords: 'Somebody to speak with',
  }),
  'check-back': plainClock({
    rule: 'C1-1',
    law: 'Ours: nothing ends, it rests, and we ask how it went',
    says: () => 'We said we would ask how it went.',
    ...write,
    kindInWords: 'Ask how it went',
  }),
  'entitled-asked': entitled(
    'They asked what they are entitled to, and have no decision yet.',
    'Decision due',
  ),
  'needs-under-way': entitled('A needs assessment is under way, and has no decision yet.', 'Decision due'),
  'no-revived': {
    ...entitled(
      'Something changed since they said no to a needs assessment: look at it again.',
      'Decision due',
    ),
    rule: 'C1-2',
  },
  'offer-back': plainClock({
    rule: 'C1-2',
    law: 'Ours, after Care Act 2014 s11(4): a no is not for ever',
    says: ({ words }) => `Offer again: ${ended(words)}`,
    ...write,
    kindInWords: 'An offer to bring back',
  }),
  'other-law': plainClock({
    rule: 'law 5.19',
    law: 'Care Act 2014 s58 to s66, s74, s76; Mental Health Act 1983 s117',
    says: ({ words }) => otherLaw[words] ?? 'Another law bears on this from that day.',
    ...write,
    kindInWords: 'A day in another law',
  }),
  'need-check': plainClock({
    rule: 'law 5.20',
    law: 'Accessible Information Standard DAPB1605: asked again, not taken for granted',
    says: ({ words }) => `Ask whether this is still right: ${ended(words)}`,
    link: personPage('/around'),
    act: 'How to communicate',
    kindInWords: 'Ask how best to communicate',
  }),
  'introduction-ask': plainClock({
    rule: 'introductions',
    law: 'Ours: an introduction is asked about, not counted as done',
    says: ({ words, facts }) =>
      facts?.stage === 'offered'
        ? `Has ${words} said whether they may come?`
        : `${facts?.stage === 'went' || facts?.stage === 'still-going' ? 'Are they still going to' : 'Did they go to'} ${words}?`,
    link: ({ sourceId }) => `/introductions/${sourceId}`,
    act: 'Write what happened',
    kindInWords: 'Ask about an introduction',
  }),
  'power-unseen': plainClock({
    rule: 'N4',
    law: 'Mental Capacity Act 2005 s9 to s20; the days are ours',
    days: (day, { powerSeenWithinDays }) => withinDays(day, powerSeenWithinDays),
    says: ({ words }) => `See the document that says ${words} may decide for them.`,
    ...deciding,
    kindInWords: 'A document to see',
  }),
  'advocate-wanted': plainClock({
    rule: 'N3',
    law: 'Care Act 2014 s67: at once, since nothing is decided without one',
    says: () => 'Ask for an advocate: nobody can support them to be heard yet.',
    ...heard,
    kindInWords: 'Ask for an advocate',
  }),
  'advocate-awaited': plainClock({
    rule: 'N3',
    law: 'Care Act 2014 s67; the days are ours',
    days: (day, { advocateWithinDays }) => withinDays(day, advocateWithinDays),
    says: ({ words }) => `Ask ${words} again about an advocate: none is in place.`,
    ...heard,
    kindInWords: 'An advocate to ask after',
  }),
  'safe-ask': plainClock({
    rule: 'N2',
    law: 'Care Act 2014 s42; Making Safeguarding Personal: their outcomes first',
    says: () => 'Ask what they want to come of keeping them safe.',
    ...safety,
    kindInWords: 'Ask what they want to come of it',
  }),
  'safe-step': plainClock({
    rule: 'N2',
    law: 'Care Act 2014 s42',
    // No word of it outside the enquiry's own page: others may see this one, or the phone it stands on.
    says: () => 'Look at what was going to be done to keep them safe.',
    ...safety,
    kindInWords: 'A step to keep somebody safe',
  }),
} satisfies Record<string, Clock>;

/** N1: asked for in any conversation, the days count from the asking. */
function entitled(sentence: string, kindInWords: string): Clock {
  return plainClock({
    rule: 'N1',
    law: 'Care Act 2014 s9 and s13; four to six weeks is what the Ombudsman takes as reasonable',
    days: (day, { entitledFromDays, entitledByDays }) => ({
      from: addDays(day, Math.min(entitledFromDays, entitledByDays)),
      by: addDays(day, entitledByDays),
    }),
    says: () => sentence,
    link: personPage('/conversation-3'),
    act: 'Where this stands',
    kindInWords,
  });
}

const otherLaw: Record<string, string> = {
  'becoming-an-adult': 'They become an adult in law.',
  'leaving-hospital': 'They leave hospital.',
  'section-117': 'Aftercare that is theirs by right begins.',
  prison: 'They leave, or come to, prison or approved premises.',
  liberty: 'They are kept safe in ways they cannot agree to: the law asks for a look at it.',
};
