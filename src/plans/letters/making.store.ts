import { toldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { type Identity, nameFor } from '../../people/person.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { planBefore } from '../changing/before.store.ts';
import { determinationsIn, findDetermination } from '../determinations/determinations.store.ts';
import { financialAssessmentsOf } from '../money/financial-assessments.store.ts';
import { shareForPlan } from '../money/share.ts';
import { findPlan } from '../plans.store.ts';
import { keptPrivate } from './kept-private.ts';
import type { Envelope, Letter, LetterKind } from './letter.ts';
import { findLetter, type LetterOfTheirs } from './letters.store.ts';
import { advocateOf, foundIn, movedFor, nextAsked, teamFor } from './material.store.ts';
import { beforehandLetter } from './told/beforehand.ts';
import { adviceLetter, decisionLetter } from './told/decision.ts';
import { foundLetter } from './told/found.ts';
import { movedLetter } from './told/moved.ts';
import { planLetter } from './told/plan.ts';
import { shareLetter } from './told/share.ts';
import { windowOf } from './window.store.ts';

/** A letter with whose it is. */
export interface MadeLetter {
  letter: Letter;
  identity: Identity;
  personId: string;
  reason: string | null;
}

/** Makes one letter from the record as it is today, once the person's record is open (W5). */
export async function makeLetter(
  db: CouncilReader,
  visit: Visit,
  of: LetterKind,
  id: string,
): Promise<MadeLetter> {
  const found = await findLetter(db, of, id);
  const { personId, reason } = await openPerson(db, found.personId);
  const { phone } = visit.settings;
  const council = { name: visit.councilName, phone: typeof phone === 'string' ? phone : null };
  const { letter, identity } = await writeLetter(db, council, found, personId);
  return { letter, identity, personId, reason };
}

/** The letter of something found, to whose record is open. Protected places never reach it (W4). */
export async function writeLetter(
  db: CouncilReader,
  council: { name: string; phone: string | null },
  found: LetterOfTheirs & { personId: string },
  personId: string,
): Promise<Pick<MadeLetter, 'letter' | 'identity'>> {
  const identity = await identityOf(db, personId);
  const window = await windowOf(db, personId, found.personId);
  const envelope: Envelope = {
    from: { council: council.name, team: await teamFor(db, found.conversationId), phone: council.phone },
    to: {
      fullName: identity.fullName,
      knownAs: nameFor(identity),
      window: window.lines ?? [window.isPrivate ? privately : 'By hand'],
    },
    on: dayOf(nowOf(db)),
    advocate: await advocateOf(db, found.personId),
  };
  const letter = await makers[found.of](db, envelope, found.thingId, found.personId);
  return { letter: keptPrivate(letter, window.protectedAddresses), identity };
}

/** In the window of the envelope when the address may not be. */
const privately = 'Address kept private: by hand, or the way you asked';

type Maker = (db: CouncilReader, envelope: Envelope, id: string, personId: string) => Promise<Letter>;

const makers: Record<LetterKind, Maker> = {
  'told-beforehand': async (_db, envelope, id) => beforehandLetter(envelope, id, null),
  'needs-assessment': async (db, envelope, id) => foundLetter(envelope, await foundIn(db, id)),
  determination: async (db, envelope, id) => {
    const determination = await findDetermination(db, id);
    const told = await toldBeforehand(db, determination.conversationId);
    return decisionLetter(envelope, determination, told?.toldOn ?? null);
  },
  advice: async (db, envelope, id) => adviceLetter(envelope, await findDetermination(db, id)),
  'financial-assessment': async (db, envelope, id, personId) => {
    const share = (await financialAssessmentsOf(db, personId)).find((one) => one.id === id);
    if (!share) throw new Unknown();
    return shareLetter(envelope, share);
  },
  plan: async (db, envelope, id, personId) => {
    const plan = await findPlan(db, id);
    const [decision] = await determinationsIn(db, plan.conversationId);
    const money = shareForPlan(await financialAssessmentsOf(db, personId), plan, envelope.on);
    const kind = plan.kind ?? decision?.kind ?? 'adult';
    const before = await planBefore(db, plan);
    return planLetter(envelope, plan, { kind, money, before, next: await nextAsked(db, plan, envelope.on) });
  },
  'move-difference': async (db, envelope, id) => movedLetter(envelope, await movedFor(db, id)),
};
