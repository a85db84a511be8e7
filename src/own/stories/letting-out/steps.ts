import type { ConsentDraft } from '../../../stories/letting-out/consents.store.ts';

/** What is asked on the way to a yes, one thing a page (S-2, S-7). */
export const steps = ['who', 'name', 'pictures', 'until', 'asked', 'look'] as const;
export type StepName = (typeof steps)[number];

/**
 * The page after this one: pictures only where there are any, and whose idea it was only where more than the team would see it.
 * @example nextStep('until', { audience: 'team', hasPieces: false }) // 'look'
 */
export function nextStep(
  step: StepName,
  { audience, hasPieces }: Pick<ConsentDraft, 'audience'> & { hasPieces: boolean },
): StepName {
  const left = steps.slice(steps.indexOf(step) + 1);
  const next = left.find(
    (one) => !(one === 'pictures' && !hasPieces) && !(one === 'asked' && audience === 'team'),
  );
  return next ?? 'look';
}

/**
 * Where whoever comes back goes on: at the first thing not answered yet, or where all of it is shown as it will be seen.
 * @example stepReached(null, false) // 'who'
 */
export function stepReached(draft: ConsentDraft | null, hasPieces: boolean): StepName {
  if (!draft) return 'who';
  const lacks: Partial<Record<StepName, boolean>> = {
    name: draft.nameShown === null,
    pictures: hasPieces && draft.withPieces === null,
    until: draft.months === null,
    asked: draft.audience !== 'team' && draft.isFree !== 'free',
  };
  return steps.find((step) => lacks[step]) ?? 'look';
}
