import type { Day } from '../platform/clock.ts';
import { longDate } from '../platform/ui/dates.ts';
import { InsetText } from '../platform/ui/govuk/blocks.tsx';
import { notAgreedInWords } from './agreement/lines.ts';
import { HowToChallengeFolded } from './agreement/what-they-say.pages.tsx';
import { agreementInWords, firstCatchUp, type Plan } from './plan.ts';

export interface WhereItStandsProps {
  plan: Plan;
  name: string;
  /** When the next catch-up is due, in a sentence; the first one's days unless said. */
  next?: string | undefined;
}

export function WhereItStands({ plan, name, next }: WhereItStandsProps) {
  const { startsOn, agreement, agreementWords, agreedOn } = plan;
  if (!startsOn) return null;
  if (!agreement) return <ByDuty startsOn={startsOn} followedOn={plan.followedOn} name={name} />;
  const { from, to } = firstCatchUp(startsOn);
  return (
    <InsetText>
      <p>
        From {longDate(startsOn)}. {name} {agreementInWords[agreement]}
        {agreedOn ? ` (${longDate(agreedOn)})` : ''}:
      </p>
      <blockquote class="app-said">{agreementWords}</blockquote>
      <NotAgreed plan={plan} name={name} />
      {plan.followedOn ? (
        <p>A later plan took over on {longDate(plan.followedOn)}.</p>
      ) : (
        <p>{next ?? `We ask how it is going between ${longDate(from)} and ${longDate(to)}.`}</p>
      )}
    </InsetText>
  );
}

/** Line by line, what they agree with only in part, and for everybody how to challenge. */
function NotAgreed({ plan, name }: { plan: Plan; name: string }) {
  const lines = notAgreedInWords(plan);
  return (
    <>
      {lines.length ? (
        <>
          <p>{name} does not agree with:</p>
          <ul>
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      <HowToChallengeFolded />
    </>
  );
}

/** P4, decision 0030: what another council met, carried over from the day they moved. Nobody has agreed to it. */
function ByDuty({ startsOn, followedOn, name }: { startsOn: Day; followedOn: Day | null; name: string }) {
  return (
    <InsetText>
      <p>
        From {longDate(startsOn)}, the day {name} moved here. It stands because the law asks us to meet the
        same needs as were met there (Care Act 2014 s38), not because {name} agreed to it.
      </p>
      {followedOn ? (
        <p>A later plan took over on {longDate(followedOn)}.</p>
      ) : (
        <p>It runs until a decision is given here and a plan of their own follows.</p>
      )}
    </InsetText>
  );
}
