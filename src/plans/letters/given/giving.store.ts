import { findConversation, holdPerson } from '../../../conversations/conversations.store.ts';
import { formatInWords, formatSaid } from '../../../conversations/gate/formats.ts';
import { saveToldBeforehand, toldBeforehand } from '../../../conversations/gate/told-beforehand.store.ts';
import { identityOf } from '../../../people/people.store.ts';
import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { findMove, saveDifference } from '../../moving/moves.store.ts';
import { letterOfPerson, sendableOf } from '../letters.store.ts';
import { saveCopySent } from './copies.store.ts';
import type { Given } from './letters.forms.ts';
import { maySend } from './may-send.ts';
import { ownFormat } from './own-format.ts';

/**
 * Keeps that a letter was given, once the rule has let it, and with it what being given settles: that somebody was told
 * beforehand (C3-3), and that a difference after a move was explained (P4). The person's record is open already.
 */
export async function giveLetter(db: CouncilDb, personId: string, given: Given): Promise<Refusal | null> {
  await holdPerson(db, personId);
  const letter = await letterOfPerson(db, personId, given.of, given.thing);
  if (!letter) return refuse('C3-5', 'there is no such letter of theirs', 'choose one from this page');
  const isToPerson = given.isToPerson === 'yes';
  const refusal = maySend(
    { ...given, isToPerson },
    sendableOf(letter),
    ownFormat(await identityOf(db, personId)),
    dayOf(nowOf(db)),
  );
  if (refusal) return refusal;
  const format = formatSaid(given);
  await saveCopySent(db, { of: given.of, id: given.thing }, { ...given, personId, format, isToPerson });
  if (isToPerson) await settle(db, given, formatInWords[given.format]);
  return null;
}

async function settle(db: CouncilDb, { of, thing, sentOn }: Given, format: string): Promise<void> {
  if (of === 'told-beforehand' && !(await toldBeforehand(db, thing)))
    await saveToldBeforehand(db, await findConversation(db, thing), { toldOn: sentOn, format });
  if (of === 'move-difference') {
    const move = await findMove(db, thing);
    if (!move.differenceSentOn && move.differenceWords)
      await saveDifference(db, move, { words: move.differenceWords, sentOn });
  }
}
