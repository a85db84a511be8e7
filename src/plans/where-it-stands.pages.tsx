import { longDate } from '../platform/ui/dates.ts';
import { InsetText } from '../platform/ui/govuk/blocks.tsx';
import { agreementInWords, firstCatchUp, type Plan } from './plan.ts';

export function WhereItStands({ plan, name }: { plan: Plan; name: string }) {
  const { startsOn, agreement, agreementWords, agreedOn } = plan;
  if (!startsOn || !agreement) return null;
  const { from, to } = firstCatchUp(startsOn);
  return (
    <InsetText>
      <p>
        From {longDate(startsOn)}. {name} {agreementInWords[agreement]}
        {agreedOn ? ` (${longDate(agreedOn)})` : ''}:
      </p>
      <blockquote class="app-said">{agreementWords}</blockquote>
      {plan.followedOn ? (
        <p>A later plan took over on {longDate(plan.followedOn)}.</p>
      ) : (
        <p>
          A first catch-up on how it is going: between {longDate(from)} and {longDate(to)}.
        </p>
      )}
    </InsetText>
  );
}
