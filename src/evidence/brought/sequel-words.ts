import type { SequelCount } from './counting/counted.ts';
import type { WayToSend } from './counting/sequel.ts';

/** What the national return reads, in words for people. */
export const answerInWords: Record<SequelCount['answer'], string> = {
  'st-max': 'Short-term support to be independent again',
  nursing: 'Ongoing support, a nursing home',
  residential: 'Ongoing support, a care home',
  community: 'Ongoing support at home or nearby',
  prison: 'Ongoing support in prison',
  'low-level': 'Slight ongoing support',
  'other short-term': 'Other short-term support',
  'end of life': 'End of life',
  deceased: 'Died',
  'nhs funded': 'Paid for by the NHS',
  signposted: 'Told where else to turn',
  'no service': 'Nothing followed',
  'cannot be told': 'Cannot be told',
  'not yet known': 'Not yet known',
};

export const wayInWords: Record<WayToSend, string> = {
  'not sent': 'Not sent',
  'a needs assessment': 'Sent as talking',
  'st-max': 'Sent as help to be independent',
  'other short-term': 'Sent as other short-term',
};
