/**
 * Published national facts the invented history is held to, each with the page it was read on.
 * Numbers that nobody has published are judgements and live in `arrivals.ts` and `what-happened.ts`, said to be so.
 */

export const licence = 'Contains public sector information licensed under the Open Government Licence v3.0.';

export type WhatFollowed = 'universal' | 'nothing' | 'low-level' | 'short-term' | 'long-term' | 'other';

export interface PublishedSequel {
  whatFollowed: WhatFollowed;
  /** The name the table gives it. */
  asPublished: string;
  requests: number;
  percentOfAll: number;
  source: string;
}

const hscic2015 =
  'https://content.digital.nhs.uk/article/6750/New-requests-for-adult-social-care-support-actioned-by-councils-approaches-two-million';

/** What followed a request from a new person, England 2014-15 (HSCIC, 6 October 2015). Of requests, not of people. */
export const sequels: readonly PublishedSequel[] = [
  {
    whatFollowed: 'universal',
    asPublished: 'universal services or signposted',
    requests: 575_000,
    percentOfAll: 31,
    source: hscic2015,
  },
  {
    whatFollowed: 'nothing',
    asPublished: 'no services provided',
    requests: 520_000,
    percentOfAll: 28,
    source: hscic2015,
  },
  {
    whatFollowed: 'low-level',
    asPublished: 'ongoing low-level support',
    requests: 304_000,
    percentOfAll: 16,
    source: hscic2015,
  },
  {
    whatFollowed: 'short-term',
    asPublished: 'short-term support to maximise independence',
    requests: 218_000,
    percentOfAll: 12,
    source: hscic2015,
  },
  {
    whatFollowed: 'long-term',
    asPublished: 'long-term support',
    requests: 144_000,
    percentOfAll: 8,
    source: hscic2015,
  },
  {
    whatFollowed: 'other',
    asPublished: 'other outcomes (remainder)',
    requests: 85_000,
    percentOfAll: 5,
    source: 'worked out: 1,846,000 less the rows above',
  },
];

/** Requests from new people, England 2014-15, rounded to the thousand (the same page). */
export const requestsIn2014To15 = 1_846_000;

/** England 2018-19: 1,914,535 requests from 1,335,535 people, 1.4 each; 1,364,095 were about people aged 65 and over. */
export const requestsIn2018To19 = {
  requests: 1_914_535,
  people: 1_335_535,
  aged65AndOver: 1_364_095,
  source:
    'https://digital.nhs.uk/data-and-information/publications/statistical/adult-social-care-activity-and-finance-report/2018-19/2.-requests-for-support',
};

/** England 2023-24, the last year of the return: 68% were about people aged 65 and over; 4.2% more than the year before. */
export const requestsIn2023To24 = {
  requests: 2_085_720,
  theYearBefore: 2_002_055,
  aged65AndOver: 1_427_375,
  source:
    'https://digital.nhs.uk/data-and-information/publications/statistical/adult-social-care-activity-and-finance-report/2023-24/requests-for-support',
};

/** Of requests in 2014-15, where they came from (the HSCIC page above). */
export const cameFrom = { community: 0.79, hospital: 0.18 };

/** After short-term support in 2014-15, 26% went on to long-term support: 65,000 of about 250,000. */
export const onFromShortTerm = {
  share: 0.26,
  source: 'https://carebase.net/new-care-statistics/',
};

/** ADASS, 30 April 2022: of 294,449 people waiting to be assessed, 73,792 had waited more than six months. */
export const waitingMoreThanSixMonths = {
  share: 73_792 / 294_449,
  source: 'https://healthwatchll.com/news/adass-survey-waiting-for-care/',
};
