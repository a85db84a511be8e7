import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { councilOf } from '../../platform/db/council.ts';

const test = await testDatabase();
const council = await testCouncil(test.database);
const home = await testHouse(test.database);
const rowan = await home.signIn(council, council.accounts.rowan);
const marlow = await home.signIn(council, council.accounts.marsh);
const wilf = await someone('Wilfred Arkwright', 'harbour');
const josie = await someone('Josephine Marwood', 'marsh');

async function someone(fullName: string, team: 'harbour' | 'marsh'): Promise<string> {
  const worker = team === 'harbour' ? council.accounts.rowan : council.accounts.marsh;
  return council.as(worker, async (db) => {
    const id = await makePerson(db, { fullName });
    await comeAlongside(db, id, { teamId: council.teams[team] }, 'contact');
    return id;
  });
}

const line = { kind: 'skill', district: 'ZZ1', permission: 'Go on, tell them', isNeighbourly: 'yes' };
const offered = await rowan.json(`/people/${wilf}/giving`, {
  ...line,
  direction: 'gives',
  words: 'Mends small engines',
  days: ['TU'],
});
const wished = await marlow.json(`/people/${josie}/giving`, {
  ...line,
  direction: 'would-like',
  words: 'Somebody to mend my scooter engine',
});
const ask = {
  mine: String(offered.body.lineId),
  theirs: String(wished.body.lineId),
  thought: 'He has mended for neighbours for years; in the yard, by daylight.',
};

describe('what one neighbour gives and another would like', () => {
  it('is shown to whoever is alongside, without a name, and says why', async () => {
    const page = await rowan.get(`/people/${wilf}/giving`);
    assert.match(page.body, /Somebody to mend my scooter engine/);
    assert.match(page.body, /Shown because Wilfred gives: “\s*Mends small engines/);
    assert.doesNotMatch(page.body, /Josephine|Marwood/);
  });

  it('U1 whoever’s words were shown has a line in who looked', async () => {
    const { rows } = await council.as(council.accounts.governance, (db) =>
      sql<{ count: number }>`select count(*) as count from audit_entry
        where council_id = ${councilOf(db)} and person_id = ${josie} and route = '/people/:id/giving' and act = 'read'
          and account_id = ${council.accounts.rowan.accountId}`.execute(db),
    );
    assert.ok(Number(rows[0]?.count) > 0);
  });

  it('some things are not for neighbours alone: the form asks, and says where they belong', async () => {
    const { isNeighbourly: _, ...without } = line;
    const answer = await rowan.post(`/people/${wilf}/giving`, {
      ...without,
      direction: 'gives',
      words: 'Help with washing',
    });
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, /plan/);
    assert.match(answer.body, /Help with washing/);
  });

  it('neither is told anything of the other before both have said yes', async () => {
    const made = await rowan.json(`/people/${wilf}/givings`, ask);
    assert.equal(made.status, 200);
    const giving = String(made.body.givingId);
    await rowan.post(`/people/${wilf}/givings/${giving}/yes`, {
      words: 'Happy to',
      tells: 'Wilf, who has a shed',
    });
    assert.doesNotMatch((await marlow.get(`/people/${josie}/giving`)).body, /shed/);
    const early = await marlow.post(`/people/${josie}/givings/${giving}/met`, {
      metOn: '21 November 2026',
      at: 'out',
    });
    assert.equal(early.statusCode, 409);
    await marlow.post(`/people/${josie}/givings/${giving}/yes`, {
      words: 'Lovely',
      tells: 'Jo, at the stile',
    });
    assert.match((await marlow.get(`/people/${josie}/giving`)).body, /Wilf, who has a shed/);
    assert.match((await rowan.get(`/people/${wilf}/giving`)).body, /Jo, at the stile/);
  });

  it('the first time is out, or with somebody along; then it goes on; then it may end, and why is told to one side', async () => {
    const { body } = await rowan.json(`/people/${wilf}/giving`);
    const giving = (body.givings as { givingId: string }[])[0]?.givingId;
    const at = `/people/${wilf}/givings/${giving}`;
    const home = await rowan.post(`${at}/met`, { metOn: '21 November 2026', at: 'home' });
    assert.equal(home.statusCode, 409);
    assert.match(home.body, /out and about/);
    await rowan.post(`${at}/met`, { metOn: '21 November 2026', at: 'home', cameAlong: 'Rowan' });
    await rowan.post(`${at}/going-on`, { words: 'Every other Tuesday' });
    await rowan.post(`${at}/ended`, { why: 'His back is bad' });
    assert.match((await rowan.get(`/people/${wilf}/giving`)).body, /His back is bad/);
    const theirs = await marlow.get(`/people/${josie}/giving`);
    assert.doesNotMatch(theirs.body, /His back|shed/);
    assert.match(theirs.body, /Not for one of them/);
  });

  it('W5 somebody else’s giving is nobody’s way into a record', async () => {
    assert.equal((await marlow.get(`/people/${wilf}/giving`)).statusCode, 403);
    const foreign = await marlow.json(`/people/${josie}/givings`, {
      ...ask,
      mine: ask.mine,
      theirs: ask.mine,
    });
    assert.equal(foreign.status, 409, 'only a line of this person’s own, with another’s');
  });

  it('what was withdrawn, and a restricted record, meet nobody', async () => {
    const shownTo = async () =>
      (await rowan.get(`/people/${wilf}/giving`)).body.includes('scooter to polish');
    const more = await marlow.json(`/people/${josie}/giving`, {
      ...line,
      direction: 'would-like',
      words: 'A scooter to polish and its engine',
    });
    assert.equal(await shownTo(), true);
    await restrict(council.teams.marsh);
    assert.equal(await shownTo(), false, 'restricted');
    await restrict(null);
    await marlow.post(`/people/${josie}/giving/${more.body.lineId}/withdraw`, {});
    assert.equal(await shownTo(), false, 'withdrawn');
  });

  it('what was written on a record since joined to another follows the person', async () => {
    const again = await someone('Josie Marwood', 'marsh');
    const written = await marlow.json(`/people/${again}/giving`, {
      ...line,
      direction: 'would-like',
      words: 'A hand with an outboard engine',
    });
    await council.as(council.accounts.marsh, (db) =>
      sql`update person set merged_into = ${josie} where council_id = ${councilOf(db)} and id = ${again}`.execute(
        db,
      ),
    );
    const isOn = async (reader: typeof rowan, id: string) =>
      (await reader.get(`/people/${id}/giving`)).body.includes('outboard engine');
    assert.equal(await isOn(marlow, josie), true, 'theirs');
    assert.equal(await isOn(rowan, wilf), true, 'still meets whoever gives it');
    const gone = await marlow.post(`/people/${josie}/giving/${written.body.lineId}/withdraw`, {});
    assert.equal(gone.statusCode, 303);
    assert.deepEqual([await isOn(marlow, josie), await isOn(rowan, wilf)], [false, false]);
  });
});

async function restrict(teamId: string | null): Promise<void> {
  await council.as(council.accounts.marsh, (db) =>
    sql`update person set restricted_to_team = ${teamId} where council_id = ${councilOf(db)} and id = ${josie}`.execute(
      db,
    ),
  );
}
