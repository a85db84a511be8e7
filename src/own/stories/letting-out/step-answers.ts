import type { Problem } from '../../../platform/http/problems.ts';
import type { Step } from '../../../stories/letting-out/consenting.store.ts';
import type { Audience } from '../../../stories/letting-out/letting-out.ts';
import type { Own } from '../../frame/own.ts';
import type { StepName } from './steps.ts';

/** What a step's form may say; each page asks for its own part. */
export interface StepTyped {
  audience?: Audience | null | undefined;
  teamId?: string | null | undefined;
  nameShown?: 'none' | 'first' | 'chosen' | null | undefined;
  nameTold: string | null;
  withPieces?: 'yes' | 'no' | null | undefined;
  months?: number | null | undefined;
  whoAsked: string | null;
  whoWasThere: string | null;
  isFree?: 'free' | 'unsure' | null | undefined;
}

export type Answered = { audience: Audience; teamId: string | null } | Step;

/** What one page of the steps answers, or what is missing on it. */
export function answered(
  step: StepName,
  typed: StepTyped,
  own: Pick<Own, 'name' | 'words'>,
): Answered | Problem[] {
  const { lacks } = own.words.stories;
  const lack = (field: string, message: string): Problem[] => [{ field, message }];
  const { audience, teamId = null, nameShown, withPieces, months } = typed;
  if (step === 'who') return audience ? { audience, teamId } : lack('audience', lacks.audience);
  if (step === 'name') {
    if (!nameShown) return lack('nameShown', lacks.name);
    if (nameShown === 'chosen' && !typed.nameTold) return lack('nameTold', lacks.nameTold);
    return {
      nameShown,
      nameTold: nameShown === 'none' ? null : nameShown === 'first' ? own.name : typed.nameTold,
    };
  }
  if (step === 'pictures')
    return withPieces ? { withPieces: withPieces === 'yes' } : lack('withPieces', lacks.pictures);
  if (step === 'until') return months ? { months } : lack('months', lacks.months);
  return step === 'asked' ? freely(typed, lacks) : {};
}

function freely(
  { whoAsked, whoWasThere, isFree }: StepTyped,
  lacks: Own['words']['stories']['lacks'],
): Step | Problem[] {
  const problems = [
    ...(whoAsked ? [] : [{ field: 'whoAsked', message: lacks.whoAsked }]),
    ...(whoWasThere ? [] : [{ field: 'whoWasThere', message: lacks.whoWasThere }]),
    ...(isFree ? [] : [{ field: 'isFree', message: lacks.isFree }]),
  ];
  return problems.length > 0 ? problems : { whoAsked, whoWasThere, isFree: isFree ?? null };
}
