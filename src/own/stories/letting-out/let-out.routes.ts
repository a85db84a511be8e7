import type { CouncilReader } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import type { Problem } from '../../../platform/http/problems.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import {
  beginConsent,
  giveConsent,
  keepStep,
  stillAllRight,
  takeBack,
  takeDown,
} from '../../../stories/letting-out/consenting.store.ts';
import { draftOf, findConsent, wasTakenBack } from '../../../stories/letting-out/consents.store.ts';
import { storyOfPerson } from '../../../stories/stories.store.ts';
import type { Own } from '../../frame/own.ts';
import { ownGet, ownPost } from '../../frame/two-doors.routes.ts';
import { readStep, readStory } from '../own-stories.store.ts';
import { ConsentPath, GiveForm, Nothing, StepForm, StepQuery, StoryPath } from '../stories.forms.ts';
import { StoryPage } from '../story.pages.tsx';
import { type Answered, answered } from './step-answers.ts';
import { StepPage } from './steps.pages.tsx';
import { nextStep, type StepName, stepReached } from './steps.ts';
import { TakeDownPage } from './take-down.pages.tsx';

/** Letting a story be seen, one thing a page, and taking it down in one press. */
export function letOutRoutes(house: House): void {
  stepRoutes(house);
  ownPost(house, '/stories/:story/let-out', {
    name: 'Say yes to who may see a story, exactly as they will',
    params: StoryPath,
    body: GiveForm,
    act: async ({ db, own, params, body, told }) => {
      const story = await storyOfPerson(db, own.personId, params.story);
      const refusal = await giveConsent(db, story, { shown: body.shown, told: told ?? 'themselves' });
      return refusal ?? { to: `/stories/${story.id}`, said: own.words.stories.steps.given };
    },
    again: async ({ db, own, params }) => ({
      ...(await readStep(db, own.personId, params.story)),
      step: 'look' as const,
    }),
    page: StepPage,
  });
  standingRoutes(house);
  takeDownRoutes(house);
}

function stepRoutes(house: House): void {
  ownGet(house, '/stories/:story/seen-by', {
    ...{ name: 'One step on the way to letting a story be seen', params: StoryPath, query: StepQuery },
    act: ({ db, own, params, query }) => readParts({ db, own, params, step: query.step }),
    page: StepPage,
  });
  ownPost(house, '/stories/:story/seen-by', {
    ...{ name: 'Answer one step on the way to letting a story be seen', params: StoryPath, body: StepForm },
    act: async ({ db, own, params, body, told }) => {
      const story = await storyOfPerson(db, own.personId, params.story);
      const answers = answered(body.step, body, own);
      if (isProblems(answers)) return answers;
      if ('audience' in answers) {
        const refusal = await beginConsent(db, story, { ...answers, told: told ?? 'themselves' });
        if (isRefusal(refusal)) return refusal;
      } else if (await draftOf(db, story.id)) await keepStep(db, story.id, answers);
      else return { to: `/stories/${story.id}/seen-by?step=who` };
      if ('isFree' in answers && answers.isFree === 'unsure')
        return { to: `/stories/${story.id}`, said: own.words.stories.steps.unsure };
      const draft = await draftOf(db, story.id);
      const { hasPieces } = await readStep(db, own.personId, story.id);
      const next = nextStep(body.step, { audience: draft?.audience ?? 'team', hasPieces });
      return { to: `/stories/${story.id}/seen-by?step=${next}` };
    },
    again: ({ db, own, params, typed }) =>
      readParts({ db, own, params, step: StepQuery.catch({ step: 'who' }).parse(typed).step }),
    page: StepPage,
  });
}

interface StepAsked {
  db: CouncilReader;
  own: Own;
  params: { story: string };
  step: StepName | undefined;
}

const readParts = async ({ db, own, params, step }: StepAsked) => {
  const parts = await readStep(db, own.personId, params.story);
  // With no yes in the making, whatever page was left open or gone back to, the first question comes first.
  const reached = stepReached(parts.draft, parts.hasPieces);
  return { ...parts, step: parts.draft ? (step ?? reached) : reached };
};

const isProblems = (answers: Answered | Problem[]): answers is Problem[] => Array.isArray(answers);

function standingRoutes(house: House): void {
  const shared = {
    params: ConsentPath,
    body: Nothing,
    again: ({
      db,
      own,
      params,
    }: {
      db: Parameters<typeof readStory>[0];
      own: Own;
      params: { story: string };
    }) => readStory(db, own.personId, params.story),
    page: StoryPage,
  };
  ownPost(house, '/stories/:story/seen/:consent/back', {
    ...{ ...shared, name: 'Take a story back from one place' },
    act: async ({ db, own, params, told }) => {
      const story = await storyOfPerson(db, own.personId, params.story);
      if (!(await wasTakenBack(db, story.id, params.consent))) {
        const consent = await findConsent(db, story.id, params.consent);
        await takeBack(db, story, consent.id, told ?? 'themselves');
      }
      return { to: `/stories/${story.id}`, said: own.words.stories.tookBack };
    },
  });
  ownPost(house, '/stories/:story/seen/:consent/still', {
    ...{ ...shared, name: 'Say that a story may stay another year' },
    act: async ({ db, own, params }) => {
      const story = await storyOfPerson(db, own.personId, params.story);
      const consent = await findConsent(db, story.id, params.consent);
      await stillAllRight(db, consent.id);
      return { to: `/stories/${story.id}`, said: own.words.stories.stillKept };
    },
  });
}

function takeDownRoutes(house: House): void {
  ownGet(house, '/stories/:story/take-down', {
    name: 'Take a story down everywhere',
    params: StoryPath,
    act: async ({ db, own, params }) => ({ story: await storyOfPerson(db, own.personId, params.story) }),
    page: TakeDownPage,
  });
  ownPost(house, '/stories/:story/take-down', {
    ...{ name: 'Take a story down everywhere', params: StoryPath, body: Nothing },
    act: async ({ db, own, params, told }) => {
      const story = await storyOfPerson(db, own.personId, params.story);
      await takeDown(db, story, told ?? 'themselves');
      return { to: `/stories/${story.id}`, said: own.words.stories.tookDown };
    },
    again: async ({ db, own, params }) => ({ story: await storyOfPerson(db, own.personId, params.story) }),
    page: TakeDownPage,
  });
}
