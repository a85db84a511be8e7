import { onFromShortTerm, requestsIn2018To19, sequels, type WhatFollowed } from './calibration.ts';
import { type Chance, chance, shuffled } from './random.ts';

/** What one request is to lead to, before any site has touched it. */
export interface Card {
  whatFollowed: WhatFollowed;
  goesOnToOngoing: boolean;
  /** They ring a second time within the same asking. */
  ringsAgain: boolean;
}

/** One person's requests, in order. */
export interface Deal {
  alreadySupported: boolean;
  requests: Card[];
}

/** Judgement: of all contacts, second calls about the same thing, and calls from people with ongoing support already. */
const SECOND_CALLS = 0.05;
const ALREADY_SUPPORTED = 0.04;

/**
 * Deals exactly the published shares, as cards from a pack, so that 12,000 contacts come out right and not merely nearly. Only
 * a last request leads to ongoing support: after it the person is no longer new (E2).
 */
export function cards(seed: number, contacts: number): Deal[] {
  const luck = chance(seed);
  const supported = Math.round(contacts * ALREADY_SUPPORTED);
  const secondCalls = Math.round(contacts * SECOND_CALLS);
  const requests = contacts - supported - secondCalls;
  const howMany = requestsEach(requests, luck);
  const leadingOn = shuffled(packOf(requests, true), luck);
  const others = shuffled(packOf(requests, false), luck);
  const lastLeadsOn = shuffled(
    howMany.map((_, person) => person < leadingOn.length),
    luck,
  );
  const again = shuffled(
    Array.from({ length: requests }, (_, request) => request < secondCalls),
    luck,
  );
  const nextCard = (leads: boolean): Card => ({
    ...((leads ? leadingOn : others).pop() ?? { whatFollowed: 'universal', goesOnToOngoing: false }),
    ringsAgain: again.pop() ?? false,
  });
  const fresh = howMany.map((count, person) => ({
    alreadySupported: false,
    requests: Array.from({ length: count }, (_, at) =>
      nextCard(at === count - 1 && lastLeadsOn[person] === true),
    ),
  }));
  return [...fresh, ...Array.from({ length: supported }, alreadySupported)];
}

const alreadySupported = (): Deal => ({
  alreadySupported: true,
  requests: [{ whatFollowed: 'nothing', goesOnToOngoing: false, ringsAgain: false }],
});

/** Most people ask once and a few many times, 1.4 on average; one asking in four beyond the first is from somebody who has come back already (judgement). */
function requestsEach(requests: number, luck: Chance): number[] {
  const people = Math.round((requests * requestsIn2018To19.people) / requestsIn2018To19.requests);
  const howMany = Array.from({ length: people }, () => 1);
  const cameBack: number[] = [];
  for (let left = requests - people; left > 0; left -= 1) {
    const before = luck.happens(0.25) ? cameBack[luck.between(0, cameBack.length - 1)] : undefined;
    const person = before !== undefined && (howMany[before] ?? 0) < 6 ? before : luck.between(0, people - 1);
    howMany[person] = (howMany[person] ?? 0) + 1;
    cameBack.push(person);
  }
  return howMany;
}

type Leading = Omit<Card, 'ringsAgain'>;

function packOf(requests: number, leadsOn: boolean): Leading[] {
  const everything = sequels.reduce((total, one) => total + one.requests, 0);
  return sequels.flatMap(({ whatFollowed, requests: published }) => {
    const all = Math.round((requests * published) / everything);
    const goOn = whatFollowed === 'short-term' ? Math.round(all * onFromShortTerm.share) : 0;
    const isLeading = whatFollowed === 'long-term';
    const count = leadsOn ? (isLeading ? all : goOn) : isLeading ? 0 : all - goOn;
    return Array.from({ length: count }, () => ({ whatFollowed, goesOnToOngoing: leadsOn && !isLeading }));
  });
}
