/** Phrases that hold a word to spare and may stand on a screen all the same, and why. */
export const allowed: Record<string, string> = {
  'needs assessment': 'the Care Act’s own name (s9), said with what it means here: the conversation itself',
  "carer's assessment": 'the Care Act’s own name (s10), said with what it means here',
  'financial assessment': 'the Care Act’s own name (s17), said with what it means in the letter about it',
  'self-assessment': 'the regulations’ own name (2014/2827 reg 2), offered by it',
  'carer’s assessment': 'the same, as printed',
  'staying close': 'near, not shut',
  'stay close': 'near, not shut',
  'stayed close': 'near, not shut',
  'stays close': 'near, not shut',
  'temporarily closed': 'Open Referral’s own status of a service, kept as it came and never shown',
  'open referral': 'the name of a standard, and of the addresses it asks for',
  'bed-bound, bedbound': 'what the mirror of a story points at; it says what people say instead',
  'client id': 'OpenID Connect’s own name, sent to an identity provider',
  'client secret': 'OpenID Connect’s own name, sent to an identity provider',
};
