import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { conversion, type Followed } from '../src/evidence/conversion.ts';
import { contactEpisodes } from '../src/evidence/episodes.ts';
import { followEpisodes } from '../src/evidence/followed.ts';
import { restings, returns } from '../src/evidence/returns.ts';
import { timeToConversation, type Wait } from '../src/evidence/time-to-conversation.ts';
import { daysBetween } from '../src/platform/clock.ts';
import {
  licence,
  onFromShortTerm,
  requestsIn2014To15,
  requestsIn2018To19,
  sequels,
  waitingMoreThanSixMonths,
} from './calibration.ts';
import { generateHistory, type History } from './history.ts';

const twoYears = { seed: 20261121, from: '2024-11-22', to: '2026-11-21' };
const saltbeck = generateHistory({ ...twoYears, contacts: 12_000 });
const national = new URL('../../shared/data/national/request_sequels_england_2014-15.csv', import.meta.url);

const by = <Row extends { personId: string }>(rows: readonly Row[]) =>
  Map.groupBy(rows, (row) => row.personId);

/** Everybody's rows for E3 and E4, made from the history the way a store would. */
function followed(history: History, from = history.from): Followed[] {
  const contacts = by(history.contacts);
  const supports = by(history.supports);
  const died = new Map(history.deaths.map(({ personId, on }) => [personId, on]));
  const moved = new Map(history.moves.map(({ personId, on }) => [personId, on]));
  return history.people.flatMap(({ id }) =>
    followEpisodes(
      {
        personId: id,
        contacts: contacts.get(id) ?? [],
        supports: supports.get(id) ?? [],
        diedOn: died.get(id),
        movedOn: moved.get(id),
      },
      { from, to: history.to },
    ),
  );
}

const close = (found: number, expected: number, within: number, what: string): void =>
  assert.ok(
    Math.abs(found - expected) <= within,
    `${what}: ${found.toFixed(4)}, expected ${expected.toFixed(4)}`,
  );

describe('the published numbers', () => {
  it('equal the national table they were read from', (test) => {
    if (!existsSync(national)) return test.skip('the national table is not beside this checkout');
    const [, ...rows] = readFileSync(national, 'utf8').trim().split(/\r?\n/);
    const read = rows.map((row) => /^([^,]+),(\d+),(\d+),"?(.*?)"?$/.exec(row)?.slice(1));
    assert.deepEqual(
      read,
      sequels.map((one) => [one.asPublished, `${one.requests}`, `${one.percentOfAll}`, one.source]),
    );
  });

  it('add up to every request, and give 1.4 requests a person', () => {
    assert.equal(
      sequels.reduce((total, one) => total + one.requests, 0),
      requestsIn2014To15,
    );
    assert.equal((requestsIn2018To19.requests / requestsIn2018To19.people).toFixed(1), '1.4');
    assert.match(licence, /Open Government Licence v3\.0/);
  });
});

describe('two years of Saltbeck', () => {
  it('are the same from the same seed and different from another', () => {
    assert.deepEqual(generateHistory({ ...twoYears, contacts: 12_000 }), saltbeck);
    const other = generateHistory({ ...twoYears, seed: 7, contacts: 12_000 });
    assert.notDeepEqual(other.people.slice(0, 5), saltbeck.people.slice(0, 5));
  });

  it('hold exactly the contacts asked for, and take well under a second of work', () => {
    const before = process.cpuUsage();
    const history = generateHistory({ ...twoYears, seed: 3, contacts: 12_000 });
    const used = process.cpuUsage(before);
    assert.equal(history.contacts.length, 12_000);
    assert.ok(used.user + used.system < 1_000_000, `${(used.user + used.system) / 1000} ms`);
  });

  it('follow what followed a request nationally within one percentage point, on any seed', () => {
    for (const seed of [1, 2, 3]) {
      const { planted } = generateHistory({ ...twoYears, seed, contacts: 12_000 });
      for (const { whatFollowed, requests } of sequels) {
        const found = planted.requests.filter((one) => one.whatFollowed === whatFollowed).length;
        close(
          found / planted.requests.length,
          requests / requestsIn2014To15,
          0.01,
          `${whatFollowed}, seed ${seed}`,
        );
      }
    }
  });

  it('E1 E2 come back as 1.4 requests from each new person', () => {
    const fresh = followed(saltbeck).filter((row) => !row.hadOngoingAtStart);
    assert.equal(fresh.length, saltbeck.planted.requests.length);
    close(fresh.length / new Set(fresh.map((row) => row.personId)).size, 1.4, 0.05, 'requests a person');
  });

  it('are 68 to 72 per cent about people aged 65 and over', () => {
    const born = new Map(saltbeck.people.map((person) => [person.id, person.bornOn]));
    const older = saltbeck.contacts.filter(
      (contact) => daysBetween(born.get(contact.personId) ?? '', contact.startedOn) >= 65 * 365.25,
    );
    close(older.length / saltbeck.contacts.length, 0.7, 0.02, 'aged 65 and over');
  });

  it('go on from short-term support to ongoing as often as published, where no site answered', () => {
    const without = generateHistory({ ...twoYears, contacts: 12_000, siteEffect: 1 });
    const short = without.planted.requests.filter((one) => one.whatFollowed === 'short-term');
    close(
      short.filter((one) => one.goesOnToOngoing).length / short.length,
      onFromShortTerm.share,
      0.01,
      'went on',
    );
  });

  it('are busiest on Mondays and quiet at weekends, and busier after the new year than in August', () => {
    const on = (test: (date: Date) => boolean) =>
      saltbeck.contacts.filter((contact) => test(new Date(`${contact.startedOn}T12:00:00Z`))).length;
    const monday = on((date) => date.getUTCDay() === 1);
    assert.ok([2, 3, 4, 5].every((day) => on((date) => date.getUTCDay() === day) < monday));
    assert.ok(on((date) => date.getUTCDay() === 0) < monday / 3);
    assert.ok(on((date) => date.getUTCMonth() === 7) < on((date) => date.getUTCMonth() === 0));
  });

  it('write nothing after the last day, after a death or before a birth', () => {
    const died = new Map(saltbeck.deaths.map(({ personId, on }) => [personId, on]));
    const days = [
      ...saltbeck.contacts.map((one) => [one.personId, one.endedOn] as const),
      ...saltbeck.conversations.flatMap((one) =>
        [one.openedOn, one.spokenWithOn, one.restedOn].map((day) => [one.personId, day] as const),
      ),
      ...saltbeck.supports.flatMap((one) =>
        [one.startedOn, one.endedOn].map((day) => [one.personId, day] as const),
      ),
    ];
    for (const [personId, day] of days) {
      if (day !== undefined) assert.ok(day <= (died.get(personId) ?? saltbeck.to), `${personId} on ${day}`);
    }
    assert.ok(saltbeck.people.every((person) => daysBetween(person.bornOn, saltbeck.from) >= 18 * 365));
  });

  it('C2-3 never open conversation 3 while conversation 2 is open', () => {
    for (const conversations of by(saltbeck.conversations).values()) {
      const twos = conversations.filter((one) => one.kind === 2);
      for (const three of conversations.filter((one) => one.kind === 3)) {
        for (const two of twos) {
          const isOpen = two.openedOn <= three.openedOn && (two.restedOn ?? '9999') > three.openedOn;
          assert.ok(!isOpen, `${two.id} and ${three.id}`);
        }
      }
    }
  });

  it('E3 reach conversation 3 without ongoing support, and have one-off support that is not conversion', () => {
    const supported = new Set(
      saltbeck.supports.filter((one) => one.length === 'ongoing').map((one) => one.personId),
    );
    assert.ok(
      saltbeck.conversations.some((one) => one.kind === 3 && one.restedOn && !supported.has(one.personId)),
    );
    assert.ok(saltbeck.supports.some((one) => one.length === 'one-off' && !supported.has(one.personId)));
  });

  it('E7 hold the returns the rules find', () => {
    const contacts = by(saltbeck.contacts);
    const found = [...by(saltbeck.conversations)].flatMap(([personId, conversations]) => {
      const starts = contactEpisodes(contacts.get(personId) ?? []).map((episode) => episode.startedOn);
      return restings(conversations, starts).map((rest) => ({ personId, ...rest }));
    });
    const cameBack = found.flatMap(({ personId, restedOn, cameBackOn }) =>
      cameBackOn === undefined ? [] : [`${personId} ${restedOn} ${cameBackOn}`],
    );
    const held = saltbeck.returns.map((one) => `${one.personId} ${one.restedOn} ${one.cameBackOn}`);
    assert.deepEqual(cameBack.sort(), held.sort());
    assert.ok(returns({ people: found, windowDays: 90, asOf: saltbeck.to }).numerator > 100);
  });
});

describe('the Harbour site', () => {
  const waits = (answeredBySite: boolean): Wait[] => {
    const contacts = new Map(saltbeck.contacts.map((contact) => [contact.id, contact]));
    const gone = new Map([...saltbeck.deaths, ...saltbeck.moves].map(({ personId, on }) => [personId, on]));
    return saltbeck.conversations
      .filter(
        (one) => one.kind === 1 && contacts.get(one.contactIds[0] ?? '')?.answeredBySite === answeredBySite,
      )
      .map((one) => ({
        personId: one.personId,
        contactOn: one.openedOn,
        spokenWithOn: one.spokenWithOn,
        diedOn: gone.get(one.personId),
      }));
  };

  it('E6 speaks with people in days where people waited weeks, with a long tail as ADASS found', () => {
    const before = timeToConversation(waits(false), saltbeck.to);
    const site = timeToConversation(waits(true), saltbeck.to);
    assert.ok(
      (site.ninetieth ?? 99) <= 7 && (before.ninetieth ?? 0) >= 40,
      `${site.ninetieth} and ${before.ninetieth}`,
    );
    const waiting = waits(false).filter((one) => !one.spokenWithOn && !one.diedOn);
    const long = waiting.filter((one) => daysBetween(one.contactOn, saltbeck.to) > 183).length;
    close(long / waiting.length, waitingMoreThanSixMonths.share, 0.08, 'still waiting after six months');
  });

  it('E9 has people who arrived while the tap was off, answered as before', () => {
    const off = saltbeck.contacts.filter((contact) => contact.tap === 'off');
    assert.ok(off.some((contact) => !contact.answeredBySite));
    assert.ok(saltbeck.contacts.every((contact) => contact.tap !== 'on' || contact.answeredBySite));
    assert.ok(
      saltbeck.contacts.every((one) => !one.answeredBySite || one.startedOn >= saltbeck.site.startedOn),
    );
  });

  it('changes nobody it never met', () => {
    const other = generateHistory({ ...twoYears, contacts: 12_000, siteEffect: 0.3 });
    const met = new Set(saltbeck.contacts.filter((one) => one.answeredBySite).map((one) => one.personId));
    const others = (history: History) =>
      history.supports
        .filter((one) => !met.has(one.personId))
        .map(({ personId, length, startedOn }) => `${personId} ${length} ${startedOn}`)
        .sort();
    assert.deepEqual(others(other), others(saltbeck));
  });

  for (const siteEffect of [0.5, 1]) {
    it(`E3 E9 the effect planted, ${siteEffect}, is found again among people followed for 180 days`, () => {
      const found = siteAgainstRest(generateHistory({ ...twoYears, contacts: 60_000, siteEffect }));
      const ratio = Math.log(found.ratio);
      close(ratio, Math.log(siteEffect), 3 * found.error, 'log of the ratio');
      assert.ok(found.error < 0.15, `the error ${found.error} is small enough for this to mean something`);
    });
  }
});

/** New people first in touch since the site began: those it answered against everybody else, at 180 days. */
function siteAgainstRest(history: History): { ratio: number; error: number } {
  const began = history.site.startedOn;
  const known = new Set(history.contacts.filter((one) => one.startedOn < began).map((one) => one.personId));
  const bySite = new Set(history.contacts.filter((one) => one.answeredBySite).map((one) => one.personId));
  const rows = followed(history, began).filter((row) => !known.has(row.personId));
  const share = (isSite: boolean) =>
    conversion({
      people: rows.filter((row) => bySite.has(row.personId) === isSite),
      windowDays: 180,
      asOf: history.to,
    });
  const here = share(true);
  const rest = share(false);
  const ratio = here.numerator / here.denominator / (rest.numerator / rest.denominator);
  const error = Math.sqrt(
    1 / here.numerator - 1 / here.denominator + 1 / rest.numerator - 1 / rest.denominator,
  );
  return { ratio, error };
}
