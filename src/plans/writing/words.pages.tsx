import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { wordingOf } from '../carers/plan-kind.ts';
import { PlanPage } from '../plan.pages.tsx';
import { directPaymentInWords, type Plan } from '../plan.ts';
import type { PlanValue } from '../plan-page.store.ts';

/** The plan's own words on one page, theirs first. Money is asked about only once a need is set down. */
export function PlanWordsPage(
  { identity, today, plan, copies, money }: PlanValue,
  frame: Frame,
  again?: Again,
) {
  if (plan.state !== 'being-written') return PlanPage({ identity, today, plan, copies, money }, frame, again);
  const name = nameFor(identity);
  const wording = wordingOf(plan.kind, name);
  const toThem = `${name} reads this: write it to them`;
  const area = (
    field: 'goodLife' | 'whatIDo' | 'wishes' | 'ifThingsGoWrong' | 'advice',
    label: string,
    hint?: string,
  ) => (
    <Textarea
      name={field}
      label={label}
      hint={hint}
      value={valueOf(again, field, plan[field])}
      error={errorOf(again, field)}
    />
  );
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="Writing a plan"
    >
      <h2>The words of the plan</h2>
      <Form
        action={`/plans/${plan.id}/words`}
        frame={frame}
        version={Number(valueOf(again, 'version', String(plan.wordsVersion)))}
      >
        {area('goodLife', wording.goodLife.asked, 'In their words')}
        {area('whatIDo', wording.whatTheyDo.asked, toThem)}
        {area('wishes', wording.wishes.asked, wording.wishes.hint)}
        {area(
          'ifThingsGoWrong',
          'If things go wrong',
          `Who to ring first, what to do, and what happens if this does not work. ${toThem}`,
        )}
        {area(
          'advice',
          'Advice on what else can help',
          `What can meet, lessen or put off what they need. ${toThem}`,
        )}
        <MoneyWords plan={plan} name={name} again={again} />
        <Button preventDoubleClick>Save the words</Button>
      </Form>
    </PersonFrame>
  );
}

function MoneyWords({ plan, name, again }: { plan: Plan; name: string; again: Again | undefined }) {
  if (!plan.needs.length)
    return <input type="hidden" name="directPayment" value={plan.directPayment ?? ''} />;
  return (
    <Radios
      {...asked(again, 'directPayment', plan.directPayment)}
      legend={`Would ${name} like a direct payment?`}
      hint="The money itself, to arrange support their own way"
      items={Object.entries(directPaymentInWords).map(([value, label]) => ({ value, label }))}
    />
  );
}
