import type { z } from 'zod';
import type { House } from '../../../platform/http/house.ts';
import { done } from '../../../platform/http/routes.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { IntroductionPath } from '../introductions.forms.ts';
import { onItsPage, openedIntroduction } from '../page/shown.routes.ts';
import type { SaidToLine } from './line.ts';
import { LineForm, LineNoForm, LinePath, LineYesForm } from './lines.forms.ts';
import { addLine, answerLine } from './lines.store.ts';

const answers: { said: SaidToLine; name: string; body: z.ZodType<{ said: string }>; notice: string }[] = [
  { said: 'yes', name: 'Yes, a group may be told this', body: LineYesForm, notice: 'Written down.' },
  {
    said: 'no',
    name: 'No, a group is not told this',
    body: LineNoForm,
    notice: 'Written down. It stays here.',
  },
  {
    said: 'take-back',
    name: 'A group is no longer told this',
    body: LineNoForm,
    notice: 'Taken back. It is off the group’s page.',
  },
];

/** W2: what about the person may leave, line by line, each with a yes of its own. */
export function lineRoutes(house: House): void {
  house.post('/introductions/:id/lines', {
    ...onItsPage,
    name: 'Something a group might be told',
    params: IntroductionPath,
    body: LineForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openedIntroduction(db, params.id);
      const { kind, line, yes } = body;
      const lineId = await addLine(db, params.id, { kind, words: line, yes });
      if (isRefusal(lineId)) return lineId;
      const notice = yes ? 'Written down.' : 'Written down. It goes nowhere until they say yes to it.';
      return done(`/introductions/${params.id}`, [personId], notice, { lineId });
    },
  });
  for (const { said, name, body, notice } of answers)
    house.post(`/introductions/:id/lines/:line/${said}`, {
      ...onItsPage,
      name,
      params: LinePath,
      body,
      act: async ({ db, params, body }) => {
        const { personId } = await openedIntroduction(db, params.id);
        const refusal = await answerLine(db, params.id, params.line, said, body.said);
        if (refusal) return refusal;
        return done(`/introductions/${params.id}`, [personId], notice);
      },
    });
}
