import { conversationsOf } from '../../conversations/conversations.store.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { type Shown, shown } from '../../platform/http/routes.ts';
import { type DirectPayment, directPaymentCatchUp } from '../money/direct-payment.ts';
import { directPaymentsOf } from '../money/direct-payments.store.ts';
import { plansOf } from '../plans.store.ts';
import { type CatchUp, catchUpDue, planOn, toLookAgain } from './catch-up.ts';
import type { CatchUpRequest } from './catch-up-request.ts';
import { catchUpsOf } from './catch-ups.store.ts';
import type { NextCatchUp } from './next.ts';
import { catchUpRequestsOf } from './requests.store.ts';

export interface CatchUpsValue {
  identity: Identity;
  today: Day;
  /** Whether a plan runs, or will: without one there is nothing to catch up on. */
  hasPlan: boolean;
  next: NextCatchUp | null;
  payments: { payment: DirectPayment; next: NextCatchUp | null }[];
  /** What was asked and not yet talked about. */
  asked: CatchUpRequest[];
  catchUps: CatchUp[];
  /** The catch-up after which nobody has begun to look again yet. */
  lookAgain: CatchUp | null;
  /** Building a good life is open: looking again goes on there, and no other begins. */
  openConversation3: string | null;
  /** What the page was opened for. */
  about: { payment?: string | undefined; request?: string | undefined };
}

/** What the page about how a plan is going shows. Opens the person (W5). */
export async function readCatchUps(
  db: CouncilReader,
  id: string,
  about: CatchUpsValue['about'] = {},
): Promise<Shown<CatchUpsValue>> {
  const { personId, reason } = await openPerson(db, id);
  const today = dayOf(nowOf(db));
  const plans = await plansOf(db, personId);
  const catchUps = await catchUpsOf(db, personId);
  const standing = plans.find(({ state }) => state === 'standing');
  const conversations = await conversationsOf(db, personId);
  const begun = conversations.filter(({ kind }) => kind === 3).map(({ openedAt }) => dayOf(openedAt));
  const value: CatchUpsValue = {
    identity: await identityOf(db, personId),
    today,
    hasPlan: planOn(plans, today) !== null || standing !== undefined,
    next: standing ? catchUpDue(standing, catchUps, today) : null,
    payments: (await directPaymentsOf(db, personId))
      .filter(({ endedOn }) => !endedOn || endedOn > today)
      .map((payment) => ({ payment, next: directPaymentCatchUp(payment, catchUps, today) })),
    asked: (await catchUpRequestsOf(db, personId)).filter(({ answer, heldOn }) => answer !== 'no' && !heldOn),
    catchUps,
    lookAgain: toLookAgain(catchUps, begun),
    openConversation3: conversations.find(({ kind, restingOn }) => kind === 3 && !restingOn)?.id ?? null,
    about,
  };
  return shown(value, [personId], reason ?? undefined);
}
