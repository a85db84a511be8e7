import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { extractText, getDocumentProxy } from 'unpdf';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { openConversation } from '../../conversations/conversations.store.ts';
import { toldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { kindsInWords, type LetterKind, layouts, letterKinds } from './letter.ts';
import { needs, reasons, said, wholeRecord } from './letters.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);
const wilf = await wholeRecord(council, rowan);

const addressOf = (kind: LetterKind, id = wilf.things[kind]) => `/letters/${kindsInWords[kind].place}/${id}`;

/** What can be read on a page, tags and white space aside. */
const readable = (html: string): string =>
  (/<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

interface ReadPdf {
  text: string;
  pages: { text: string; isWithin: boolean }[];
  title: string;
  lang: unknown;
  roles: string[];
}

async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: ReadPdf['pages'] = [];
  const roles = new Set<string>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const items = (await page.getTextContent()).items.filter((item) => 'str' in item && item.str.trim());
    pages.push({
      text: items.map((item) => ('str' in item ? item.str : '')).join(''),
      isWithin: items.every((item) => {
        if (!('str' in item)) return true;
        const [, , , , x, y] = item.transform as number[];
        return (
          (x ?? 0) >= 28 && (x ?? 0) + item.width <= width - 56 && (y ?? 0) >= 28 && (y ?? 0) <= height - 28
        );
      }),
    });
    collect(await page.getStructTree(), roles);
  }
  const { info } = await pdf.getMetadata();
  const { Title, Language } = info as Record<string, unknown>;
  const { text } = await extractText(pdf, { mergePages: true });
  return {
    text: String(text).replace(/\s+/g, ' '),
    pages,
    title: String(Title),
    lang: Language,
    roles: [...roles],
  };
}

function collect(tree: unknown, roles: Set<string>): void {
  if (typeof tree !== 'object' || tree === null) return;
  if ('role' in tree) roles.add(String(tree.role));
  if ('children' in tree && Array.isArray(tree.children))
    for (const child of tree.children) collect(child, roles);
}

/** Every letter, every layout, both faces, as text. */
async function everyFace(): Promise<{ where: string; kind: LetterKind; text: string; pdf: ReadPdf }[]> {
  const faces: { where: string; kind: LetterKind; text: string; pdf: ReadPdf }[] = [];
  for (const kind of letterKinds)
    for (const layout of layouts) {
      const page = await visitor.get(`${addressOf(kind)}?format=${layout}`);
      assert.equal(page.statusCode, 200, `${kind} ${layout}`);
      const file = await visitor.get(`${addressOf(kind)}/letter.pdf?format=${layout}`);
      assert.equal(file.headers['content-type'], 'application/pdf');
      faces.push({
        where: `${kind} ${layout}`,
        kind,
        text: readable(page.body),
        pdf: await readPdf(file.rawPayload),
      });
    }
  return faces;
}

const faces = await everyFace();
const inPieces = (words: string): string => words.replace(/\s+/g, '');
const holds = (text: string, words: string): boolean =>
  inPieces(text).toLowerCase().includes(inPieces(words).toLowerCase());

describe('letters to the person', () => {
  it('W4 a protected address is on no letter, in no layout, on neither face, were it written among the words', () => {
    for (const { where, text, pdf } of faces)
      for (const face of [text, pdf.text]) {
        assert.doesNotMatch(face, /Chandlery|SB1 ?1AA/i, where);
        assert.match(face, /Address kept private/, where);
      }
  });

  it('nothing runs off the paper, and every page says whose it is, the day and which page of how many', () => {
    for (const { where, pdf } of faces)
      for (const [index, page] of pdf.pages.entries()) {
        assert.ok(page.isWithin, `${where}, page ${index + 1}`);
        assert.ok(
          holds(page.text, `Page ${index + 1} of ${pdf.pages.length}. For Wilfred Acheson, 21 November 2026`),
          where,
        );
      }
  });

  it('every PDF says its language, its title and its structure to a screen reader', () => {
    for (const { where, kind, pdf } of faces) {
      assert.equal(pdf.lang, 'en-GB', where);
      assert.ok(pdf.title.length > 5, where);
      for (const role of ['Document', 'H1', 'H2', 'P'])
        assert.ok(pdf.roles.includes(role), `${where} ${role}`);
      if (kind === 'plan' && where.endsWith('standard'))
        for (const role of ['Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody', 'BlockQuote'])
          assert.ok(pdf.roles.includes(role), `${where} ${role}`);
    }
  });

  it('s12(3) the copy of what was found holds every tagged word, in this conversation and the one before', () => {
    for (const { where, text, pdf } of faces.filter(({ kind }) => kind === 'needs-assessment'))
      for (const face of [text, pdf.text]) {
        for (const words of Object.values(said)) assert.ok(holds(face, words), `${where}: ${words}`);
        assert.ok(holds(face, 'The stairs take him an hour.'), where);
        assert.ok(holds(face, 'You said on 17 November 2026'), where);
        assert.ok(holds(face, 'In law this was your needs assessment.'), where);
        assert.ok(holds(face, 'That means finding out, with you'), where);
      }
  });

  it('s13(2) the decision gives its reasons, and the written advice with it', () => {
    for (const { where, text, pdf } of faces.filter(({ kind }) => kind === 'determination'))
      for (const face of [text, pdf.text]) {
        assert.ok(holds(face, reasons.slice(0, 40)), where);
        assert.ok(holds(face, 'The law says we must help'), where);
        assert.ok(holds(face, 'Rails are free.'), where);
      }
  });

  it('s25(9) the plan holds every need, who does what, and what each pays', () => {
    for (const { where, text, pdf } of faces.filter(({ kind }) => kind === 'plan'))
      for (const face of [text, pdf.text]) {
        for (const { need, who } of needs) {
          assert.ok(holds(face, need), `${where}: ${need}`);
          if (who !== 'Wilf') assert.ok(holds(face, who), `${where}: ${who}`);
        }
        for (const words of ['£160.50', '£25', 'Not the pendant.', 'From the pension letter, together.'])
          assert.ok(holds(face, words), `${where}: ${words}`);
      }
  });

  it('s17(6), s37 the share and the move are explained with their working', () => {
    for (const { where, kind, text, pdf } of faces)
      for (const face of [text, pdf.text]) {
        if (kind === 'financial-assessment')
          for (const words of ['You will pay at most £25 a week', 'State pension', '£221', 'Extra washing'])
            assert.ok(holds(face, words), `${where}: ${words}`);
        if (kind === 'move-difference') assert.ok(holds(face, 'no agency goes out on Sundays'), where);
      }
  });

  it('every letter says whom to ring and how to challenge, and ends', () => {
    for (const { where, kind, text, pdf } of faces)
      for (const face of [text, pdf.text]) {
        assert.ok(holds(face, 'Harbour team') || kind === 'move-difference', where);
        assert.ok(holds(face, 'End of letter'), where);
        if (kind !== 'told-beforehand') assert.ok(holds(face, '0300 061 0614'), where);
        assert.equal(holds(face, 'Ask us to go through this with you.'), where.endsWith('easy-read'), where);
      }
  });

  it('the layout is the person’s own unless another is asked for, and its printing is kept', async () => {
    assert.match((await visitor.get(addressOf('plan'))).body, /app-copy--large/);
    assert.doesNotMatch((await visitor.get(`${addressOf('plan')}?format=standard`)).body, /app-copy--large/);
    const { rows } = await council.as(rowan, (db) =>
      sql<{ act: string }>`select distinct act from audit_entry where council_id = ${council.councilId}
        and person_id = ${wilf.personId} and route like '/letters/%'`.execute(db),
    );
    assert.deepEqual(rows, [{ act: 'print' }]);
  });

  it('W5 no letter opens to a team that is not alongside', async () => {
    const stranger = await house.signIn(council, marsh);
    for (const kind of letterKinds)
      for (const face of ['', '/letter.pdf'])
        assert.equal((await stranger.get(`${addressOf(kind)}${face}`)).statusCode, 403, kind);
    assert.equal((await stranger.get(`/people/${wilf.personId}/letters`)).statusCode, 403);
  });
});

const give = (of: LetterKind, changes: Record<string, string> = {}, about = wilf) =>
  visitor.post(`/people/${about.personId}/letters`, {
    of,
    thing: about.things[of],
    sentOn: '21 November 2026',
    format: 'large-print',
    how: 'by-hand',
    toWhom: 'Wilf',
    isToPerson: 'yes',
    ...changes,
  });

const lettersPage = async () => (await visitor.get(`/people/${wilf.personId}/letters`)).body;

describe('what has been given and what is owed', () => {
  it('says in sentences what is still owed, with a page and a PDF of each', async () => {
    const page = await lettersPage();
    assert.match(page, /Wilf has not been given the plan that stands\. \(Care Act 2014, section 25\(9\)\)/);
    assert.match(page, /Wilf has not been given the decision and its reasons/);
    assert.match(page, /Wilf has not been given a copy of what was talked about and found/);
    assert.match(page, /has not been told in writing how the share was worked out/);
    assert.match(page, /Wilf is given things in large print: “Large print, please”/);
    assert.match(page, /Kept private: hand it over, or send it the way they asked/);
    assert.match(page, new RegExp(`${addressOf('plan')}/letter.pdf\\?format=large-print`));
    assert.doesNotMatch(page, /has not been told beforehand/, 'C3-3 they were told on 10 November');
  });

  it('C3-5 nothing goes to a provider before the person has theirs, then it may; what was typed comes back', async () => {
    const early = await give('plan', { toWhom: 'Night calls', isToPerson: 'no', format: 'standard' });
    assert.equal(early.statusCode, 409);
    assert.match(early.body, /The person has not been given theirs/);
    assert.match(early.body, /value="Night calls"/);
    assert.equal((await give('plan')).statusCode, 303);
    assert.equal(
      (await give('plan', { toWhom: 'Night calls', isToPerson: 'no', format: 'standard' })).statusCode,
      303,
    );
    const page = await lettersPage();
    assert.match(page, /21 November 2026, by hand: to Wilf, in large print, by Rowan/);
    assert.doesNotMatch(page, /has not been given the plan that stands/);
  });

  it('C3-5 another format than theirs wants a reason, and the reason is kept', async () => {
    const refused = await give('determination', { format: 'spoken' });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /Theirs is in large print, and this was out loud/);
    const kept = await give('determination', {
      format: 'spoken',
      formatBecause: 'His glasses are at the mender’s',
    });
    assert.equal(kept.statusCode, 303);
    const page = await lettersPage();
    assert.match(page, /Why not in their own format: His glasses are at the mender’s/);
    assert.doesNotMatch(page, /has not been given the advice in writing/, 's13(5) it goes with the decision');
  });

  it('C3-5 not on a day that has not come, nor before it was made', async () => {
    assert.equal((await give('needs-assessment', { sentOn: '22 November 2026' })).statusCode, 409);
    assert.equal((await give('needs-assessment', { sentOn: '19 November 2026' })).statusCode, 409);
    assert.equal((await give('needs-assessment', { sentOn: '20 November 2026' })).statusCode, 303);
  });

  it('P4 giving what is different after a move is the day it was explained', async () => {
    assert.equal((await give('move-difference')).statusCode, 303);
    const { rows } = await council.as(rowan, (db) =>
      sql<{ on: string }>`select difference_sent_on as on from move where council_id = ${council.councilId}
        and id = ${wilf.things['move-difference']}`.execute(db),
    );
    assert.deepEqual(rows, [{ on: '2026-11-21' }]);
  });

  it('C3-3 giving the letter beforehand is being told beforehand', async () => {
    const about = await council.as(rowan, async (db) => {
      const personId = await makePerson(db, { fullName: 'Dora Winstanley' });
      const id = await openConversation(db, { personId, kind: 3 });
      return { personId, things: { ...wilf.things, 'told-beforehand': id } };
    });
    const owed = await visitor.get(`/people/${about.personId}/letters`);
    assert.match(owed.body, /Dora has not been told beforehand what this conversation is in law/);
    assert.equal((await give('told-beforehand', { toWhom: 'Dora' }, about)).statusCode, 303);
    const told = await council.as(rowan, (db) => toldBeforehand(db, about.things['told-beforehand']));
    assert.deepEqual(told, { toldOn: '2026-11-21', format: 'in large print' });
  });

  it('a letter of somebody else’s is not kept as theirs', async () => {
    const other = await council.as(rowan, async (db) => {
      const personId = await makePerson(db, { fullName: 'Ama Mensah' });
      await openConversation(db, { personId, kind: 1 });
      return personId;
    });
    const refused = await visitor.post(`/people/${other}/letters`, {
      of: 'plan',
      thing: wilf.things.plan,
      sentOn: '21 November 2026',
      format: 'standard',
      how: 'post',
      toWhom: 'Ama',
      isToPerson: 'yes',
    });
    assert.equal(refused.statusCode, 409);
  });
});
