import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { newId } from '../../platform/ids.ts';
import { standing } from '../changing/changing.fixture.ts';
import { supportOf } from '../support.store.ts';
import { urgentHelpOf } from '../urgent-help/urgent-help.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

async function drawsOn(): Promise<{ personId: string; supportId: string }> {
  const { personId } = await standing(council, rowan);
  const [support] = await council.as(rowan, (db) => supportOf(db, personId));
  return { personId, supportId: support?.id ?? '' };
}
const end = (id: string, changes: Record<string, string>) =>
  visitor.post(`/support/${id}/end`, { words: '', endsOn: '21 November 2026', ...changes });
const supportNow = async (personId: string) => (await council.as(rowan, (db) => supportOf(db, personId)))[0];

/** A move away, taken over on a day or not yet. */
const movesAway = (personId: string, takenOverOn: string | null) =>
  council.as(rowan, (db) =>
    sql`insert into move (council_id, id, person_id, direction, other_council, told_on, told_by, taken_over_on)
      values (${council.councilId}, ${newId()}, ${personId}, 'away', 'Marram Council', '2026-10-01', 'Carol', ${takenOverOn})`.execute(
      db,
    ),
  );

describe('P1 how support ends', () => {
  it('P1 at their own wish, in their words, and the story tells it', async () => {
    const { personId, supportId } = await drawsOn();
    assert.match(
      (await visitor.get(`/support/${supportId}/end`)).body,
      /To give less, write a plan with Wilf/,
    );
    const silent = await end(supportId, { because: 'their-wish' });
    assert.equal(silent.statusCode, 409);
    assert.match(silent.body, /t is their wish only in their words/);
    const ended = await end(supportId, { because: 'their-wish', words: 'I sleep through now.' });
    assert.equal(ended.statusCode, 303, ended.body);
    assert.partialDeepStrictEqual(await supportNow(personId), {
      endedOn: '2026-11-21',
      endedBecause: 'their-wish',
      endedWords: 'I sleep through now.',
    });
    const [told] = await council.as(rowan, (db) => readTimeline(db, personId, 1));
    assert.partialDeepStrictEqual(told, {
      kind: 'support-ended',
      voices: [{ voice: 'note' }, { voice: 'said', words: 'I sleep through now.' }],
    });
  });

  for (const because of ['something-else', 'a-later-plan', 'time-was-up', 'costs'])
    it(`P1 “${because}” is refused: less goes through a plan, and the support goes on`, async () => {
      const { personId, supportId } = await drawsOn();
      const refused = await end(supportId, { because, words: 'The budget.' });
      assert.equal(refused.statusCode, 409);
      assert.match(refused.body, /Rule P1/);
      assert.match(refused.body, /The budget\./);
      assert.equal((await supportNow(personId))?.endedOn, null);
    });

  it('P4 on a move only once the other council has taken over, from that day', async () => {
    const { personId, supportId } = await drawsOn();
    assert.match((await end(supportId, { because: 'moved-and-met-there' })).body, /Rule P4/);
    await movesAway(personId, null);
    assert.match((await end(supportId, { because: 'moved-and-met-there' })).body, /Rule P4/);
    const moved = await drawsOn();
    await movesAway(moved.personId, '2026-11-20');
    const early = await end(moved.supportId, { because: 'moved-and-met-there', endsOn: '19/11/2026' });
    assert.match(early.body, /Rule P4/);
    const ended = await end(moved.supportId, { because: 'moved-and-met-there', endsOn: '20/11/2026' });
    assert.equal(ended.statusCode, 303, ended.body);
    assert.partialDeepStrictEqual(await supportNow(moved.personId), { endedBecause: 'moved-and-met-there' });
  });

  it('F6 urgent help that ends at their wish is not left to look at again', async () => {
    const { personId } = await drawsOn();
    await visitor.post(`/people/${personId}/urgent-help`, {
      ...{ what: 'Somebody stays the night', why: 'Carol was taken in.', metOn: '21/11/2026' },
      ...{ untilOn: '25/11/2026', costPence: '0', howOften: 'weekly' },
    });
    const help = async () => (await council.as(rowan, (db) => urgentHelpOf(db, personId)))[0];
    const ended = await end((await help())?.supportId ?? '', {
      because: 'their-wish',
      words: 'Go home, love.',
    });
    assert.equal(ended.statusCode, 303, ended.body);
    assert.partialDeepStrictEqual(await help(), { thenWhat: 'ended', lookedAgainWords: 'Go home, love.' });
  });

  it('P1 ends once: said again, it is refused and the first words stay', async () => {
    const { personId, supportId } = await drawsOn();
    assert.match((await end(supportId, { because: 'died' })).body, /obody has written down that they died/);
    await visitor.post(`/people/${personId}/death`, { on: '21/11/2026', toldBy: 'her son' });
    await end(supportId, { because: 'died' });
    const again = await end(supportId, { because: 'their-wish', words: 'x' });
    assert.equal(again.statusCode, 409);
    assert.equal((await supportNow(personId))?.endedBecause, 'died');
  });

  it('W5 is not open to a team that is not alongside', async () => {
    const { supportId } = await drawsOn();
    const stranger = await house.signIn(council, marsh);
    assert.equal((await stranger.get(`/support/${supportId}/end`)).statusCode, 403);
    const asked = { because: 'died', endsOn: '21/11/2026' };
    assert.equal((await stranger.post(`/support/${supportId}/end`, asked)).statusCode, 403);
  });
});
