import type { z } from 'zod';
import { wantedNumberProblem } from '../../access/own-page/choosing-number.store.ts';
import { openOwnPage, ownPageOf } from '../../access/own-page/own-pages.store.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { Problem } from '../../platform/http/problems.ts';
import { type Identity, nameFor } from '../person.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';
import type { OpenForm } from './own-page.forms.ts';

/**
 * Opens somebody's own page as it was agreed with them, and says so in their story; by two people
 * at a time it is opened once. What was said about who might press them is never in the story: it would be read there.
 * @returns what is wrong, if anything is; then nothing was opened
 */
export async function openFor(
  db: CouncilDb,
  person: Identity,
  { talked, talkedOn, messageBy, mobile, email, number }: z.infer<typeof OpenForm>,
): Promise<Problem[]> {
  const { personId, bornOn } = person;
  if (await ownPageOf(db, personId))
    return [
      { field: 'talked', message: 'Their page is open already: a colleague opened it. Nothing was changed' },
    ];
  const messageTo = (messageBy === 'text' ? mobile : messageBy === 'email' ? email : null) ?? null;
  const message = await wantedNumberProblem(db, { number, bornOn, messageTo, ownPageId: null });
  if (message) return [{ field: 'number', message }];
  const wishes = { messageBy: messageBy === 'none' ? null : messageBy, messageTo };
  await openOwnPage(db, { personId, name: nameFor(person), talked, talkedOn, ...wishes, number });
  await tellTimeline(db, {
    ...{ personId, at: nowOf(db), kind: 'own-page', title: 'Has their own page now' },
    ...{ byLine: `opened with ${actorOf(db).name}`, link: `/people/${personId}/own-page` },
  });
  return [];
}

/** What a form about a page that is no longer open says. */
export const closedMeanwhile: Problem[] = [
  { field: 'talked', message: 'Their own page is not open. Somebody may have shut it meanwhile' },
];
