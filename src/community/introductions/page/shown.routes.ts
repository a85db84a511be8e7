import { alongsiders } from '../../../access/roles.ts';
import { openPerson } from '../../../people/opening.store.ts';
import { identityOf } from '../../../people/people.store.ts';
import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import { type Shown, shown } from '../../../platform/http/routes.ts';
import type { Visit } from '../../../platform/http/visits.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { toldOfOne } from '../for-the-group.store.ts';
import { mayAskGroup } from '../group-side/answer.ts';
import { nextStage } from '../introduction.ts';
import { IntroductionPage, type IntroductionValue } from '../introductions.pages.tsx';
import { readIntroduction } from '../introductions.store.ts';
import { linesOf } from '../lines/lines.store.ts';
import { givenInYear, moneyOf } from '../money/money.store.ts';
import { limitFrom } from '../money/money.ts';

/** An introduction whose person this worker may open; somebody else's looks the same as none. */
export async function openedIntroduction(db: CouncilDb, id: string) {
  const introduction = await readIntroduction(db, id);
  const opened = await openPerson(db, introduction.personId);
  return { ...introduction, ...opened };
}

/** What the page of one introduction shows. */
export async function introductionShown(
  db: CouncilDb,
  visit: Visit,
  id: string,
): Promise<Shown<IntroductionValue>> {
  const { reason, ...introduction } = await openedIntroduction(db, id);
  const { personId } = introduction;
  const today = dayOf(nowOf(db));
  const value: IntroductionValue = {
    introduction,
    next: nextStage(introduction),
    identity: await identityOf(db, personId),
    today,
    told: await toldOfOne(db, id),
    lines: await linesOf(db, id),
    mayAskGroup: !isRefusal(mayAskGroup(introduction, today)),
    money: await moneyOf(db, id),
    leftPence: Math.max(0, limitFrom(visit.settings) - (await givenInYear(db, personId, today))),
  };
  return shown(value, [personId], reason ?? undefined);
}

/** What every form on an introduction's own page shares. */
export const onItsPage = {
  may: alongsiders,
  again: ({ db, visit, params }: { db: CouncilDb; visit: Visit; params: { id: string } }) =>
    introductionShown(db, visit, params.id),
  page: IntroductionPage,
};
