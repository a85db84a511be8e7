import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { findEnquiry, hasOpenEnquiry } from './enquiries.store.ts';
import { outcomesOf, stepsOf } from './enquiry-changes.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya, marsh } = council.accounts;
const home = await testHouse(database);
const asRowan = await home.signIn(council, rowan);
const asPriya = await home.signIn(council, priya);

const someone = () =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Nell Farrow', knownAs: 'Nell' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    return personId;
  });
const answers = {
  isSafeNow: 'unsure',
  doneAtOnce: 'Rang her sister, who went round',
  words: 'He takes my card on Fridays',
  toldBy: 'Nell',
  hasNeeds: 'yes',
  atRisk: 'suspected',
  cannotProtect: 'yes',
  whyNot: '',
};
const opened = async () => {
  const personId = await someone();
  const answer = await asRowan.post(`/people/${personId}/safeguarding`, answers);
  assert.equal(answer.statusCode, 303, answer.body);
  const url = String(answer.headers.location);
  return { personId, url, id: url.replace('/enquiries/', '') };
};
const read = (id: string) => council.as(rowan, (db) => findEnquiry(db, id));
const versionOf = async (id: string) => String((await read(id)).version);
const post = async (visitor: Visitor, url: string, fields: Record<string, string>) => {
  const answer = await visitor.post(url, fields);
  assert.equal(answer.statusCode, 303, answer.body.replace(/<[^>]+>/g, ' '));
};

describe('N2 on the page', () => {
  it('N2 says first what to do at once, and asks three plain questions', async () => {
    const { body } = await asRowan.get(`/people/${await someone()}/safeguarding`);
    assert.ok(body.indexOf('ring 999') < body.indexOf('What is happening'));
    assert.match(body, /<title>Keeping somebody safe/);
    assert.match(body, /Do they have care and support needs\?/);
  });

  it('N2 three answers lead to the open enquiry, with the words that were said', async () => {
    const { personId, url, id } = await opened();
    const { body } = await asRowan.get(url);
    assert.match(body, /He takes my card on Fridays/);
    assert.match(body, /Rang her sister, who went round/);
    assert.match(body, /<title>A safeguarding enquiry/);
    assert.ok(body.includes(`/people/${personId}/held-back/new?kind=enquiry&amp;thing=${id}`), 'W1');
    assert.equal((await read(id)).isSafeNow, 'unsure');
    assert.match(
      (await asRowan.get(`/people/${personId}/safeguarding`)).body,
      new RegExp(`href="/enquiries/${id}"`),
    );
    const story = (await asRowan.get(`/people/${personId}`)).body;
    assert.match(story, /A safeguarding enquiry opened/);
    assert.doesNotMatch(story, /He takes my card/);
  });

  it('N2 pressing twice opens one', async () => {
    const personId = await someone();
    const fields = { ...answers, submission: '0198c0de-0000-7000-8000-00000000000b' };
    const first = await asRowan.post(`/people/${personId}/safeguarding`, fields);
    const again = await asRowan.post(`/people/${personId}/safeguarding`, fields);
    assert.equal(first.headers.location, again.headers.location);
  });

  it('N2 a no asks why, keeps what was typed, and then opens none', async () => {
    const personId = await someone();
    const url = `/people/${personId}/safeguarding`;
    const back = await asRowan.post(url, { ...answers, atRisk: 'no' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /href="#whyNot"/);
    assert.match(back.body, /He takes my card on Fridays/);
    const kept = await asRowan.post(url, {
      ...answers,
      atRisk: 'no',
      whyNot: 'It was her own brother, asked',
    });
    assert.equal(kept.headers.location, url);
    assert.match((await asRowan.get(url)).body, /It was her own brother, asked/);
    assert.equal(await council.as(rowan, (db) => hasOpenEnquiry(db, personId)), false);
  });

  it('N2 answers as JSON open one too', async () => {
    const made = await asRowan.json(`/people/${await someone()}/safeguarding`, answers);
    assert.equal(made.status, 200);
    const { body } = await asRowan.json(`/enquiries/${made.body.enquiryId}`);
    assert.partialDeepStrictEqual(body, { enquiry: { atRisk: 'suspected', endedOn: null }, outcomes: [] });
  });
});

describe('N2 from what they want to how it ended', () => {
  it('N2 is led, stepped through and ended in the person’s view, and the three answers are kept for the return', async () => {
    const { personId, url, id } = await opened();
    await post(asRowan, `${url}/outcomes`, { wanted: 'my card back', saidOn: '20 November 2026' });
    await post(asRowan, `${url}/steps`, {
      step: 'Freeze the card',
      who: 'The bank',
      dueOn: '23/11/2026',
      doneOn: '',
    });
    const [step] = await council.as(rowan, (db) => stepsOf(db, id));
    assert.equal(step?.dueOn, '2026-11-23');
    await post(asRowan, `${url}/steps/${step?.id}/done`, { doneOn: '21 November 2026' });
    await post(asPriya, `${url}/lead`, { version: await versionOf(id) });
    assert.match((await asPriya.get(url)).body, /You lead it\./);
    const [outcome] = await council.as(rowan, (db) => outcomesOf(db, id));
    await post(asRowan, `${url}/outcomes/${outcome?.id}`, {
      ...{ outcome: String(outcome?.id), isMet: 'fully', met: 'It came on Monday' },
      version: await versionOf(id),
    });
    await post(asRowan, `${url}/end`, {
      ...{ whatWasDone: 'A new card, and her sister has the post' },
      ...{ personsView: 'I sleep again', riskNow: 'gone', endedOn: '', version: await versionOf(id) },
    });
    assert.partialDeepStrictEqual(await read(id), {
      ...{ lead: 'Priya', riskNow: 'gone', endedOn: '2026-11-21', outcomesAskedOn: '2026-11-20' },
    });
    const { body } = await asRowan.get(url);
    assert.match(body, /I sleep again/);
    assert.doesNotMatch(body, /End the enquiry/);
    assert.match((await asRowan.get(`/people/${personId}`)).body, /A safeguarding enquiry ended/);
  });

  it('N2 is not ended with nobody asked, keeps what was typed, and says how to go on', async () => {
    const { url, id } = await opened();
    const ending = {
      ...{ whatWasDone: 'A new card', personsView: 'Her sister speaks for her' },
      ...{ riskNow: 'less', endedOn: '' },
    };
    const back = await asRowan.post(`${url}/end`, { ...ending, version: await versionOf(id) });
    assert.equal(back.statusCode, 409);
    assert.match(back.body, /Nobody has asked what they want to come of it/);
    assert.match(back.body, /Her sister speaks for her/);
    await post(asRowan, `${url}/could-not-ask`, {
      because: 'She is too ill to be asked; her sister spoke for her',
      version: await versionOf(id),
    });
    await post(asRowan, `${url}/end`, { ...ending, version: await versionOf(id) });
  });

  it('N2 once ended it is changed no more, and the three questions open another', async () => {
    const { url, id } = await opened();
    await post(asRowan, `${url}/could-not-ask`, { because: 'She died', version: await versionOf(id) });
    await post(asRowan, `${url}/end`, {
      ...{ whatWasDone: 'Told the police', personsView: 'None', riskNow: 'gone' },
      version: await versionOf(id),
    });
    const version = await versionOf(id);
    for (const [path, fields] of Object.entries({
      outcomes: { wanted: 'justice' },
      'could-not-ask': { because: 'x', version },
      steps: { step: 'x', who: 'me' },
      lead: { version },
      end: { whatWasDone: 'x', personsView: 'x', riskNow: 'gone', version },
    }))
      assert.equal((await asRowan.post(`${url}/${path}`, fields)).statusCode, 409, path);
  });

  it('N2 changed by somebody else meanwhile, both texts are shown', async () => {
    const { url, id } = await opened();
    const version = await versionOf(id);
    await post(asPriya, `${url}/lead`, { version });
    const answer = await asRowan.post(`${url}/could-not-ask`, { because: 'She sleeps', version });
    assert.equal(answer.statusCode, 409);
    assert.match(answer.body, /Priya leads it/);
    assert.match(answer.body, /She sleeps/);
  });
});

describe('W5 an enquiry is for those alongside the person', () => {
  it('W5 another team gets neither page nor form', async () => {
    const { personId, url } = await opened();
    const stranger = await home.signIn(council, marsh);
    for (const page of [url, `/people/${personId}/safeguarding`])
      assert.equal((await stranger.get(page)).statusCode, 403);
    assert.equal((await stranger.post(`/people/${personId}/safeguarding`, answers)).statusCode, 403);
    assert.equal((await stranger.post(`${url}/lead`, { version: '1' })).statusCode, 403);
  });
});

describe('N2 what stays on the enquiry’s own page', () => {
  it('N2 a “not yet” that is kept for learning quotes nothing of what they want', async () => {
    const { url, id } = await opened();
    await post(asRowan, `${url}/outcomes`, { wanted: 'zqout of the house', saidOn: '' });
    const ending = { whatWasDone: 'a', personsView: 'b', riskNow: 'less', endedOn: '' };
    const answer = await asRowan.post(`${url}/end`, { ...ending, version: await versionOf(id) });
    assert.equal(answer.statusCode, 409);
    const kept = await council.as(rowan, (db) => db.selectFrom('refused_attempt').selectAll().execute());
    assert.ok(kept.length);
    assert.doesNotMatch(JSON.stringify(kept), /zqout/);
  });

  it('N2 nothing was said or done on a day that has not come', async () => {
    const { url, id } = await opened();
    const ahead = '22 November 2026';
    const step = { step: 'Ring the bank', who: 'me', dueOn: ahead };
    const answers = [
      await asRowan.post(`${url}/outcomes`, { wanted: 'My card back', saidOn: ahead }),
      await asRowan.post(`${url}/steps`, { ...step, doneOn: ahead }),
    ];
    await post(asRowan, `${url}/steps`, { ...step, doneOn: '' });
    const steps = () => council.as(rowan, (db) => stepsOf(db, id));
    const [one] = await steps();
    answers.push(await asRowan.post(`${url}/steps/${one?.id}/done`, { doneOn: ahead }));
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [409, 409, 409],
    );
    assert.deepEqual(
      (await steps()).map(({ doneOn }) => doneOn),
      [null],
    );
    assert.deepEqual(await council.as(rowan, (db) => outcomesOf(db, id)), []);
  });
});
