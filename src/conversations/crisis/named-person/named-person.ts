import { type Refusal, refuse } from '../../../platform/refusal.ts';

/** C2-2: one person asks that another be the named person. It happens when both have said yes. */
export interface NamedPersonChange {
  fromAccountId: string;
  toAccountId: string;
  fromYesAt: Date | null;
  toYesAt: Date | null;
  hasNotNow: boolean;
}

export interface WhoIsNamed {
  namedAccountId: string;
  coverAccountId: string;
  /** False when the named person no longer works here and so cannot answer. */
  isNamedHere: boolean;
}

/** Whose yes an account may give. */
export type Side = 'from' | 'to';

/** C2-2: may this change be asked for? `here` are the accounts that can be named. */
export function mayAskToChange(
  now: WhoIsNamed,
  toAccountId: string,
  isOneOpen: boolean,
  here: ReadonlySet<string>,
): Refusal | null {
  if (isOneOpen)
    return refuse(
      'C2-2',
      'somebody has already been asked and has not answered',
      'wait for their answer, or speak with them',
    );
  if (toAccountId === now.namedAccountId)
    return refuse('C2-2', 'they are already the named person', 'choose somebody else');
  if (!here.has(toAccountId))
    return refuse('C2-2', 'they no longer work here', 'choose a colleague who does');
  if (toAccountId === now.coverAccountId && !now.isNamedHere)
    return refuse(
      'C2-2',
      'they are the cover, and nobody would be left to cover them',
      'name another cover first',
    );
  return null;
}

/**
 * Whose yes an account gives. When the named person has left, their cover stands in for them, so that nobody
 * in crisis is held by somebody who is not there. Null when it is nobody's business of theirs.
 */
export function sideOf(change: NamedPersonChange, accountId: string, now: WhoIsNamed): Side | null {
  if (accountId === change.toAccountId) return 'to';
  if (accountId === change.fromAccountId) return 'from';
  return !now.isNamedHere && accountId === now.coverAccountId ? 'from' : null;
}

/** C2-2: may it be answered so now? What was asked of a former named person can only be put aside. */
export function mayAnswer(
  change: NamedPersonChange,
  answer: 'yes' | 'not-now',
  now: WhoIsNamed,
): Refusal | null {
  if (change.hasNotNow)
    return refuse('C2-2', 'this was answered with “not now”', 'ask again if things have changed');
  if (change.fromYesAt && change.toYesAt)
    return refuse('C2-2', 'both have already said yes', 'open the page again to see who it is');
  if (answer === 'yes' && change.fromAccountId !== now.namedAccountId)
    return refuse('C2-2', 'the named person has changed since this was asked', 'ask the one it is now');
  return null;
}

/** Who is named and who covers once both have said yes: a cover who takes over is covered by the one before. */
export function afterBothYes(
  change: NamedPersonChange,
  now: WhoIsNamed,
): { namedAccountId: string; coverAccountId: string } {
  const isSwap = change.toAccountId === now.coverAccountId;
  return {
    namedAccountId: change.toAccountId,
    coverAccountId: isSwap ? change.fromAccountId : now.coverAccountId,
  };
}

/** C2-1: cover may change at any time, and is somebody else. */
export function mayCover(now: WhoIsNamed, coverAccountId: string, here: ReadonlySet<string>): Refusal | null {
  if (coverAccountId === now.namedAccountId)
    return refuse('C2-1', 'the named person cannot be their own cover', 'choose somebody else');
  if (!here.has(coverAccountId))
    return refuse('C2-1', 'they no longer work here', 'choose a colleague who does');
  return null;
}
