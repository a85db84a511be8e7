import { addDays, type Day } from '../src/platform/clock.ts';
import { requestDays } from './arrivals.ts';
import { cameFrom, requestsIn2018To19, requestsIn2023To24 } from './calibration.ts';
import type { Deal } from './deal.ts';
import type { History, InventedContact, InventedPerson, Setting } from './history.ts';
import { type CameFrom, firstWords, inventedName } from './invented-people.ts';
import { type Chance, chance } from './random.ts';
import { tapFor } from './site-plan.ts';
import { drawRequest, type LaidSupport, type Request, type Spell, spellsOf } from './what-happened.ts';

/** Between the 71% of 2018-19 and the 68% of 2023-24. */
const SHARE_65_AND_OVER =
  (requestsIn2018To19.aged65AndOver / requestsIn2018To19.requests +
    requestsIn2023To24.aged65AndOver / requestsIn2023To24.requests) /
  2;

/** Judgement: the town is bigger than the marsh. */
const DISTRICTS = [
  ['SB1', 0.2],
  ['SB2', 0.18],
  ['SB3', 0.17],
  ['SB4', 0.16],
  ['SB5', 0.15],
  ['SB6', 0.14],
] as const;

/** Adds one person, and everything that happened to them until they died, moved away or the history ends. */
export function liveOneLife(history: History, setting: Setting, deal: Deal, number: number): void {
  const luck = chance(setting.seed, number);
  const { person, isOlder } = drawPerson(number, setting, luck);
  const days = requestDays(deal.requests.length, setting.calendar, luck);
  const requests = drawRequests(person, days, deal, setting, luck);
  const contacts = requests.map((request, at) =>
    contactsOf(person, request, deal.requests[at]?.ringsAgain === true, setting, luck, `${number}-${at + 1}`),
  );
  const end = endOf(requests, isOlder, luck);
  const until = Math.min(end.died, end.moved, setting.calendar.last);
  history.people.push(person);
  history.contacts.push(...contacts.flat());
  noteEnds(history, setting, person, end);
  if (deal.alreadySupported) history.supports.push(...supportFromBefore(person, setting, until, luck));
  else notePlanted(history, person, requests, contacts);
  recordSpells({ history, setting, person, until }, spellsOf(requests), contacts);
}

function drawPerson(
  number: number,
  setting: Setting,
  luck: Chance,
): { person: InventedPerson; isOlder: boolean } {
  const isOlder = luck.happens(SHARE_65_AND_OVER);
  const age = isOlder ? 65 + Math.min(37, Math.floor(luck.next() ** 0.8 * 34)) : 18 + luck.between(0, 46);
  const district = districtOf(luck);
  const bornOn = addDays(setting.calendar.day(0), -Math.round((age + luck.next()) * 365.25));
  const team = setting.site.postcodes.includes(district) ? 'harbour' : 'marsh';
  return { person: { id: `person-${number}`, ...inventedName(luck), bornOn, district, team }, isOlder };
}

function districtOf(luck: Chance): string {
  let left = luck.next();
  for (const [district, share] of DISTRICTS) {
    left -= share;
    if (left < 0) return district;
  }
  return 'SB6';
}

function drawRequests(
  person: InventedPerson,
  days: number[],
  deal: Deal,
  { calendar, site, siteEffect }: Setting,
  luck: Chance,
): Request[] {
  let isWithSite = false;
  return days.flatMap((day, at) => {
    const card = deal.requests[at];
    if (!card) return [];
    isWithSite ||= tapFor(site, person.district, calendar.last - day) === 'on';
    const isSpared = luck.next() >= siteEffect && isWithSite;
    const from = luck.next();
    const known = {
      day,
      cameFrom: cameFromAt(from),
      bySite: isWithSite,
      whatFollowed:
        isSpared && card.whatFollowed === 'long-term' ? ('universal' as const) : card.whatFollowed,
      goesOnToOngoing: card.goesOnToOngoing && !isSpared,
    };
    return [drawRequest(known, luck)];
  });
}

const cameFromAt = (share: number): CameFrom =>
  share < cameFrom.community
    ? 'community'
    : share < cameFrom.community + cameFrom.hospital
      ? 'hospital'
      : 'elsewhere';

function contactsOf(
  person: InventedPerson,
  request: Request,
  ringsAgain: boolean,
  { calendar, site }: Setting,
  luck: Chance,
  key: string,
): InventedContact[] {
  const within = (day: number): number => Math.min(day, calendar.last);
  const contact = (start: number, end: number, id: string): InventedContact => ({
    id,
    personId: person.id,
    startedOn: calendar.day(start),
    endedOn: calendar.day(end),
    cameFrom: request.cameFrom,
    words: luck.pick(firstWords[request.cameFrom]),
    team: person.team,
    tap: tapFor(site, person.district, calendar.last - start),
    answeredBySite: request.bySite,
  });
  const ended = within(request.day + (luck.happens(0.08) ? luck.between(1, 3) : 0));
  const first = contact(request.day, ended, `contact-${key}`);
  if (!ringsAgain) return [first];
  const again = within(ended + luck.between(0, 4));
  return [first, contact(again, again, `contact-${key}-again`)];
}

interface LifeEnd {
  died: number;
  moved: number;
}

/** Judgement: of people who get in touch, 9% a year of those 65 and over die and 1.5% of others; 1.5% a year move away. */
function endOf(requests: readonly Request[], isOlder: boolean, luck: Chance): LifeEnd {
  const last = requests.at(-1);
  const from = (last?.day ?? 0) + 9;
  const soon = from + luck.between(0, 20);
  const died = from + Math.floor(luck.exponential(365 / (isOlder ? 0.09 : 0.015)));
  const moved = from + Math.floor(luck.exponential(365 / 0.015));
  return { died: last?.diesSoon ? soon : died, moved };
}

function noteEnds(history: History, { calendar }: Setting, person: InventedPerson, end: LifeEnd): void {
  const { died, moved } = end;
  if (died <= calendar.last) history.deaths.push({ personId: person.id, on: calendar.day(died) });
  if (moved <= calendar.last && moved < died)
    history.moves.push({ personId: person.id, on: calendar.day(moved) });
}

function notePlanted(
  history: History,
  person: InventedPerson,
  requests: readonly Request[],
  contacts: readonly InventedContact[][],
): void {
  for (const [at, { whatFollowed, goesOnToOngoing }] of requests.entries()) {
    const contactId = contacts[at]?.[0]?.id;
    if (contactId)
      history.planted.requests.push({ contactId, personId: person.id, whatFollowed, goesOnToOngoing });
  }
}

interface Recording {
  history: History;
  setting: Setting;
  person: InventedPerson;
  /** The last day anything can be written about this person. */
  until: number;
}

function recordSpells(
  recording: Recording,
  spells: readonly Spell[],
  contacts: readonly InventedContact[][],
): void {
  const { history, setting, person, until } = recording;
  let at = 0;
  let restedBefore: number | undefined;
  for (const spell of spells) {
    const answered = contacts.slice(at, at + spell.requests.length).flat();
    at += spell.requests.length;
    const [first] = answered;
    if (!first) continue;
    if (restedBefore !== undefined) {
      const restedOn = setting.calendar.day(restedBefore);
      history.returns.push({
        personId: person.id,
        contactId: first.id,
        restedOn,
        cameBackOn: first.startedOn,
      });
    }
    recordConversations(
      recording,
      spell,
      answered.map(({ id }) => id),
    );
    const kept = spell.supports.filter((support) => support.start <= until);
    for (const support of kept) history.supports.push(supportRecord(recording, support));
    restedBefore = spell.rested;
  }
}

function recordConversations(
  { history, setting, person, until }: Recording,
  spell: Spell,
  contactIds: string[],
): void {
  const { calendar } = setting;
  const seen = (day: number): Day | undefined => (day <= until ? calendar.day(day) : undefined);
  const isOver = until < calendar.last;
  for (const { kind, opened, spokenWith, rested } of spell.conversations) {
    if (opened > until) continue;
    history.conversations.push({
      id: `conversation-${kind}-${contactIds[0]?.slice('contact-'.length)}`,
      personId: person.id,
      kind,
      contactIds,
      openedOn: calendar.day(opened),
      spokenWithOn: seen(spokenWith),
      restedOn: seen(rested) ?? (isOver ? calendar.day(until) : undefined),
    });
  }
}

function supportRecord({ history, setting, person, until }: Recording, support: LaidSupport) {
  const { calendar } = setting;
  const isOver = until < calendar.last;
  const end = Math.min(support.end ?? Number.POSITIVE_INFINITY, isOver ? until : Number.POSITIVE_INFINITY);
  return {
    id: `support-${history.supports.length + 1}`,
    personId: person.id,
    length: support.length,
    startedOn: calendar.day(support.start),
    endedOn: end <= calendar.last ? calendar.day(end) : undefined,
    weeklyPence: support.weeklyPence,
    oncePence: support.oncePence,
  };
}

function supportFromBefore(person: InventedPerson, setting: Setting, until: number, luck: Chance) {
  const start = -luck.between(30, 1500);
  const weeklyPence = Math.round(luck.logNormal(31_000, 0.6) / 100) * 100;
  const over = until < setting.calendar.last ? setting.calendar.day(until) : undefined;
  return [
    {
      id: `support-before-${person.id}`,
      personId: person.id,
      length: 'ongoing' as const,
      startedOn: setting.calendar.day(start),
      endedOn: over,
      weeklyPence,
      oncePence: 0,
    },
  ];
}
