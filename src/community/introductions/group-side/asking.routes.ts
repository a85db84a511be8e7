import type { House } from '../../../platform/http/house.ts';
import { done } from '../../../platform/http/routes.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { IntroductionPath } from '../introductions.forms.ts';
import { onItsPage, openedIntroduction } from '../page/shown.routes.ts';
import { askGroup, writeGroupAnswer } from './answering.store.ts';
import { AskForm, GroupAnswerForm } from './asking.forms.ts';

/** Asking the group, and writing what it told us. */
export function askingRoutes(house: House): void {
  house.post('/introductions/:id/asked', {
    ...onItsPage,
    name: 'Ask the group whether somebody may come',
    params: IntroductionPath,
    body: AskForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openedIntroduction(db, params.id);
      const one = await askGroup(db, params.id, body.way, house.publicUrl ?? null);
      if (isRefusal(one)) return one;
      return done(
        `/introductions/${params.id}`,
        [personId],
        'The group is asked. We look again in two weeks.',
        {
          askOn: one.askOn,
        },
      );
    },
  });
  house.post('/introductions/:id/group-answer', {
    ...onItsPage,
    name: 'What the group said',
    params: IntroductionPath,
    body: GroupAnswerForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openedIntroduction(db, params.id);
      const { answer, groupWords, groupBy, notBefore } = body;
      const said = { answer, words: groupWords, by: groupBy, notBefore };
      const one = await writeGroupAnswer(db, params.id, said);
      if (isRefusal(one)) return one;
      return done(`/introductions/${params.id}`, [personId], 'Written down.', { stage: one.stage });
    },
  });
}
