import type { Moment, PersonKey, StaffKey } from './script.ts';

/** Somebody in Saltbeck who has their own page, as it was agreed with them. */
export interface OwnPageHad {
  person: PersonKey;
  by: StaffKey;
  at: Moment;
  /** What was said about who else might look. */
  talked: string;
  messageBy: 'none' | 'text' | 'email';
  to?: string;
  number: string;
  /** One sentence of who they are, shown beside them at sign-in. */
  about: string;
}

export const ownPages: OwnPageHad[] = [
  {
    person: 'leon',
    by: 'rowan',
    at: { daysAgo: 20, time: '14:10' },
    talked:
      'We were on our own at the studio. His phone opens with his face and nobody else uses it. His mum would like to see it all; he will show her what he wants, on a Sunday.',
    messageBy: 'text',
    to: '07700 900271',
    number: '340917',
    about:
      'A roofer who wants his mornings back. Has a plan, money of his own to spend, and opinions on both.',
  },
  {
    person: 'bron',
    by: 'priya',
    at: { daysAgo: 12, time: '10:20' },
    talked:
      'While Emrys was at the paper shop. He does not go on the computer and would not mind; she wants somewhere that is hers. Nobody else has her e-mail.',
    messageBy: 'email',
    to: 'bron.tudorhale@example.org',
    number: '510426',
    about:
      'Looks after Emrys, and has a page of her own about her own life: sings alto, wants one evening back.',
  },
  {
    person: 'wilf',
    by: 'ama',
    at: { daysAgo: 3, time: '11:05' },
    talked:
      'Carol set the tablet up and knows how to open it. He says she may look and would tell her himself. Letters only, in large print.',
    messageBy: 'none',
    number: '820165',
    about: 'Kept trawler engines going for forty years. Reads his page in large print, when Skip lets him.',
  },
];
