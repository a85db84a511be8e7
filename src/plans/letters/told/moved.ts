import type { Day } from '../../../platform/clock.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { sentence } from '../../../platform/ui/sentence.ts';
import { type Block, type Envelope, heading, type Letter, letterOf, paragraph } from '../letter.ts';

/** What another council met, and how it is met here. */
export interface Moved {
  id: string;
  otherCouncil: string;
  movesOn: Day | null;
  differenceWords: string;
  needs: readonly { need: string; metThere: string; metHere: string | null }[];
}

/** P4: any difference after a move, explained in writing (Care Act 2014 ss37-38, SI 2014/2825). */
export function movedLetter(envelope: Envelope, moved: Moved): Letter {
  const { id, otherCouncil, movesOn, differenceWords, needs } = moved;
  const from = movesOn ? `You moved, or will move, on ${longDate(movesOn)}. ` : '';
  return letterOf(envelope, {
    kind: 'move-difference',
    thingId: id,
    heading: 'What is different here, and why',
    ask: null,
    blocks: [
      paragraph(
        `${from}${otherCouncil} helped you before. From the day you move, we make sure the same needs are met.`,
      ),
      paragraph('Some of it is done another way here. This is what is different, and why.'),
      { kind: 'written', words: differenceWords },
      ...eachNeed(needs),
    ],
  });
}

function eachNeed(needs: Moved['needs']): Block[] {
  if (!needs.length) return [];
  const rows = needs.map(({ need, metThere, metHere }) => ({
    need: sentence(need),
    how: [
      `There: ${sentence(metThere)}`,
      metHere ? `Here: ${sentence(metHere)}` : 'Here: the same, until we have talked.',
    ],
  }));
  return [heading('What you need, there and here'), { kind: 'needs', rows }];
}
