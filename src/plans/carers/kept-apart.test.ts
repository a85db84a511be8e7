import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { conversationsOf, openConversation } from '../../conversations/conversations.store.ts';
import { entriesOf, findEntry, saveEntry } from '../../conversations/entries.store.ts';
import { tagFact } from '../../conversations/facts.store.ts';
import { enquiriesOf } from '../../conversations/safeguarding/enquiries.store.ts';
import { caredFor } from '../../people/carers/caring.fixture.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { determinationsIn } from '../determinations/determinations.store.ts';
import { movesOf } from '../moving/moves.store.ts';
import { supportOf } from '../support.store.ts';
import { agree, of, type Planned, planned, says, written } from './carers.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);
const other = await house.signIn(council, marsh);

const { personId, carerIds } = await caredFor(council, 'Wilfred Acheson', 'Jean Acheson');
const jeanId = carerIds[0] ?? '';

/** A conversation 1 with words in every voice, one of them marked; then conversation 3, its decision and its plan. */
async function lived(id: string, whose: string, kind: 'adult' | 'carer', need: Record<string, string>) {
  const said = of(whose, 'said');
  await council.as(rowan, async (db) => {
    const conversationId = await openConversation(db, { personId: id, kind: 1 });
    const happenedAt = new Date('2026-11-18T10:00:00Z');
    const voices = {
      said,
      noticed: of(whose, 'noticed'),
      think: of(whose, 'think'),
      agreed: of(whose, 'agreed'),
    };
    const about = { personId: id, conversationId, kind: 1 as const, happenedAt, isWithPerson: true };
    const entry = await findEntry(db, await saveEntry(db, { ...about, ...voices }));
    const marked = { voice: 'said' as const, startsAt: 0, endsAt: said.length, details: {} };
    await tagFact(db, { entry, ...marked, kind: 'what-matters' });
  });
  const about = await planned(council, visitor, id, whose, kind);
  await written(council, visitor, about, whose, need);
  return about;
}

await says(visitor, jeanId, personId);
const wilf = await lived(personId, 'wilf', 'adult', { who: 'Jean', leansOn: `${jeanId} nights` });
const jean = await lived(jeanId, 'jean', 'carer', { metBy: 'self', who: 'Jean' });
for (const [about, whose] of [
  [wilf, 'wilf'],
  [jean, 'jean'],
] as const) {
  const stands = await agree(council, visitor, about, whose);
  assert.equal(stands.statusCode, 303, stands.body);
}
await says(visitor, jeanId, personId, {
  able: 'no',
  willing: 'no',
  saidOn: '21 November 2026',
  words: of('jean', 'back'),
});

/** Every page there is about one person, whoever adds another: those of the person, their threads, plans and decisions. */
async function pagesOf({ personId: id, planId }: Planned): Promise<string[]> {
  const ids = await council.as(rowan, async (db) => {
    const conversations = (await conversationsOf(db, id)).map((one) => one.id);
    const entries: string[] = [];
    const decisions: string[] = [];
    for (const one of conversations) {
      entries.push(...(await entriesOf(db, one)).map((entry) => entry.id));
      decisions.push(...(await determinationsIn(db, one)).map((decision) => decision.id));
    }
    const enquiries = (await enquiriesOf(db, id)).map((one) => one.id);
    const moves = (await movesOf(db, id)).map((one) => one.id);
    const support = (await supportOf(db, id)).map((one) => one.id);
    const people = { people: [id], plans: [planId], conversations, entries, determinations: decisions };
    return { ...people, enquiries, moves, support };
  });
  assert.ok(ids.enquiries.length && ids.moves.length && ids.support.length, 'and what came of it');
  const doors = house.house.routes.filter(({ method }) => method === 'GET').map(({ url }) => url);
  const own = doors.filter((url) => /^\/[a-z-]+\/:id(\/[a-z0-9-]+)*$/.test(url));
  const letters = doors.filter((url) => /^\/letters\/[a-z-]+\/:id(\/letter\.pdf)?$/.test(url));
  assert.ok(letters.length >= 10, 'letters, and each as a PDF, are among the pages');
  return [
    ...own.flatMap((url) =>
      (ids[(url.split('/')[1] ?? '') as keyof typeof ids] ?? []).map((one) => url.replace(':id', one)),
    ),
    ...letters.flatMap((url) =>
      [...ids.plans, ...ids.determinations, ...ids.conversations].map((one) => url.replace(':id', one)),
    ),
  ];
}

/** Somebody may be hurting them, and they mean to move: what is written of each is theirs as well. */
async function troubled(id: string, whose: string): Promise<void> {
  const yes = { hasNeeds: 'yes', atRisk: 'yes', cannotProtect: 'yes' };
  const answers = {
    ...yes,
    words: of(whose, 'hurt'),
    toldBy: of(whose, 'told'),
    doneAtOnce: of(whose, 'did'),
  };
  const { body } = await visitor.json(`/people/${id}/safeguarding`, answers);
  await visitor.json(`/enquiries/${body.enquiryId}/outcomes`, { wanted: of(whose, 'outcome') });
  await visitor.json(`/enquiries/${body.enquiryId}/steps`, {
    step: of(whose, 'step'),
    who: of(whose, 'who'),
  });
  const away = { direction: 'away', otherCouncil: of(whose, 'council'), toldBy: of(whose, 'mover') };
  await visitor.json(`/people/${id}/moves`, { ...away, toldOn: '2026-11-20' });
  const help = { what: of(whose, 'urgent'), why: of(whose, 'why'), costPence: '0', howOften: 'once' };
  await visitor.json(`/people/${id}/urgent-help`, { ...help, metOn: '2026-11-21', untilOn: '2026-11-28' });
}
await troubled(personId, 'wilf');
await troubled(jeanId, 'jean');

interface Face {
  url: string;
  status: number;
  body: string;
}

async function facesOf(urls: readonly string[], who: Visitor): Promise<Face[]> {
  const faces: Face[] = [];
  for (const url of urls) {
    const page = await who.get(url);
    faces.push({ url, status: page.statusCode, body: await readable(page) });
    if (url.endsWith('.pdf')) continue;
    const json = await house.house.server.inject({
      method: 'GET',
      url,
      headers: { host: 'localhost', accept: 'application/json', cookie: who.cookie },
    });
    faces.push({ url: `${url} as JSON`, status: json.statusCode, body: json.body });
  }
  return faces;
}

/** What can be read of an answer: a PDF's words and title, or the text itself. */
async function readable({ headers, body, rawPayload }: Awaited<ReturnType<Visitor['get']>>): Promise<string> {
  if (!String(headers['content-type']).includes('pdf')) return body;
  const pdf = await getDocumentProxy(new Uint8Array(rawPayload));
  const { info } = await pdf.getMetadata();
  return `${JSON.stringify(info)} ${(await extractText(pdf, { mergePages: true })).text}`;
}

const saying = (faces: readonly Face[], whose: string): string[] =>
  faces.filter(({ body }) => body.includes(`zq${whose}`)).map(({ url }) => url);

describe('W2 a carer and the one they look out for are kept apart', () => {
  for (const [whose, about, others, name] of [
    ['wilf', wilf, 'jean', 'nothing Jean told us is on any page of Wilf’s'],
    ['jean', jean, 'wilf', 'nothing Wilf told us is on any page of Jean’s'],
  ] as const)
    it(`W2 ${name}, as a page or as JSON`, async () => {
      const faces = await facesOf(await pagesOf(about), visitor);
      const opened = faces.filter(({ status }) => status === 200);
      assert.ok(opened.length >= 30, `only ${opened.length} pages opened`);
      assert.ok(saying(opened, whose).length >= 8, 'their own words are on their own pages');
      assert.deepEqual(saying(faces, others), []);
    });

  it('W2 what crosses is the name, the thing, yes or no and the day', async () => {
    const hers = (await visitor.get(`/people/${jeanId}/willing-and-able`)).body;
    assert.match(hers, /zqjeannights/);
    assert.match(hers, /zqjeanback/);
    assert.match(
      (await visitor.get(`/people/${personId}`)).body,
      /Jean can no longer do nights: the plan is open again\./,
    );
  });

  it('W2 finding either by name shows nothing the other said', async () => {
    const found = await facesOf(['/people?q=Wilfred', '/people?q=Jean', '/people?q=Acheson'], visitor);
    assert.ok(found.every(({ status, body }) => status === 200 && body.includes('Acheson')));
    assert.deepEqual([...saying(found, 'jean'), ...saying(found, 'wilf')], []);
  });

  it('W2 a worker of another team may open neither, and sees no word of either', async () => {
    const faces = await facesOf([...(await pagesOf(wilf)), ...(await pagesOf(jean))], other);
    assert.deepEqual([...saying(faces, 'jean'), ...saying(faces, 'wilf')], []);
    const letIn = faces.filter(({ status, url }) => status === 200 && !url.includes('/break-glass'));
    assert.deepEqual(
      letIn.map(({ url }) => url),
      [],
    );
  });

  it('W2 being alongside one opens that one only', async () => {
    const team = { teamId: council.teams.marsh };
    await council.as(marsh, (db) => comeAlongside(db, personId, team, 'colleague-asked'));
    const his = await facesOf(await pagesOf(wilf), other);
    assert.ok(saying(his, 'wilf').length >= 8);
    assert.deepEqual(saying(his, 'jean'), []);
    const hers = await facesOf(await pagesOf(jean), other);
    assert.deepEqual(saying(hers, 'jean'), []);
  });
});
