/**
 * How to challenge what was decided, the same words on every copy: with us first, then a complaint, then the
 * Ombudsman. The Care Act 2014 appeals of s72 were never brought in. The Local Government and Social Care
 * Ombudsman looks at a complaint once the council has answered it (Local Government Act 1974 s26).
 */
export const howToChallenge: readonly string[] = [
  'Tell us. Somebody who was not part of the decision will look at it again, with you.',
  'You can complain to the council. Anybody you like can help you write it or say it.',
  'If you are still unhappy, the Local Government and Social Care Ombudsman is free: 0300 061 0614, www.lgo.org.uk.',
];

/** The formal name in law, used on copies only and explained where it stands. */
export const inLaw = {
  adult: {
    name: 'needs assessment',
    meaning: 'finding out, with you, what you need and what matters to you (Care Act 2014, section 9)',
  },
  carer: {
    name: 'carer’s assessment',
    meaning: 'finding out, with you, what you need because you care for somebody (Care Act 2014, section 10)',
  },
} as const;
