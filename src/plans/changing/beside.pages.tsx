import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { cameBack } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { goingDown } from '../agreement/going-down.ts';
import type { Wanting } from '../agreement/wanting.ts';
import type { Plan } from '../plan.ts';
import { DownAsked, DownTold } from './down.pages.tsx';
import { NeedBeside } from './need-beside.pages.tsx';
import { SideBySide } from './side-by-side.pages.tsx';
import { whatChanged } from './what-changed.ts';

export interface BesideValue {
  identity: Identity;
  today: Day;
  plan: Plan;
  /** The plan it would follow, or followed; null for a first plan. */
  before: Plan | null;
  /** What P1 and P3 still ask for, once something goes down. */
  wanting: Wanting[];
}

/** A plan beside the one before it, need by need; while it is written, also what answers what, and what P1 asks for. */
export function BesidePage(value: BesideValue, frame: Frame, again?: Again) {
  const { identity, today, plan, before } = value;
  const name = nameFor(identity);
  const back = plan.state === 'being-written' ? `/plans/${plan.id}/writing` : `/plans/${plan.id}`;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="A plan beside the one before"
    >
      <h2>Beside the plan before</h2>
      <p>
        Here each need of the plan before stands beside how it is met in this one, so that nothing is lost.
      </p>
      {before ? (
        <Both value={{ ...value, before }} name={name} frame={frame} again={again} />
      ) : (
        <p>This is {name}’s first plan. There is none before it.</p>
      )}
      <p>
        <a href={back}>Back to the plan</a>
      </p>
    </PersonFrame>
  );
}

interface BothProps {
  value: BesideValue & { before: Plan };
  name: string;
  frame: Frame;
  again: Again | undefined;
}

function Both({ value: { plan, before, wanting }, name, frame, again }: BothProps) {
  const down = goingDown(before, plan).map(({ phrase }) => phrase);
  if (plan.state !== 'being-written')
    return (
      <>
        <Changes sentences={whatChanged(before, plan, name)} />
        <DownTold plan={plan} />
        <SideBySide before={before} after={plan} name={name} />
      </>
    );
  return (
    <>
      {down.length ? (
        <GoesDown down={down} wanting={wanting} name={name} />
      ) : (
        <p>Nothing goes down in this plan.</p>
      )}
      {before.needs.map((line) => (
        <NeedBeside key={line.id} {...{ line, before, plan, name, frame, again: itsOwn(line.id, again) }} />
      ))}
      {down.length ? <DownAsked {...{ plan, name, frame, again: cameBack(again, 'reasons') }} /> : null}
    </>
  );
}

/** Several such forms stand on one page; only the one that was sent comes back with its words. */
const itsOwn = (wasNeedId: string, again: Again | undefined): Again | undefined =>
  again?.typed.wasNeed === wasNeedId ? again : undefined;

function GoesDown({ down, wanting, name }: { down: string[]; wanting: Wanting[]; name: string }) {
  return (
    <InsetText>
      <p>Something goes down in this plan:</p>
      <ul>
        {down.map((phrase) => (
          <li>{sentence(phrase)}</li>
        ))}
      </ul>
      <p>
        The plan that stands goes on until {name} has been involved and told, and everything below is written.
      </p>
      {wanting.length ? (
        <>
          <p>Still to do:</p>
          <ul>
            {wanting.map(({ rule, because, satisfyBy }) => (
              <li>
                {sentence(because)} {sentence(satisfyBy)} <span class="app-soft">(Rule {rule})</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </InsetText>
  );
}

/** What changed, in sentences. */
export function Changes({ sentences }: { sentences: readonly string[] }) {
  if (!sentences.length) return <p>Nothing in the needs, the words or the money has changed.</p>;
  return (
    <ul>
      {sentences.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
}
