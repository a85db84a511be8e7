import { directoryReaders } from '../../../access/roles.ts';
import { dayOf } from '../../../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import type { Problem } from '../../../platform/http/problems.ts';
import { done, type Shown, shown } from '../../../platform/http/routes.ts';
import { directoryEditors } from '../../feeds/feeds.routes.ts';
import { tellItIsWrong } from '../../learnt.store.ts';
import { comingDay } from '../answer.routes.ts';
import { type Answer, answerAsked, noteChanged } from '../answers.store.ts';
import { CallForm, CallPath, CallsQuery } from '../asking.forms.ts';
import { countListedAddresses } from '../keeping/ways.store.ts';
import { CallsPage, type CallsValue } from './calls.pages.tsx';
import { noteNoAnswer, openCall, readCalls, ringFromNowOn } from './calls.store.ts';

/** Calls on one page. */
const most = 20;

/** Whom the stewards ring today, and what was said. */
export function callRoutes(house: House): void {
  house.get('/community/asking', {
    name: 'Is it still right: whom to ring today',
    may: directoryReaders,
    query: CallsQuery,
    act: ({ db, query }) => callsShown(db, query),
    page: CallsPage,
  });
  house.post('/community/asking/:call/rang', {
    name: 'What was said when a steward rang',
    may: directoryReaders,
    params: CallPath,
    body: CallForm,
    act: async ({ db, params, body }) => {
      const said = await writeDown(db, params.call, body);
      return Array.isArray(said) ? said : done('/community/asking', [], said);
    },
    again: ({ db }) => callsShown(db, CallsQuery.parse({})),
    page: CallsPage,
  });
}

async function callsShown(
  db: CouncilDb,
  { whose, page }: { whose: 'mine' | 'all'; page: number },
): Promise<Shown<CallsValue>> {
  const { accountId, role } = actorOf(db);
  const isEditor = (directoryEditors as readonly string[]).includes(role);
  const stewardId = whose === 'mine' ? accountId : null;
  const { calls, total } = await readCalls(db, { stewardId, isEditor, offset: (page - 1) * most, most });
  const value: CallsValue = {
    ...{ calls, whose, page, isEditor, total },
    pages: Math.ceil(total / most),
    today: dayOf(nowOf(db)),
    withAddress: isEditor ? await countListedAddresses(db) : 0,
  };
  return shown(value);
}

/** Writes down a call for every listing it was about. What changed goes to whoever keeps the directory right. */
async function writeDown(
  db: CouncilDb,
  call: string,
  { said, more, until, ring }: ReturnType<typeof CallForm.parse>,
): Promise<string | Problem[]> {
  const listings = await openCall(db, call);
  const problem = comingDay(until, dayOf(nowOf(db)), 'until');
  if (problem) return [problem];
  if (said === 'changed' && !more) return [{ field: 'more', message: 'Write what has changed' }];
  if (said === 'nobody answered') {
    await noteNoAnswer(db, call);
    return 'Written down. It comes back in two days.';
  }
  const by = `${actorOf(db).name}, who rang`;
  for (const { listingId, nth } of listings) {
    if (said === 'changed') {
      await noteChanged(db, listingId, by);
      await tellItIsWrong(db, listingId, `Told on the telephone: ${more}`);
    } else await answerAsked(db, listingId, answerOf(said, until, more), by);
    if (ring && nth === 3) await ringFromNowOn(db, listingId, ring);
  }
  return said === 'changed'
    ? 'Written down, for whoever keeps the directory right.'
    : 'Thank you. Written down.';
}

function answerOf(said: 'yes' | 'paused' | 'stopped', until: string | null, more: string | null): Answer {
  if (said === 'paused') return { answer: 'paused', until, words: more };
  if (said === 'stopped')
    return { answer: 'stopped', why: ['They told us that it has stopped.', more].filter(Boolean).join(' ') };
  return { answer: said };
}
