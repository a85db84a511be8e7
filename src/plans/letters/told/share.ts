import { longDate } from '../../../platform/ui/dates.ts';
import { moneyInWords } from '../../budget.ts';
import { type FinancialAssessment, type Side, shareOf, sides, type WorkingLine } from '../../money/share.ts';
import { type Block, type Envelope, heading, type Letter, letterOf, paragraph, written } from '../letter.ts';

const sidesToYou: Record<Side, string> = {
  'coming-in': 'What comes in',
  'left-out': 'What the law leaves out',
  kept: 'What you must be left with',
  costs: 'What being ill or disabled costs you',
};

/** The written record of a financial assessment (Care Act 2014 s17(6)): the share first, then the working. */
export function shareLetter(envelope: Envelope, share: FinancialAssessment): Letter {
  return letterOf(envelope, {
    kind: 'financial-assessment',
    thingId: share.id,
    heading: outcomeOf(share),
    ask: share.doneBy,
    blocks: [
      paragraph(`This counts from ${longDate(share.fromOn)}.`),
      paragraph(howItWasDone(share)),
      ...written('How it was worked out', share.words),
      ...sides.map((side) => linesOf(side, share.lines)),
      ...whatIsLeft(share),
      heading('If your money changes'),
      paragraph(
        'Tell us and we work it out again. You will never be asked to pay more than your support costs.',
      ),
    ],
  });
}

/** The last line of a working in full: what comes in, less all that is left out, kept and paid for. */
function whatIsLeft({ how, lines, weeklyPence }: FinancialAssessment): Block[] {
  if (how !== 'full' || weeklyPence === null || !lines.length) return [];
  const left = shareOf(lines);
  return [paragraph(left ? `That leaves ${moneyInWords(left)} a week.` : 'That leaves nothing.')];
}

function outcomeOf({ weeklyPence }: FinancialAssessment): string {
  if (weeklyPence === null) return 'You will pay the full cost of your support';
  if (weeklyPence === 0) return 'You will pay nothing towards your support';
  return `You will pay at most ${moneyInWords(weeklyPence)} a week towards your support`;
}

function howItWasDone({ how, doneBy, doneOn }: FinancialAssessment): string {
  const law =
    'In law this is a financial assessment. That means working out what you can afford to pay (Care Act 2014, section 17).';
  const ways = {
    full: `${law} ${doneBy} worked it out with you on ${longDate(doneOn)}, from what you told us about your money.`,
    'light-touch': `${law} ${doneBy} worked it out on ${longDate(doneOn)} without asking you everything, because what we knew was enough. You can ask for it in full.`,
    declined: `${law} On ${longDate(doneOn)} you said you would rather not tell us about your money. You can change your mind at any time.`,
  };
  return ways[how];
}

function linesOf(side: Side, lines: readonly WorkingLine[]): Block | null {
  const these = lines.filter((line) => line.side === side);
  if (!these.length) return null;
  const rows = these.map(({ what, weeklyPence }) => [what, moneyInWords(weeklyPence)]);
  return { kind: 'money', caption: sidesToYou[side], heads: ['What', 'Each week'], rows };
}
