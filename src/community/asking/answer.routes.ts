import type { z } from 'zod';
import { addMonths, type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import type { Problem } from '../../platform/http/problems.ts';
import { anybody, done } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { NothingMore } from '../community.forms.ts';
import { listingOfLink } from '../groups/own-page/changes.store.ts';
import { CodePath } from '../groups/own-page/own-page.forms.ts';
import { OwnPage } from '../groups/own-page/own-page.pages.tsx';
import { ownPageShown } from '../groups/own-page/own-page.routes.ts';
import { answerAsked, answerTogether, bringBack, onlyForNow } from './answers.store.ts';
import { ForNowForm, FullForm, PausedForm, StoppedForm, YesForm } from './asking.forms.ts';

const by = 'the group';

/** How a group answers by its short address, without an account. GET changes nothing, and pressing twice is the same. */
export function answerRoutes(house: House): void {
  const press = pressing(house);
  press('still-right', 'A group says that it is still right', YesForm, async (db, listingId, { all }) => {
    if (!all) await answerAsked(db, listingId, { answer: 'yes' }, by);
    else await answerTogether(db, listingId, by);
    return 'Thank you. That is all: it is marked as right today.';
  });
  press('full', 'A group says how full it is', FullForm, async (db, listingId, { room }) => {
    await answerAsked(db, listingId, { answer: 'full', room }, by);
    return room === 'full'
      ? 'Thank you. It says that you are full.'
      : 'Thank you. It says that there is room.';
  });
  press(
    'paused',
    'A group says that it is paused',
    PausedForm,
    async (db, listingId, { until, pausedWords }) => {
      const problem = comingDay(until, dayOf(nowOf(db)), 'until');
      if (problem) return [problem];
      await answerAsked(db, listingId, { answer: 'paused', until, words: pausedWords }, by);
      return until === null
        ? 'Thank you. It says that you are paused for now.'
        : `Thank you. It says that you are paused, and is on again by itself on ${longDate(until)}.`;
    },
  );
  press('for-now', 'A group says that it is only for now', ForNowForm, async (db, listingId, { lastDay }) => {
    const problem = comingDay(lastDay, dayOf(nowOf(db)), 'lastDay');
    if (problem) return [problem];
    await onlyForNow(db, listingId, lastDay, by);
    return lastDay === null ? 'Thank you. It goes on.' : `Thank you. The last day is ${longDate(lastDay)}.`;
  });
  press('stopped', 'A group says that it has stopped', StoppedForm, async (db, listingId, { stoppedWhy }) => {
    const why = stoppedWhy
      ? `The group says that it has stopped: ${stoppedWhy}`
      : 'The group says that it has stopped.';
    await answerAsked(db, listingId, { answer: 'stopped', why }, by);
    return 'Thank you for telling us. It is not shown any more; one press here brings it back.';
  });
  press('back', 'A group is on again', NothingMore, async (db, listingId) => {
    await bringBack(db, listingId, by);
    return 'Welcome back. It is shown again.';
  });
}

/** One button of a group's page: a noun, and what it does to that one listing. */
const pressing =
  (house: House) =>
  <Body>(
    noun: string,
    name: string,
    body: z.ZodType<Body>,
    answer: (db: CouncilDb, listingId: string, body: Body) => Promise<string | Problem[]>,
  ) =>
    house.post(`/g/:code/${noun}`, {
      name,
      may: [anybody],
      params: CodePath,
      body,
      act: async ({ db, visit, params, body }) => {
        const said = await answer(db, await listingOfLink(db, visit.link), body);
        return Array.isArray(said) ? said : done(`/g/${encodeURIComponent(params.code)}`, [], said);
      },
      again: ownPageShown,
      page: OwnPage,
    });

/** A day to come, and not so far that it is a slip of the pen. */
export function comingDay(day: Day | null, today: Day, field: string): Problem | null {
  if (day === null || (day > today && day <= addMonths(today, 24))) return null;
  return { field, message: 'Write a day to come, within two years' };
}
