import { nameFor } from '../people/person.ts';
import { PersonFrame } from '../people/person-frame.tsx';
import type { Again } from '../platform/http/routes.ts';
import { longDate } from '../platform/ui/dates.ts';
import { cameBack, errorOf, Form, valueOf } from '../platform/ui/form.tsx';
import type { Frame } from '../platform/ui/frame.ts';
import { Button } from '../platform/ui/govuk/button.tsx';
import { Radios } from '../platform/ui/govuk/choices.tsx';
import { Input } from '../platform/ui/govuk/input.tsx';
import { Select } from '../platform/ui/govuk/select.tsx';
import { Textarea } from '../platform/ui/govuk/textarea.tsx';
import { NeedFields } from './need-fields.pages.tsx';
import { directPaymentInWords, type NeedLine, type Plan } from './plan.ts';
import type { PlanValue } from './plan-page.store.ts';
import { PlanTelling } from './plan-telling.pages.tsx';
import { PlanPage } from './plans.pages.tsx';

/** The plan while it is being written, in the order it is read: a good life, needs, who, and then money. */
export function PlanWritingPage({ identity, today, plan, copies }: PlanValue, frame: Frame, again?: Again) {
  if (plan.state !== 'being-written') return PlanPage({ identity, today, plan, copies }, frame, again);
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="Writing a plan"
    >
      <PlanTelling
        plan={plan}
        name={name}
        needAction={(line, index) => <NeedActions plan={plan} line={line} index={index} frame={frame} />}
        partAction={(partId) => (
          <TakeOut at={`/plans/${plan.id}/budget-parts/${partId}/removal`} frame={frame} />
        )}
        afterLife={
          <p>
            <a href={`/plans/${plan.id}/words`}>
              {plan.goodLife ? 'Change these words' : 'Write about a good life'}
            </a>
          </p>
        }
        afterNeeds={<AddNeed planId={plan.id} frame={frame} again={cameBack(again, 'need')} />}
        afterMoney={
          plan.needs.length ? (
            <AddPart plan={plan} name={name} frame={frame} again={cameBack(again, 'what')} />
          ) : null
        }
      />
      <p>
        <Button href={`/plans/${plan.id}/agreement`}>Read it together and agree it</Button>
      </p>
    </PersonFrame>
  );
}

function NeedActions({
  plan,
  line,
  index,
  frame,
}: {
  plan: Plan;
  line: NeedLine;
  index: number;
  frame: Frame;
}) {
  const at = `/plans/${plan.id}/needs/${line.id}`;
  return (
    <div class="app-line-actions">
      <a href={at}>
        Change<span class="govuk-visually-hidden"> “{line.need}”</span>
      </a>
      {index > 0 ? <Move at={at} to="up" need={line.need} frame={frame} /> : null}
      {index < plan.needs.length - 1 ? <Move at={at} to="down" need={line.need} frame={frame} /> : null}
    </div>
  );
}

function Move({ at, to, need, frame }: { at: string; to: 'up' | 'down'; need: string; frame: Frame }) {
  return (
    <Form action={`${at}/move`} frame={frame}>
      <input type="hidden" name="to" value={to} />
      <button type="submit" class="app-link-button">
        Move {to}
        <span class="govuk-visually-hidden"> “{need}”</span>
      </button>
    </Form>
  );
}

function TakeOut({ at, frame }: { at: string; frame: Frame }) {
  return (
    <Form action={at} frame={frame}>
      <button type="submit" class="app-link-button">
        Take out
      </button>
    </Form>
  );
}

function AddNeed({ planId, frame, again }: { planId: string; frame: Frame; again: Again | undefined }) {
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Set down a need</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/plans/${planId}/needs`} frame={frame}>
          <NeedFields again={again} />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Set it down
          </Button>
        </Form>
      </div>
    </details>
  );
}

function AddPart({
  plan,
  name,
  frame,
  again,
}: {
  plan: Plan;
  name: string;
  frame: Frame;
  again: Again | undefined;
}) {
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Add a part to the budget</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/plans/${plan.id}/budget-parts`} frame={frame}>
          <Select
            name="needId"
            label="For which need"
            items={[
              { value: '', text: 'Choose' },
              ...plan.needs.map(({ id, need }) => ({ value: id, text: need })),
            ]}
            value={valueOf(again, 'needId')}
            error={errorOf(again, 'needId')}
          />
          <Input
            name="what"
            label="What it pays for"
            value={valueOf(again, 'what')}
            error={errorOf(again, 'what')}
          />
          <Radios
            name="howOften"
            legend="How often"
            items={[
              { value: 'weekly', label: 'Each week' },
              { value: 'once', label: 'Once' },
            ]}
            value={valueOf(again, 'howOften', 'weekly')}
            error={errorOf(again, 'howOften')}
          />
          <Input
            name="council"
            label="The council pays"
            prefix="£"
            class="govuk-input--width-5"
            value={valueOf(again, 'council')}
            error={errorOf(again, 'council')}
          />
          <Input
            name="person"
            label={`${name} pays`}
            prefix="£"
            class="govuk-input--width-5"
            value={valueOf(again, 'person')}
            error={errorOf(again, 'person')}
          />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Add it
          </Button>
        </Form>
      </div>
    </details>
  );
}

/** The plan's own words on one page, theirs first. Money is asked about only once a need is set down. */
export function PlanWordsPage({ identity, today, plan, copies }: PlanValue, frame: Frame, again?: Again) {
  if (plan.state !== 'being-written') return PlanPage({ identity, today, plan, copies }, frame, again);
  const name = nameFor(identity);
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
        {area('goodLife', `What a good life is to ${name}`, 'In their words')}
        {area('whatIDo', `What ${name} does`)}
        {area('wishes', `What ${name} would like`, 'Wishes count even where no money follows')}
        {area(
          'ifThingsGoWrong',
          'If things go wrong',
          'Who to ring first, what to do, and what happens if this does not work',
        )}
        {area('advice', 'Advice on what else can help', 'What can meet, lessen or put off what they need')}
        <MoneyWords plan={plan} name={name} again={again} />
        <Button preventDoubleClick>Save the words</Button>
      </Form>
    </PersonFrame>
  );
}

function MoneyWords({ plan, name, again }: { plan: Plan; name: string; again: Again | undefined }) {
  const recordOn = plan.financialRecordOn ? longDate(plan.financialRecordOn) : '';
  if (!plan.needs.length)
    return (
      <>
        <input type="hidden" name="directPayment" value={plan.directPayment ?? ''} />
        <input type="hidden" name="financialRecordOn" value={recordOn} />
        <input type="hidden" name="financialRecordWords" value={plan.financialRecordWords ?? ''} />
      </>
    );
  return (
    <>
      <Radios
        name="directPayment"
        legend={`Would ${name} like a direct payment?`}
        hint="The money itself, to arrange support their own way"
        items={Object.entries(directPaymentInWords).map(([value, label]) => ({ value, label }))}
        value={valueOf(again, 'directPayment', plan.directPayment)}
        error={errorOf(again, 'directPayment')}
      />
      <Textarea
        name="financialRecordWords"
        label={`How ${name}’s share was worked out`}
        hint="If they pay one. They are owed this in writing"
        rows={2}
        value={valueOf(again, 'financialRecordWords', plan.financialRecordWords)}
        error={errorOf(again, 'financialRecordWords')}
      />
      <Input
        name="financialRecordOn"
        label="The day it was worked out"
        value={valueOf(again, 'financialRecordOn', recordOn)}
        error={errorOf(again, 'financialRecordOn')}
      />
    </>
  );
}
