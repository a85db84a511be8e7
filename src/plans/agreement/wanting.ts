import type { Refusal } from '../../platform/refusal.ts';
import { totalsOf } from '../budget.ts';
import { type ShareAllowed, tooMuchAsked } from '../money/share-in-plan.ts';
import type { NeedLine, Plan } from '../plan.ts';

/** One thing still wanting, the rule that wants it, and what would settle it. */
export interface Wanting {
  rule: string;
  because: string;
  satisfyBy: string;
}

export const wants = (rule: string, because: string, satisfyBy: string): Wanting => ({
  rule,
  because,
  satisfyBy,
});

export function lackingInWords({ goodLife, advice, needs }: Plan): Wanting[] {
  return [
    ...(goodLife.trim()
      ? []
      : [wants('C3-5', 'it does not say what a good life is to them', 'write it in their words')]),
    ...(needs.length
      ? []
      : [wants('C3-5', 'no need is set down', 'set down at least one, before any money')]),
    ...(advice.trim()
      ? []
      : [
          wants(
            'C3-5',
            'it gives no advice on what else can help',
            'write what can meet, lessen or put off what they need',
          ),
        ]),
  ];
}

/** `cannotLean`: N5, why the carer it leans on may not be leaned on; see `carers/leaning.ts`. */
export function lackingInNeed(
  { need, isEligible, metBy, who, how, ownerSaidYesOn, carerId }: NeedLine,
  cannotLean: Refusal | null = null,
): Wanting[] {
  if (metBy === 'not-met') {
    if (!isEligible || how.trim()) return [];
    return [
      wants(
        'C3-5',
        `“${need}” is not met yet, and it does not say what happens about it`,
        'write what happens next and by when',
      ),
    ];
  }
  if (!who.trim())
    return [wants('C3-5', `nobody is named as meeting “${need}”`, 'name who, or say that it is not met yet')];
  if (cannotLean)
    return [
      wants(cannotLean.refused, `“${need}” leans on ${who}, and ${cannotLean.because}`, cannotLean.satisfyBy),
    ];
  const isLeanedOn = (metBy === 'family' && !carerId) || metBy === 'group';
  if (isLeanedOn && !ownerSaidYesOn)
    return [
      wants(
        metBy === 'family' ? 'N5' : 'C3-5',
        `${who} has not said yes to “${need}”`,
        'ask them, and write the day they said yes',
      ),
    ];
  return [];
}

export function lackingInBudget(
  { parts, needs, directPayment }: Plan,
  record: ShareAllowed | null,
): Wanting[] {
  const { weekly, once } = totalsOf(parts);
  const loose = parts.filter(({ needId }) => !needs.some(({ id }) => id === needId));
  const unpriced = needs.filter(
    ({ id, metBy }) => metBy === 'paid' && !parts.some(({ needId }) => needId === id),
  );
  const isTalkedAbout = directPayment !== null && directPayment !== 'not-yet-talked-about';
  const tooMuch = tooMuchAsked(parts, record);
  return [
    ...loose.map(({ what }) =>
      wants('C3-5', `“${what}” in the budget is for no need`, 'choose the need it is for, or take it out'),
    ),
    ...unpriced.map(({ need }) =>
      wants(
        'C3-5',
        `“${need}” is paid for, and the budget has no part for it`,
        'add the part, with who pays what',
      ),
    ),
    ...(weekly.council + once.council > 0 && !isTalkedAbout
      ? [wants('C3-5', 'nobody has asked about a direct payment', 'offer it, and write what they said')]
      : []),
    ...(tooMuch ? [wants('C3-5', tooMuch.because, tooMuch.satisfyBy)] : []),
  ];
}
