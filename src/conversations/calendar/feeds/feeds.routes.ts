import type { FastifyReply, FastifyRequest } from 'fastify';
import { alongsiders } from '../../../access/roles.ts';
import { addDays, addMonths, dayOf } from '../../../platform/clock.ts';
import type { CouncilDb } from '../../../platform/db/council.ts';
import { nowOf } from '../../../platform/db/council.ts';
import { writeAudit } from '../../../platform/db/ledger.store.ts';
import type { House } from '../../../platform/http/house.ts';
import { done, shown } from '../../../platform/http/routes.ts';
import { hashOf } from '../../../platform/http/visits.ts';
import { FeedPath, NewFeed, NothingMore } from '../calendar.forms.ts';
import { dueBetween, whoseOf } from '../calendar.store.ts';
import { calendarFile, tagOf } from './calendar-file.ts';
import { FeedsPage } from './feeds.pages.tsx';
import { endFeed, makeFeed, markFetched, type OpenFeed, readFeeds, withinFeed } from './feeds.store.ts';

export interface FeedSettings {
  /** The origin people type; without one the address is told from its path on. */
  publicUrl?: string | undefined;
}

/** A calendar asks every hour or so; sooner than this is not a calendar. */
const leastSecondsBetween = 10;
const mostMonthsAhead = 12;

/** Addresses for one's own calendar: made, ended, and read without signing in by whoever holds the secret. */
export function feedRoutes(house: House, settings: FeedSettings): void {
  house.get('/calendar/feeds', {
    name: 'Addresses for one’s own calendar',
    may: alongsiders,
    act: async ({ db }) => shown(await readFeeds(db)),
    page: FeedsPage,
  });
  house.post('/calendar/feeds', {
    name: 'Make an address for one’s own calendar',
    may: alongsiders,
    body: NewFeed,
    // Keeps no receipt: that would keep the secret. Pressing twice leaves one address, the later.
    isRepeatable: true,
    act: async ({ db, body }) => {
      const token = await makeFeed(db, body.whose === 'mine' ? null : body.whose);
      const address = `${settings.publicUrl ?? ''}/calendar/${token}.ics`;
      return done('/calendar/feeds', [], `Your address, shown only now: ${address}`, { address });
    },
    again: async ({ db }) => shown(await readFeeds(db)),
    page: FeedsPage,
  });
  house.post('/calendar/feeds/:id/end', {
    name: 'End an address for one’s own calendar',
    may: alongsiders,
    params: FeedPath,
    body: NothingMore,
    act: async ({ db, params }) => {
      await endFeed(db, params.id);
      return done('/calendar/feeds', [], 'It is ended. A calendar that asks for it now finds nothing.');
    },
    again: async ({ db }) => shown(await readFeeds(db)),
    page: FeedsPage,
  });
  house.server.get('/calendar/:file', (request, reply) => answerFeed(house, settings, request, reply));
}

/** Unknown, ended and malformed are one answer. The log names the route, never the secret. */
async function answerFeed(
  house: House,
  settings: FeedSettings,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const token = /^([\w-]{43})\.ics$/.exec(String((request.params as { file: string }).file))?.[1];
  const origin = settings.publicUrl ?? `${house.isSecure ? 'https' : 'http'}://${request.host}`;
  const visit = { now: house.clock.now(), requestId: request.id, may: alongsiders };
  const read = token
    ? await withinFeed(house.database, hashOf(token), visit, (db, feed) => readFeed(db, feed, origin))
    : null;
  if (!read) return reply.code(404).type('text/plain; charset=utf-8').send('There is nothing here for you');
  if (read === 'too-soon')
    return reply
      .code(429)
      .header('retry-after', String(leastSecondsBetween))
      .type('text/plain; charset=utf-8')
      .send('That was a lot at once');
  reply.header('etag', read.tag);
  if (request.headers['if-none-match'] === read.tag) return reply.code(304).send();
  return reply.type('text/calendar; charset=utf-8').send(read.text);
}

async function readFeed(db: CouncilDb, { feedId, teamId, lastFetchedAt }: OpenFeed, origin: string) {
  const now = nowOf(db);
  if (lastFetchedAt && now.getTime() - lastFetchedAt.getTime() < leastSecondsBetween * 1_000)
    return 'too-soon' as const;
  const today = dayOf(now);
  const whose = teamId ? { accountId: null, teamIds: [teamId], isTeam: true } : whoseOf(db, false);
  const items = await dueBetween(db, whose, addDays(today, -1), addMonths(today, mostMonthsAhead));
  await markFetched(db, feedId);
  await writeAudit(db, { act: 'read', route: '/calendar/:file', personIds: [] });
  const name = teamId ? 'Alongside: the team' : 'Alongside';
  return { tag: tagOf(items, today), text: calendarFile(items, { name, origin, today, now }) };
}
