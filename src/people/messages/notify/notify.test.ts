import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { stoppedClock } from '../../../platform/clock.ts';
import { mailRound } from '../../../platform/mail/mail-round.ts';
import { sendMail, sendText } from '../../../platform/mail/outbox.store.ts';
import { notifyPost } from './notify.ts';
import { readNotifySettings } from './notify-settings.ts';

const serviceId = '11111111-2222-4333-8444-555555555555';
const secret = '66666666-7777-4888-8999-aaaaaaaaaaaa';
const key = `alongside-${serviceId}-${secret}`;
const textTemplate = '0b1f4c1e-5a8e-4d68-9d3c-0a3c0c8f1a11';
const emailTemplate = '0b1f4c1e-5a8e-4d68-9d3c-0a3c0c8f1a12';

interface Accepted {
  id: string;
  reference: string;
  status: string;
  body: Record<string, unknown>;
}
type Trouble = 'drop' | { status: number; message: string };

/** GOV.UK Notify as its documentation has it, on this machine. `troubles` befall the first sends in turn. */
async function notifyServer(troubles: Trouble[] = []) {
  const accepted: Accepted[] = [];
  const unsigned: string[] = [];
  const server = createServer(async (request, response) => {
    if (!isSigned(request)) {
      unsigned.push(request.url ?? '');
      return answer(response, 403, {
        status_code: 403,
        errors: [{ error: 'AuthError', message: 'Invalid token' }],
      });
    }
    const url = new URL(request.url ?? '', 'http://notify');
    if (request.method === 'GET') {
      const notifications = accepted.filter(
        ({ reference }) => reference === url.searchParams.get('reference'),
      );
      return answer(response, 200, { notifications, links: { current: request.url } });
    }
    const body = JSON.parse(await textOf(request)) as Record<string, unknown>;
    const trouble = troubles.shift();
    if (trouble && trouble !== 'drop')
      return answer(response, trouble.status, {
        status_code: trouble.status,
        errors: [{ error: 'Error', message: trouble.message }],
      });
    const one = { id: `${accepted.length}`, reference: String(body.reference), status: 'sending', body };
    accepted.push(one);
    if (trouble === 'drop') return request.socket.destroy();
    return answer(response, 201, { id: one.id, reference: one.reference });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  after(() => new Promise<unknown>((closed) => server.close(closed)));
  const { port } = server.address() as AddressInfo;
  return { accepted, unsigned, url: `http://127.0.0.1:${port}` };
}

/** A JSON Web Token of this service's, signed with its secret a moment ago. */
function isSigned(request: IncomingMessage): boolean {
  const [head = '', body = '', signature] = (request.headers.authorization ?? '')
    .replace('Bearer ', '')
    .split('.');
  const told = JSON.parse(Buffer.from(body, 'base64url').toString() || '{}') as {
    iss?: string;
    iat?: number;
  };
  return (
    signature === createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url') &&
    told.iss === serviceId &&
    Math.abs(Date.now() / 1000 - (told.iat ?? 0)) < 30
  );
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const { database } = await testDatabase();
const council = await testCouncil(database);
const text = (reference: string, more: object = {}) =>
  council.as(council.accounts.rowan, (db) =>
    sendText(db, { reference, to: '07700 900 123', words: 'You have a message.', ...more }),
  );
const kept = (reference: string) =>
  council.as(council.accounts.rowan, async (db) => {
    const { rows } = await sql<{
      tries: number;
      problem: string | null;
      sent: boolean;
      over: boolean;
      arrived: boolean;
    }>`
      select tries, last_problem as problem, sent_at is not null as sent, given_up_at is not null as over,
        arrived_at is not null as arrived from outgoing_mail where reference = ${reference}`.execute(db);
    return rows[0];
  });
const round = (url: string, withEmail = true, itsKey = key) =>
  mailRound(
    [notifyPost({ key: itsKey, url, textTemplate, ...(withEmail ? { emailTemplate } : {}) })],
    async () => [council.councilId],
  );
const go = (one: ReturnType<typeof round>, at = testNow.toISOString()) =>
  one.act(database, stoppedClock(at), new AbortController().signal);

describe('texts and e-mails by GOV.UK Notify', () => {
  it('sends each once, signed, with our words and a reference that tells nothing', async () => {
    const { accepted, unsigned, url } = await notifyServer();
    await text('one');
    await text('one');
    await council.as(council.accounts.rowan, (db) =>
      sendMail(db, {
        reference: 'two',
        to: 'mags@example.org',
        subject: 'You have a message',
        words: 'Open your page.',
      }),
    );
    await Promise.all([go(round(url)), go(round(url))]);
    await go(round(url));
    assert.deepEqual(unsigned, []);
    assert.equal(accepted.length, 2);
    const [first, second] = accepted.map(({ body }) => body).sort((a) => (a.phone_number ? -1 : 1));
    assert.equal(first?.template_id, textTemplate);
    assert.equal(first?.phone_number, '07700 900 123');
    assert.deepEqual(first?.personalisation, { message: 'You have a message.' });
    assert.match(String(first?.reference), /^[0-9a-f]{32}$/);
    assert.equal(second?.template_id, emailTemplate);
    assert.deepEqual(second?.personalisation, { subject: 'You have a message', message: 'Open your page.' });
  });

  it('a line that breaks after Notify took it: found by its reference, and not sent again', async () => {
    const { accepted, url } = await notifyServer(['drop']);
    await text('broken line');
    await go(round(url));
    const first = await kept('broken line');
    assert.deepEqual([first?.tries, first?.sent], [1, false]);
    assert.match(first?.problem ?? '', /could not be reached/);
    await go(round(url), '2026-11-21T09:34:00Z');
    assert.equal((await kept('broken line'))?.sent, true);
    assert.equal(accepted.length, 1);
  });

  it('too many at once, or trouble there: tried again later, each time longer', async () => {
    const { accepted, url } = await notifyServer([
      { status: 429, message: 'Exceeded rate limit' },
      { status: 503, message: 'Down' },
    ]);
    await text('busy');
    for (const at of ['09:32:00', '09:32:30', '09:33:00', '09:37:00', '09:38:00'])
      await go(round(url), `2026-11-21T${at}Z`);
    const last = await kept('busy');
    assert.deepEqual([last?.tries, last?.sent, accepted.length], [3, true, 1]);
  });

  it('a number that is none is given up at once, and what is kept of it holds no number', async () => {
    const { url } = await notifyServer([
      { status: 400, message: 'phone_number 07700 900 123 has too few digits' },
    ]);
    await text('no number');
    await go(round(url));
    const lost = await kept('no number');
    assert.deepEqual([lost?.over, lost?.tries], [true, 1]);
    assert.equal(lost?.problem, 'GOV.UK Notify answered 400: phone_number … has too few digits');
  });

  it('a wrong key is not the message’s fault: it waits', async () => {
    const { url } = await notifyServer();
    await text('wrong key');
    await go(round(url, true, `x-${serviceId}-${serviceId}`));
    const waits = await kept('wrong key');
    assert.deepEqual([waits?.over, waits?.sent], [false, false]);
    assert.match(waits?.problem ?? '', /answered 403: Invalid token/);
  });

  it('asks whether it arrived, and says when it never will', async () => {
    const { accepted, url } = await notifyServer();
    await text('arrives');
    await text('never arrives');
    await go(round(url));
    const [one, other] = accepted.slice(-2);
    assert.ok(one && other);
    await go(round(url), '2026-11-21T09:34:00Z');
    assert.equal((await kept('arrives'))?.arrived, false);
    one.status = 'delivered';
    other.status = 'permanent-failure';
    await go(round(url), '2026-11-21T09:40:00Z');
    const [arrived, lost] = [await kept('arrives'), await kept('never arrives')].sort((a) =>
      a?.arrived ? -1 : 1,
    );
    assert.equal(arrived?.arrived, true);
    assert.deepEqual([lost?.over, lost?.problem], [true, 'There is no such number or address']);
  });

  it('keeps to the hours and days of whoever it is for, however it is tried, summer time too', async () => {
    const { accepted, url } = await notifyServer();
    const hours = { notBefore: '08:00', notAfter: '20:00', notDays: [7] };
    await text('by day', { hours, sendAfter: new Date('2027-03-27T21:00:00Z') });
    const came: string[] = [];
    for (const at of [
      '2027-03-27T21:10:00Z',
      '2027-03-28T10:00:00Z',
      '2027-03-29T06:59:00Z',
      '2027-03-29T07:00:00Z',
    ]) {
      await go(round(url), at);
      if (accepted.length > came.length) came.push(at);
    }
    assert.deepEqual(came, ['2027-03-29T07:00:00Z'], 'Monday at eight by the summer clock');
  });
});

describe('its settings', () => {
  const env = { NOTIFY_KEY: key, NOTIFY_TEXT_TEMPLATE: textTemplate };
  it('none without a key; with one, a template for texts', () => {
    assert.equal(readNotifySettings({}), null);
    assert.equal(readNotifySettings(env)?.textTemplate, textTemplate);
    assert.throws(
      () => readNotifySettings({ ...env, NOTIFY_TEXT_TEMPLATE: 'x' }),
      /NOTIFY_TEXT_TEMPLATE is not/,
    );
  });
  it('never repeats a key that is wrong', () => {
    assert.throws(
      () => readNotifySettings({ ...env, NOTIFY_KEY: 'secret-thing' }),
      (error: Error) => /NOTIFY_KEY is not/.test(error.message) && !/secret-thing/.test(error.message),
    );
  });
});
