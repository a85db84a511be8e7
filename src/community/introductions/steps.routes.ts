import type { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { cardOf } from '../finder/card.ts';
import { readListing } from '../listings.store.ts';
import { SlipsPage } from '../public/slips.pages.tsx';
import type { Stage } from './introduction.ts';
import { EndForm, IntroductionPath, NothingMore, StepForm } from './introductions.forms.ts';
import { IntroductionPage } from './introductions.pages.tsx';
import { askAgain, moveIntroduction } from './moving.store.ts';
import { introductionShown, onItsPage, openedIntroduction } from './page/shown.routes.ts';
import type { Teller } from './went/story.ts';

/** One introduction, its slip, and each step it may take. */
export function stepRoutes(house: House): void {
  house.get('/introductions/:id', {
    name: 'An introduction',
    may: alongsiders,
    params: IntroductionPath,
    act: ({ db, visit, params }) => introductionShown(db, visit, params.id),
    page: IntroductionPage,
  });
  house.get('/introductions/:id/slip', {
    name: 'A slip to take along',
    may: alongsiders,
    params: IntroductionPath,
    act: async ({ db, visit, params }) => {
      const { personId, listingId } = await openedIntroduction(db, params.id);
      const today = dayOf(nowOf(db));
      const cards = [cardOf(await readListing(db, listingId), today)];
      const base = `/introductions/${params.id}`;
      return shown({ cards, base, councilSlug: visit.councilSlug, today }, [personId]);
    },
    page: SlipsPage,
    audit: 'print',
  });
  eachStep(house);
}

type Body = { why: string | null; on: Day | null; who?: Teller | null | undefined };
type Step = { next: Stage; name: string; body: z.ZodType<Body>; said: string };

const steps: Step[] = [
  {
    next: 'agreed',
    name: 'They and the group said yes',
    body: StepForm,
    said: 'Written down: both said yes.',
  },
  {
    next: 'introduced',
    name: 'They were introduced',
    body: StepForm,
    said: 'Written down. We ask in two weeks whether it happened.',
  },
  {
    next: 'went',
    name: 'They went',
    body: StepForm,
    said: 'Written down. We ask after 30 days whether they still go.',
  },
  { next: 'still-going', name: 'They are still going', body: StepForm, said: 'Written down: still going.' },
  {
    next: 'not-for-me',
    name: 'It is not for them',
    body: EndForm,
    said: 'Written down. It was right to ask.',
  },
  {
    next: 'declined-by-group',
    name: 'The group said not now',
    body: EndForm,
    said: 'Written down. It was right to ask.',
  },
];

function eachStep(house: House): void {
  const form = { ...onItsPage, params: IntroductionPath };
  for (const { next, name, body, said } of steps)
    house.post(`/introductions/:id/${next}`, {
      ...form,
      name,
      body,
      act: async ({ db, params, body: { why, on, who } }) => {
        const { personId } = await openedIntroduction(db, params.id);
        const after = await moveIntroduction(db, params.id, next, why, { on, who: who ?? null });
        if (isRefusal(after)) return after;
        return done(`/people/${personId}/community`, [personId], said, {
          stage: after.stage,
          askOn: after.askOn,
        });
      },
    });
  house.post('/introductions/:id/not-yet', {
    ...form,
    name: 'It has not happened yet',
    body: NothingMore,
    act: async ({ db, params }) => {
      const { personId } = await openedIntroduction(db, params.id);
      await askAgain(db, params.id);
      return done(`/people/${personId}/community`, [personId], 'We ask again in two weeks.');
    },
  });
}
