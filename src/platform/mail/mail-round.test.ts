import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { stoppedClock } from '../clock.ts';
import { type CouncilDb, nowOf } from '../db/council.ts';
import { mailRound } from './mail-round.ts';
import { sendMail } from './outbox.store.ts';
import { smtpPost } from './smtp.ts';

interface Arrived {
  to: string[];
  text: string;
}

/** A mail server of this test's own. `answers` are given to the first recipients in turn; then it takes everything. */
async function mailServer(answers: (number | null)[] = []) {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (address, _session, answer) => {
      const code = answers.shift() ?? null;
      answer(code ? Object.assign(new Error(`no ${address.address} here`), { responseCode: code }) : null);
    },
    onData: (stream, { envelope }, answer) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        arrived.push({
          to: envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString(),
        });
        answer();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  after(() => new Promise<void>((closed) => server.close(closed)));
  const { port } = server.server.address() as AddressInfo;
  return { arrived, smtpUrl: `smtp://127.0.0.1:${port}` };
}

const { database } = await testDatabase();
const council = await testCouncil(database);
const other = await testCouncil(database, 'marsh-end-test', false);
const write = (reference: string, whose = council) =>
  whose.as(whose.accounts.editor, (db) =>
    sendMail(db, {
      reference,
      to: 'sandra@group.example',
      subject: 'Is it still right?',
      words: 'One press.',
    }),
  );
const kept = (reference: string, whose = council) =>
  whose.as(whose.accounts.editor, async (db: CouncilDb) => {
    const { rows } = await sql<{
      tries: number;
      words: string | null;
      problem: string | null;
      isSent: boolean;
      isGivenUp: boolean;
      waits: number;
    }>`select tries, words, last_problem as problem, sent_at is not null as "isSent", given_up_at is not null as "isGivenUp",
        extract(epoch from send_after - ${nowOf(db)})::integer / 60 as waits
      from outgoing_mail where reference = ${reference}`.execute(db);
    assert.equal(rows.length, 1);
    return rows[0];
  });

const councils = async () => [council.councilId, other.councilId];
const round = (smtpUrl: string) =>
  mailRound([smtpPost({ smtpUrl, mailFrom: 'care@council.example' })], councils);
const go = (one: ReturnType<typeof round>, at = testNow.toISOString()) =>
  one.act(database, stoppedClock(at), new AbortController().signal);

describe('letters that go out by e-mail', () => {
  it('a letter written twice is one letter and is sent once, however many rounds go at the same time', async () => {
    const { arrived, smtpUrl } = await mailServer();
    await write('asking 1');
    await write('asking 1');
    await write('asking 1', other);
    await Promise.all([go(round(smtpUrl)), go(round(smtpUrl)), go(round(smtpUrl))]);
    await go(round(smtpUrl));
    assert.equal(arrived.length, 2, 'one for each council');
    assert.deepEqual(arrived[0]?.to, ['sandra@group.example']);
    assert.match(
      arrived.map(({ text }) => text).join(),
      /From: "saltbeck-test Council" <care@council\.example>/,
    );
    assert.match(arrived[0]?.text ?? '', /Auto-Submitted: auto-generated/);
  });

  it('keeps the words of what was sent only in a demonstration, for they may hold a short address', async () => {
    assert.equal((await kept('asking 1'))?.words, 'One press.');
    assert.equal((await kept('asking 1', other))?.words, null);
  });

  it('a letter whose transaction fails was never written', async () => {
    await assert.rejects(
      council.as(council.accounts.editor, async (db) => {
        await sendMail(db, { reference: 'never', to: 'a@b.example', subject: 'No', words: 'No' });
        throw new Error('something else went wrong');
      }),
    );
    const { arrived, smtpUrl } = await mailServer();
    await go(round(smtpUrl));
    assert.equal(arrived.length, 0);
  });

  it('tries again after growing waits, and keeps the server’s code but never the address it named', async () => {
    const { arrived, smtpUrl } = await mailServer([451, 451]);
    await write('slow');
    await go(round(smtpUrl));
    const first = await kept('slow');
    assert.deepEqual(
      [first?.tries, first?.waits, first?.problem, first?.isSent],
      [1, 1, 'The mail server answered 451', false],
    );
    await go(round(smtpUrl));
    assert.equal((await kept('slow'))?.tries, 1, 'not before its time');
    await go(round(smtpUrl), '2026-11-21T09:33:00Z');
    assert.equal((await kept('slow'))?.waits, 6);
    await go(round(smtpUrl), '2026-11-21T09:38:00Z');
    assert.equal((await kept('slow'))?.isSent, true);
    assert.equal(arrived.length, 1);
  });

  it('gives up when the server says never, or after a week without one, and says so', async () => {
    const { smtpUrl } = await mailServer([550]);
    await write('nobody there');
    await go(round(smtpUrl));
    const refused = await kept('nobody there');
    assert.deepEqual([refused?.isGivenUp, refused?.problem], [true, 'The mail server answered 550']);

    await write('no server');
    const nowhere = round('smtp://127.0.0.1:1');
    for (let day = 21; day <= 28; day += 1) await go(nowhere, `2026-11-${day}T10:00:00Z`);
    const lost = await kept('no server');
    assert.deepEqual([lost?.isGivenUp, lost?.tries], [true, 8]);
    assert.match(lost?.problem ?? '', /could not be reached \(E\w+\)/);
  });
});
