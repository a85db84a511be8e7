import { z } from 'zod';
import { day, dayOrNothing, pence, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { version } from '../plans.forms.ts';

export const MovePath = z.object({ id: z.uuid() });
export const MoveNeedPath = z.object({ id: z.uuid(), needId: z.uuid() });

export const NewMoveForm = z.object({
  direction: z.enum(['here', 'away'], { error: 'Choose whether they are moving here or away' }),
  otherCouncil: words('Write which council', 200),
  toldOn: day('Write the day we were told'),
  toldBy: words('Write who told us', 200),
  movesOn: dayOrNothing(),
});

export const KnownForm = z.object({
  satisfiedOn: dayOrNothing(),
  satisfiedWords: wordsOrNothing(2_000),
  planPassedOn: dayOrNothing(),
  movesOn: dayOrNothing(),
  movedOn: dayOrNothing(),
  version,
});

export const MoveNeedForm = z.object({
  need: words('Write the need', 1_000),
  metThere: words('Write how it is met there', 1_000),
  weekly: z.union([z.literal('').transform(() => 0), pence('Write the amount like 12.50')]).default(0),
  metHere: wordsOrNothing(1_000),
});

export const DifferenceForm = z.object({
  differenceWords: words('Write what is different here, and why', 5_000),
  differenceSentOn: dayOrNothing(),
});

export const TakenOverForm = z.object({
  takenOverOn: day('Write the day they took over'),
  takenOverWords: words('Write who said so, and how', 2_000),
});

export const DidNotHappenForm = z.object({ whatHappened: wordsOrNothing(2_000) });
