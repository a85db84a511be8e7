import type { z } from 'zod';
import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, type Shown, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { cardOf } from '../finder/card.ts';
import { readListing } from '../listings.store.ts';
import { nextStage, type Stage } from './introduction.ts';
import { EndForm, IntroductionPath, NothingMore, StepForm } from './introductions.forms.ts';
import { IntroductionPage, type IntroductionValue, SlipPage } from './introductions.pages.tsx';
import { readIntroduction } from './introductions.store.ts';
import { askAgain, moveIntroduction } from './moving.store.ts';

/** One introduction, its slip, and each step it may take. */
export function stepRoutes(house: House): void {
  house.get('/introductions/:id', {
    name: 'An introduction',
    may: alongsiders,
    params: IntroductionPath,
    act: ({ db, params }) => introductionShown(db, params.id),
    page: IntroductionPage,
  });
  house.get('/introductions/:id/slip', {
    name: 'A slip to take along',
    may: alongsiders,
    params: IntroductionPath,
    act: async ({ db, params }) => {
      const { personId, listingId } = await openedIntroduction(db, params.id);
      const today = dayOf(nowOf(db));
      return shown({ card: cardOf(await readListing(db, listingId), today), today }, [personId]);
    },
    page: SlipPage,
    audit: 'print',
  });
  eachStep(house);
}

type Step = { next: Stage; name: string; body: z.ZodType<{ why: string | null }>; said: string };

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
  const form = {
    may: alongsiders,
    params: IntroductionPath,
    again: ({ db, params }: { db: CouncilDb; params: { id: string } }) => introductionShown(db, params.id),
    page: IntroductionPage,
  };
  for (const { next, name, body, said } of steps)
    house.post(`/introductions/:id/${next}`, {
      ...form,
      name,
      body,
      act: async ({ db, params, body: { why } }) => {
        const { personId } = await openedIntroduction(db, params.id);
        const after = await moveIntroduction(db, params.id, next, why);
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

/** An introduction whose person this worker may open; somebody else's looks the same as none. */
async function openedIntroduction(db: CouncilDb, id: string) {
  const introduction = await readIntroduction(db, id);
  const opened = await openPerson(db, introduction.personId);
  return { ...introduction, ...opened };
}

async function introductionShown(db: CouncilDb, id: string): Promise<Shown<IntroductionValue>> {
  const { reason, ...introduction } = await openedIntroduction(db, id);
  const identity = await identityOf(db, introduction.personId);
  const value = { introduction, next: nextStage(introduction), identity, today: dayOf(nowOf(db)) };
  return shown(value, [introduction.personId], reason ?? undefined);
}
