import { type Day, dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { type Asked, anybody, done, type Shown, shown } from '../../../platform/http/routes.ts';
import type { Visit } from '../../../platform/http/visits.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { waitingFor } from '../for-the-group.store.ts';
import { holdIntroduction, type Introduction } from '../introductions.store.ts';
import { saidEnoughToday } from '../telling.store.ts';
import { groupSays } from '../went/saying.store.ts';
import type { GroupAnswer } from './answer.ts';
import { keepGroupAnswer } from './answering.store.ts';
import { listingShownAs, readWelcome, setWelcome } from './capacity.store.ts';
import {
  GroupCameForm,
  GroupIntroductionPath,
  GroupLaterForm,
  GroupPath,
  GroupWordsForm,
  WelcomesForm,
} from './group.forms.ts';
import { GroupAskedPage, type GroupAskedValue } from './group.pages.tsx';

type AtGroup = Asked<{ code: string }, unknown>;
type OfGroup = Asked<{ code: string; introduction: string }, unknown>;
type GroupWords = { words: string | null; notBefore?: Day | null };

/** What a group answers on its own page, without an account. Only a press changes anything: each is a POST. */
export function groupIntroductionRoutes(house: House): void {
  const page = GroupAskedPage;
  const onPage = { may: [anybody], again: (asked: AtGroup) => questionsShown(asked), page };
  const ofOne = {
    ...onPage,
    params: GroupIntroductionPath,
    again: async (asked: OfGroup) => {
      await ofThisGroup(asked);
      return questionsShown(asked);
    },
  };
  house.get('/g/:code/introductions', {
    name: 'Who would like to come to a group',
    may: [anybody],
    params: GroupPath,
    act: questionsShown,
    page,
  });
  house.post('/g/:code/introductions/:introduction/yes', {
    ...ofOne,
    name: 'A group says yes',
    body: GroupWordsForm,
    act: answered('yes', 'Thank you. We let them know that they are welcome.'),
  });
  house.post('/g/:code/introductions/:introduction/no', {
    ...ofOne,
    name: 'A group says no',
    body: GroupWordsForm,
    act: answered('no', 'Thank you for saying so. It was right to ask.'),
  });
  house.post('/g/:code/introductions/:introduction/later', {
    ...ofOne,
    name: 'A group says not now',
    body: GroupLaterForm,
    act: answered('not-now', 'Thank you. We ask again later.'),
  });
  house.post('/g/:code/introductions/:introduction/came', {
    ...ofOne,
    name: 'A group says that they came',
    body: GroupCameForm,
    act: theyCame,
  });
  house.post('/g/:code/welcomes', {
    ...onPage,
    params: GroupPath,
    name: 'How many newcomers a group welcomes',
    body: WelcomesForm,
    act: async ({ db, visit, params, body }) => {
      await setWelcome(db, await groupOf(db, visit), body);
      return done(`/g/${params.code}`, [], 'Saved. We introduce no more than that without asking you.');
    },
  });
}

async function theyCame(asked: OfGroup & { body: { on: Day | null; words: string | null } }) {
  const { db, params, body } = asked;
  const one = await ofThisGroup(asked);
  const { introductionId, personId } = one;
  const refusal = await saidEnoughToday(db, one);
  if (refusal) return refusal;
  const said = {
    what: 'went',
    happenedOn: body.on ?? dayOf(nowOf(db)),
    words: body.words,
  } as const;
  const kept = await groupSays(db, introductionId, said);
  if (isRefusal(kept)) return kept;
  return done(`/g/${params.code}`, [personId], 'Thank you. That is good to know.', { said: 'came' });
}

const answered = (answer: GroupAnswer, said: string) => async (asked: OfGroup & { body: GroupWords }) => {
  const { db, params, body } = asked;
  const one = await ofThisGroup(asked);
  const refusal = await saidEnoughToday(db, one);
  if (refusal) return refusal;
  const kept = await keepGroupAnswer(db, one, {
    answer,
    words: body.words,
    by: 'the group, on its page',
    notBefore: body.notBefore ?? null,
  });
  if (isRefusal(kept)) return kept;
  return done(`/g/${params.code}`, [one.personId], said, { answer });
};

/** The group whose short address this is; every other kind of address opens nothing here. */
async function groupOf(db: CouncilDb, { link }: Visit): Promise<string> {
  if (link?.kind !== 'listing') throw new Unknown();
  return listingShownAs(db, link.subjectId);
}

/** An introduction this very group was asked about. Any other, of anybody's, looks the same as none. */
async function ofThisGroup({ db, visit, params }: OfGroup): Promise<Introduction> {
  const group = await groupOf(db, visit);
  const one = await holdIntroduction(db, params.introduction);
  if (one.groupAskedOn === null || (await listingShownAs(db, one.listingId)) !== group) throw new Unknown();
  return one;
}

async function questionsShown({ db, visit, params }: AtGroup): Promise<Shown<GroupAskedValue>> {
  const group = await groupOf(db, visit);
  const { waiting, about } = await waitingFor(db, group);
  const { name } = await readWelcome(db, group);
  return shown({ code: params.code, name, waiting, today: dayOf(nowOf(db)) }, about);
}
