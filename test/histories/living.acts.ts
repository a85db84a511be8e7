import { holdCatchUp } from '../../src/plans/catch-ups/catch-ups.store.ts';
import {
  answerCatchUpRequest,
  catchUpRequestsOf,
  keepCatchUpRequest,
} from '../../src/plans/catch-ups/requests.store.ts';
import { endAsAsked } from '../../src/plans/ending/ending.store.ts';
import {
  agreeDirectPayment,
  directPaymentsOf,
  endDirectPayment,
  writeFirstPayment,
} from '../../src/plans/money/direct-payments.store.ts';
import { supportOf } from '../../src/plans/support.store.ts';
import { lookAgain } from '../../src/plans/urgent-help/looking-again.store.ts';
import { meetUrgentNeed, urgentHelpOf } from '../../src/plans/urgent-help/urgent-help.store.ts';
import { addDays } from '../../src/platform/clock.ts';
import { as, changesNothing, mostly, someDay, someWorker, tell, today, type World, wait } from './world.ts';

const whys = ['their-wish', 'died', 'moved-and-met-there', 'a-later-plan', 'time-was-up', 'budget'] as const;

/** P1: somebody would end support, for any reason there is and for one there is not. */
export async function endsSupport(world: World, because: string = world.luck.pick(whys)): Promise<void> {
  const db = await as(world, someWorker(world));
  const running = (await supportOf(db, world.personId)).filter(({ endedOn }) => endedOn === null);
  const support = running[world.luck.between(0, Math.max(running.length - 1, 0))];
  if (!support) return;
  const ended = await endAsAsked(db, support.id, {
    because,
    words: world.luck.pick(['She would rather not.', 'She would rather not.', ' ']),
    endsOn: mostly(world, today(world), someDay(world), 0.4),
  });
  tell(world, `end “${support.what}”: ${because}`, ended);
}

/** F6: met at once. */
export async function meetsUrgently(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  await meetUrgentNeed(db, {
    personId: world.personId,
    what: world.luck.pick(['Somebody stays the night', 'Visits']),
    metOn: today(world),
    untilOn: addDays(today(world), world.luck.pick([0, 3, 14])),
    costPence: 4_000,
    howOften: world.luck.pick(['weekly', 'once']),
    why: 'Jean is in hospital.',
    isWithPerson: true,
  });
  tell(world, 'met something urgent', null);
}

/** F6: looks again, some urgent help or other. */
export async function looksAgain(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const [help] = await urgentHelpOf(db, world.personId);
  if (!help) return;
  const { luck } = world;
  const looked = {
    thenWhat: luck.pick(['goes-on', 'ended', 'ended', 'in-the-plan'] as const),
    untilOn: luck.pick([addDays(today(world), 7), today(world), null]),
    words: 'Jean is home.',
  };
  tell(world, `look again: ${looked.thenWhat}`, await lookAgain(db, help.id, looked));
}

/** P2, P3: a catch-up, whatever comes of it, changes nothing by itself. */
export async function catchesUp(world: World): Promise<void> {
  if (mostly(world, true, false, 0.3)) wait(world, 8 * 1_440);
  const db = await as(world, someWorker(world));
  const { luck } = world;
  const [request] = await catchUpRequestsOf(db, world.personId);
  const asked = {
    why: mostly(world, luck.pick(['due', 'they-asked', 'something-changed']), 'cost', 0.3),
    heldOn: mostly(world, today(world), someDay(world), 0.3),
    comesOfIt: luck.pick(['nothing-changes', 'small-change', 'look-again', 'urgent-help'] as const),
    comesOfItWords: mostly(world, 'An hour later in the day.', '', 0.3),
    takesNothingAway: mostly(world, true, false, 0.3),
    isLight: false,
    personsView: 'It goes well.',
    goingWell: '',
    notGoingWell: '',
    directPaymentId: null,
    requestId: request && luck.happens(0.5) ? request.id : null,
  };
  const held = await changesNothing(world, db, 'P3 a catch-up', () => holdCatchUp(db, world.personId, asked));
  tell(world, `catch up: ${asked.why}, ${asked.comesOfIt}`, held);
}

/** P2: asks for one, or answers. */
export async function asksForCatchUp(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const { luck } = world;
  const open = (await catchUpRequestsOf(db, world.personId)).find(({ answer }) => answer === null);
  if (!open) {
    const kept = await keepCatchUpRequest(db, world.personId, {
      askedOn: someDay(world),
      askedBy: 'Jean',
      words: 'It is not working.',
    });
    return tell(world, 'ask for a catch-up', kept);
  }
  const answer = {
    answer: luck.pick(['yes', 'yes', 'no'] as const),
    daySet: luck.pick([addDays(today(world), 3), addDays(today(world), 3), null]),
    words: luck.pick(['Thursday is best.', 'Thursday is best.', null]),
    toldHowToChallenge: luck.happens(0.7),
  };
  const answered = await changesNothing(world, db, 'P3 answering who asked', () =>
    answerCatchUpRequest(db, open, answer),
  );
  tell(world, `answer ${answer.answer} to a catch-up`, answered);
}

/** C3-5, P1: a direct payment agreed, paid and ended; none of it changes what runs. */
export async function paysDirectly(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const { luck } = world;
  const running = (await directPaymentsOf(db, world.personId)).find(({ endedOn }) => endedOn === null);
  const came = await changesNothing(world, db, 'P1 a direct payment', () => {
    if (!running)
      return agreeDirectPayment(db, world.personId, {
        askedOrOffered: 'asked',
        agreedOn: mostly(world, today(world), someDay(world)),
        purpose: luck.pick(['A friend who drives.', 'A friend who drives.', ' ']),
        weeklyPence: 5_000,
        managedBy: luck.pick(['self', 'nominated']),
        managerName: luck.pick(['Jean', null]),
        conditions: '',
      });
    if (!running.firstPaidOn && luck.happens(0.6))
      return writeFirstPayment(db, running, { firstPaidOn: someDay(world), version: running.version });
    return endDirectPayment(db, running, {
      endedOn: today(world),
      endedBecause: luck.pick(['She would rather not.', '']),
      needsMetThen: luck.pick(['Visits, from that day.', 'Visits, from that day.', ' ']),
      version: running.version,
    });
  });
  tell(world, 'a direct payment', came);
}
