import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { addAddress, makePerson } from '../../people/people.store.ts';
import { addDays } from '../../platform/clock.ts';
import { type CouncilDb, councilOf, nobody } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { approveLatest, letOut, pieceKept, settle, toldAndApproved } from '../stories.fixture.ts';
import { storyOf } from '../stories.store.ts';
import { changeStory } from '../telling/telling.store.ts';
import { stillAllRight, takeBack, takeDown } from './consenting.store.ts';
import { consentsOf } from './consents.store.ts';
import { fileLetOut, storiesLetOut } from './let-out.store.ts';
import type { Audience } from './letting-out.ts';

const test = await testDatabase();
const council = await testCouncil(test.database);
const { rowan, priya, marsh } = council.accounts;
const stranger = { ...nobody, teamIds: [] };
const after = (days: number): Date => new Date(testNow.getTime() + days * 86_400_000);

async function somebody(fullName = 'Wanda Mossley'): Promise<string> {
  return council.as(rowan, async (db) => {
    const id = await makePerson(db, { fullName });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    return id;
  });
}

const shownTo = (
  audience: Audience,
  storyId: string,
  now = after(8),
  who = audience === 'public' ? stranger : rowan,
) => council.as(who, (db) => storiesLetOut(db, { audience, storyId }), now);
const isSeen = async (
  audience: Audience,
  storyId: string,
  now = after(8),
  who?: typeof rowan,
): Promise<boolean> => (await shownTo(audience, storyId, now, who)).length > 0;

/** A story that everybody may see from the eighth day. */
async function publicStory(personId: string, words?: string): Promise<string> {
  const storyId = await council.as(rowan, (db) => toldAndApproved(db, personId, words));
  await council.as(priya, (db) => settle(db, storyId));
  assert.equal(await council.as(rowan, (db) => letOut(db, storyId, 'public')), undefined);
  return storyId;
}

describe('a story let out', () => {
  it('S-2 S-3 comes to everybody after the cooling-off days, and not a minute before, with nobody’s name', async () => {
    const storyId = await publicStory(await somebody());
    assert.equal(await isSeen('public', storyId, new Date(after(7).getTime() - 1)), false);
    const [story] = await shownTo('public', storyId, after(7));
    assert.equal(story?.words, 'I grow leeks for the whole street.');
    assert.equal(story?.name, null);
    assert.ok(!JSON.stringify(story).includes('Wanda'));
    assert.equal(await isSeen('council', storyId), false, 'each audience has a yes of its own');
    assert.equal(await isSeen('team', storyId), false);
  });

  it('S-2 comes to the team at once, and to no other team', async () => {
    const storyId = await council.as(rowan, async (db) => toldAndApproved(db, await somebody()));
    await council.as(rowan, (db) => letOut(db, storyId, 'team', { nameShown: 'first', nameTold: 'Wanda' }));
    const [story] = await shownTo('team', storyId, testNow);
    assert.equal(story?.name, 'Wanda');
    assert.equal(await isSeen('team', storyId, testNow, marsh), false);
    assert.equal(await isSeen('team', storyId, testNow, { ...stranger }), false);
  });

  it('S-8 can be withdrawn and then appears nowhere', async () => {
    const storyId = await publicStory(await somebody());
    await council.as(rowan, async (db) => {
      await letOut(db, storyId, 'team');
      await letOut(db, storyId, 'council');
    });
    for (const audience of ['team', 'council', 'public'] as const)
      assert.ok(await isSeen(audience, storyId), audience);
    await council.as(rowan, async (db) => takeDown(db, await storyOf(db, storyId), 'phone'), after(8));
    for (const audience of ['team', 'council', 'public'] as const) {
      assert.equal(await isSeen(audience, storyId, after(8)), false, audience);
      assert.equal(await isSeen(audience, storyId, after(30)), false, audience);
    }
    await council.as(rowan, (db) => letOut(db, storyId, 'team'), after(9));
    assert.ok(await isSeen('team', storyId, after(9)), 'a new yes stands');
  });

  it('S-8 is gone for every reading that begins after it was taken down, a hundred times of a hundred', async () => {
    const storyId = await publicStory(await somebody());
    let isDown = false;
    const read = async (): Promise<{ begunAfter: boolean; seen: boolean }[]> => {
      const found = [];
      for (let time = 0; time < 50; time += 1) {
        const begunAfter = isDown;
        found.push({ begunAfter, seen: await isSeen('public', storyId) });
      }
      return found;
    };
    const readers = [read(), read(), read(), read()];
    await isSeen('public', storyId);
    await council.as(rowan, async (db) => takeDown(db, await storyOf(db, storyId), 'together'), after(8));
    isDown = true;
    const all = (await Promise.all(readers)).flat();
    assert.ok(all.filter(({ begunAfter }) => begunAfter).length >= 100, 'it was taken down while they read');
    assert.ok(all.some(({ seen }) => seen));
    assert.deepEqual(
      all.filter(({ begunAfter, seen }) => begunAfter && seen),
      [],
    );
  });

  it('S-8 of a yes and a taking down at once, whichever is kept first, it is down', async () => {
    const storyId = await council.as(rowan, async (db) => toldAndApproved(db, await somebody()));
    await Promise.all([
      council.as(rowan, (db) => letOut(db, storyId, 'team')),
      council.as(priya, async (db) => takeDown(db, await storyOf(db, storyId), 'phone'), after(0.5)),
    ]);
    assert.equal(await isSeen('team', storyId, after(1)), false);
  });

  it('S-2 is gone the day after its end, with nothing having to be done', async () => {
    const storyId = await publicStory(await somebody());
    assert.ok(await isSeen('public', storyId, new Date('2027-11-21T22:00:00Z')));
    assert.equal(await isSeen('public', storyId, new Date('2027-11-22T09:00:00Z')), false);
  });

  it('S-4 is asked about each year: silence for four weeks takes it down, a yes keeps it to its end', async () => {
    const personId = await somebody();
    const [silent, answered] = await council.as(rowan, async (db) => {
      const both = [await toldAndApproved(db, personId), await toldAndApproved(db, personId)] as const;
      for (const one of both) await letOut(db, one, 'council', { months: 24 });
      return both;
    });
    const asked = new Date('2027-11-25T09:00:00Z');
    await council.as(
      rowan,
      async (db) => {
        const [consent] = await consentsOf(db, answered);
        assert.equal(consent?.askOn, '2027-11-21');
        assert.equal(consent?.silentUntilOn, addDays('2027-11-21', 28));
        await stillAllRight(db, consent?.id ?? '');
      },
      asked,
    );
    const later = new Date('2027-12-20T12:00:00Z');
    assert.equal(await isSeen('council', silent, new Date('2027-12-19T12:00:00Z')), true);
    assert.equal(await isSeen('council', silent, later), false);
    assert.equal(await isSeen('council', answered, later), true);
    assert.equal(await isSeen('council', answered, new Date('2028-11-22T12:00:00Z')), false);
  });

  it('S-3 taken back while cooling off it never stands, and what stood before goes on', async () => {
    const storyId = await publicStory(await somebody());
    await council.as(
      rowan,
      async (db) => {
        const before = await changeStory(db, storyId, 1, { theirWords: 'I grow leeks and beans.' });
        assert.equal(before.number, 2);
        await approveLatest(db, storyId);
      },
      after(10),
    );
    await council.as(priya, (db) => settle(db, storyId), after(10));
    await council.as(rowan, (db) => letOut(db, storyId, 'public'), after(10));
    const [standing] = await shownTo('public', storyId, after(11));
    assert.equal(standing?.words, 'I grow leeks for the whole street.', 'the one said yes to before stands');
    const newest = await council.as(rowan, (db) => consentsOf(db, storyId), after(11));
    assert.deepEqual(
      newest.map(({ versionNumber, isWaiting, isSeen }) => [versionNumber, isWaiting, isSeen]),
      [
        [2, true, false],
        [1, false, true],
      ],
    );
    const [next] = await shownTo('public', storyId, after(17));
    assert.equal(next?.words, 'I grow leeks and beans.');
    await council.as(
      rowan,
      async (db) => takeBack(db, await storyOf(db, storyId), newest[0]?.id ?? '', 'together'),
      after(12),
    );
    const [still] = await shownTo('public', storyId, after(18));
    assert.equal(still?.words, 'I grow leeks for the whole street.');
  });

  it('S-1 shows nothing whose words are no longer those that were shown, whoever changed them', async () => {
    const storyId = await publicStory(await somebody());
    const owner = new pg.Client(test.administrator);
    await owner.connect();
    await owner.query(`update story_version set their_words = their_words || ' ' where story_id = $1`, [
      storyId,
    ]);
    await owner.end();
    assert.equal(await isSeen('public', storyId), false);
  });

  it('S-1 a sound or a picture is let out with its story, and with no other audience', async () => {
    const personId = await somebody();
    const { storyId, fileId } = await council.as(rowan, async (db) => {
      const piece = await pieceKept(db, personId, { kind: 'sound', inWords: 'She sings.' });
      return { fileId: piece.fileId, storyId: await toldAndApproved(db, personId, '', [piece]) };
    });
    await council.as(rowan, (db) => letOut(db, storyId, 'council'));
    const heard = (audience: Audience, now: Date) =>
      council.as(rowan, (db) => fileLetOut(db, audience, fileId), now);
    assert.equal(await heard('council', after(6)), false);
    assert.equal(await heard('council', after(8)), true);
    assert.equal(await heard('public', after(8)), false);
    await council.as(rowan, async (db) => takeDown(db, await storyOf(db, storyId), 'together'), after(8));
    assert.equal(await heard('council', after(8)), false);
  });
});

describe('who is protected', () => {
  const refusals = async (personId: string) =>
    council.as(rowan, async (db) => {
      const storyId = await toldAndApproved(db, personId);
      const refused: Partial<Record<Audience, string | undefined>> = {};
      for (const audience of ['team', 'council', 'public'] as const)
        refused[audience] = (await letOut(db, storyId, audience))?.refused;
      return refused;
    });

  it('S-5 with a protected address their story stays with the team', async () => {
    const personId = await somebody();
    await council.as(rowan, (db) =>
      addAddress(db, personId, { lines: '1 Quiet Way', postcode: 'ZZ1 1AA', isProtected: true }),
    );
    assert.deepEqual(await refusals(personId), { team: undefined, council: 'S-5', public: 'S-5' });
    const away = await council.as(rowan, async (db) =>
      letOut(db, await toldAndApproved(db, personId, 'I live at 1 quiet way.'), 'team'),
    );
    assert.equal(away?.refused, 'S-5', 'nor does the address itself come to the team in a story');
  });

  it('S-5 while an enquiry is open too, and what was let out before is not seen meanwhile', async () => {
    const personId = await somebody();
    const storyId = await publicStory(personId);
    assert.ok(await isSeen('public', storyId));
    await council.as(rowan, (db) => enquiry(db, personId), after(8));
    assert.equal(await isSeen('public', storyId), false);
    assert.deepEqual(await refusals(personId), { team: undefined, council: 'S-5', public: 'S-5' });
    await council.as(
      rowan,
      (db) => sql`update enquiry set ended_on = '2026-11-29' where person_id = ${personId}`.execute(db),
      after(8),
    );
    assert.ok(await isSeen('public', storyId));
  });

  it('S-5 a record kept to one team is seen by that team, and by nobody else', async () => {
    const personId = await somebody();
    const storyId = await publicStory(personId);
    await council.as(rowan, (db) =>
      sql`update person set restricted_to_team = ${council.teams.harbour} where id = ${personId}`.execute(db),
    );
    assert.equal(await isSeen('public', storyId), false);
    assert.deepEqual(await refusals(personId), { team: undefined, council: 'S-5', public: 'S-5' });
  });
});

describe('what a yes needs', () => {
  it('S-6 another than the writer looks a story over before everybody sees it', async () => {
    const personId = await somebody();
    const storyId = await council.as(rowan, async (db) => {
      const id = await toldAndApproved(db, personId);
      await changeStory(db, id, 1, { retelling: 'Wanda feeds a street.', shows: 'both' });
      await approveLatest(db, id);
      return id;
    });
    assert.equal((await council.as(rowan, (db) => letOut(db, storyId, 'public')))?.refused, 'S-6');
    assert.equal((await council.as(rowan, (db) => settle(db, storyId)))?.refused, 'S-6', 'not the writer');
    assert.equal(await council.as(priya, (db) => settle(db, storyId)), undefined);
    assert.equal(await council.as(rowan, (db) => letOut(db, storyId, 'public')), undefined);
  });

  it('S-7 whose idea it was, who was there, and a yes nobody doubts, before more than the team sees it', async () => {
    const storyId = await council.as(rowan, async (db) => toldAndApproved(db, await somebody()));
    const refused = (step: Parameters<typeof letOut>[3], audience: Audience = 'council') =>
      council.as(rowan, async (db) => (await letOut(db, storyId, audience, step))?.refused);
    assert.equal(await refused({ whoAsked: null }), 'S-7');
    assert.equal(await refused({ whoWasThere: null }), 'S-7');
    assert.equal(await refused({ isFree: 'unsure' }), 'S-7');
    assert.equal(await refused({ whoAsked: null, isFree: null }, 'team'), undefined);
    assert.equal(await refused({}), undefined);
  });

  it('S-9 everybody can read what a picture, a film or a song says', async () => {
    const personId = await somebody();
    const storyId = await council.as(rowan, async (db) => {
      const piece = await pieceKept(db, personId, { kind: 'film', inWords: '' });
      return toldAndApproved(db, personId, 'I dance.', [piece]);
    });
    await council.as(priya, (db) => settle(db, storyId));
    const refused = (withPieces: boolean, audience: Audience) =>
      council.as(rowan, async (db) => (await letOut(db, storyId, audience, { withPieces }))?.refused);
    assert.equal(await refused(true, 'public'), 'S-9');
    assert.equal(await refused(true, 'team'), undefined);
    assert.equal(await refused(false, 'public'), undefined);
  });

  it('S-2 the database keeps no yes without an end, nor one longer than two years', async () => {
    const storyId = await council.as(rowan, async (db) => toldAndApproved(db, await somebody()));
    await council.as(rowan, (db) => letOut(db, storyId, 'team', { months: 24 }));
    const put = (until: string | null) =>
      council.as(rowan, (db) =>
        sql`update story_consent set until_on = ${until}::date where story_id = ${storyId}`.execute(db),
      );
    await assert.rejects(put(null), /consent_given_whole/);
    await assert.rejects(put('2029-01-01'), /consent_has_an_end/);
  });
});

async function enquiry(db: CouncilDb, personId: string): Promise<void> {
  await sql`insert into enquiry (council_id, id, person_id, has_needs, at_risk, cannot_protect, words, told_by, answered_by,
      answered_at, opened_at, lead_id)
    values (${councilOf(db)}, ${newId()}, ${personId}, 'yes', 'yes', 'yes', 'She is afraid.', 'Her niece',
      ${rowan.accountId}, ${after(8)}, ${after(8)}, ${rowan.accountId})`.execute(db);
}
