import { longDate } from '../../platform/ui/dates.ts';
import { notAgreedInWords } from '../agreement/lines.ts';
import { type BudgetPart, moneyInWords, totalsInWords, totalsOf } from '../budget.ts';
import { howItIsMet } from '../needs-told.pages.tsx';
import { agreementInWords, type NeedLine, type Plan } from '../plan.ts';
import { setNeedsBeside } from './beside.ts';

interface SideBySideProps {
  before: Plan;
  after: Plan;
  name: string;
}

/** Two plans in words, need beside need, then money and what they said. On a small screen one stands under the other. */
export function SideBySide({ before, after, name }: SideBySideProps) {
  const groups = setNeedsBeside(before, after);
  const known = new Set(groups.flatMap(({ now }) => now.map(({ id }) => id)));
  const added = after.needs.filter(({ id }) => !known.has(id));
  return (
    <>
      {groups.map(({ was, now, words }) => (
        <section class="app-entry">
          <div class="app-side-by-side app-wide">
            <Side when={whenOf(before)} needs={was} parts={before.parts} name={name} />
            <Side when={whenOf(after)} needs={now} parts={after.parts} name={name} />
          </div>
          {words.map((one) => (one.words ? <p class="app-lines">How it is met now: {one.words}</p> : null))}
        </section>
      ))}
      {added.map((line) => (
        <section class="app-entry">
          <div class="app-side-by-side app-wide">
            <Side when={whenOf(before)} needs={[]} parts={[]} name={name} />
            <Side when={whenOf(after)} needs={[line]} parts={after.parts} name={name} />
          </div>
        </section>
      ))}
      <div class="app-side-by-side app-wide">
        <Whole plan={before} name={name} />
        <Whole plan={after} name={name} />
      </div>
    </>
  );
}

/** A plan by the day it began. */
export function whenOf({ startsOn }: Pick<Plan, 'startsOn'>): string {
  return startsOn ? `The plan from ${longDate(startsOn)}` : 'The plan being written';
}

interface SideProps {
  when: string;
  needs: readonly NeedLine[];
  parts: readonly BudgetPart[];
  name: string;
}

function Side({ when, needs, parts, name }: SideProps) {
  return (
    <div>
      <p class="app-when">{when}</p>
      {needs.length ? null : <p>Nothing is set beside this here.</p>}
      {needs.map((line) => (
        <NeedTold line={line} parts={parts} name={name} />
      ))}
    </div>
  );
}

/** One need, how it is met, and its money. */
export function NeedTold({
  line,
  parts,
  name,
}: {
  line: NeedLine;
  parts: readonly BudgetPart[];
  name: string;
}) {
  const its = parts.filter(({ needId }) => needId === line.id);
  return (
    <>
      <p>
        <b>{line.need}</b>
        {line.isEligible ? ' (the law requires us to meet this)' : ''}
        <br />
        {howItIsMet(line)}
      </p>
      {its.length ? (
        <ul>
          {its.map((part) => (
            <li>{partInWords(part, name)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

const partInWords = ({ what, howOften, councilPence, personPence }: BudgetPart, name: string): string =>
  `${what}, ${howOften === 'weekly' ? 'each week' : 'once'}: the council pays ${moneyInWords(councilPence)}, ${name} pays ${moneyInWords(personPence)}`;

function Whole({ plan, name }: { plan: Plan; name: string }) {
  const totals = totalsInWords(totalsOf(plan.parts), name);
  return (
    <div>
      <p class="app-when">{whenOf(plan)}</p>
      {totals.length ? totals.map((sentence) => <p>{sentence}</p>) : <p>No money is part of it.</p>}
      {plan.agreement ? (
        <>
          <p>
            {name} {agreementInWords[plan.agreement]}:
          </p>
          <blockquote class="app-said">{plan.agreementWords}</blockquote>
          {notAgreedInWords(plan).length ? (
            <ul>
              {notAgreedInWords(plan).map((line) => (
                <li>Not agreed: {line}</li>
              ))}
            </ul>
          ) : null}
        </>
      ) : (
        <p>{plan.startsOn ? 'It stands by duty, since they moved here.' : 'It is not agreed yet.'}</p>
      )}
    </div>
  );
}
