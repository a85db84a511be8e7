import { longDate } from '../platform/ui/dates.ts';
import { sentence } from '../platform/ui/sentence.ts';
import { metByInWords, type NeedLine } from './plan.ts';
import type { PlanTellingProps } from './plan-telling.pages.tsx';

export function Needs({ plan, leftOpen = [], needAction }: PlanTellingProps) {
  if (!plan.needs.length)
    return <p>No need is set down yet. Needs come first; who meets them and money come after.</p>;
  return (
    <ol class="app-spaced">
      {plan.needs.map((line, index) => (
        <li key={line.id}>
          <b>{line.need}</b>
          {line.isEligible ? ' (the law requires us to meet this)' : ''}
          <br />
          {howItIsMet(line)}
          {leftOpen
            .filter(({ needId }) => needId === line.id)
            .map(({ carer }) => (
              <b> Open again: {carer} can no longer do this.</b>
            ))}
          {needAction?.(line, index)}
        </li>
      ))}
    </ol>
  );
}

/** Who meets a need, as one sentence. An unmet need says so. */
export function howItIsMet({ metBy, who, how, ownerSaidYesOn, carerThing }: NeedLine): string {
  const by = metBy === 'not-met' || !who ? metByInWords[metBy] : `${metByInWords[metBy]}: ${who}`;
  const toThis = carerThing ? ` to “${carerThing}”` : '';
  const yes = ownerSaidYesOn ? `They said yes${toThis} on ${longDate(ownerSaidYesOn)}.` : '';
  return [sentence(by), sentence(how), yes].filter(Boolean).join(' ');
}
