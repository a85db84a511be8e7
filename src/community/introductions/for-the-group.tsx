import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate, nearDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { SummaryList } from '../../platform/ui/govuk/summary-list.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { AskedOfGroup, ToldToGroup, WaitingForGroup } from './for-the-group.store.ts';
import { lineKindInWords } from './lines/line.ts';

/** W2: exactly what a group reads of somebody: that they would like to come, when, and what they said yes to. */
export function WhatTheGroupReads({ told }: { told: ToldToGroup }) {
  return (
    <>
      <p>
        <b>Somebody would like to come{told.comesFrom ? `, from ${longDate(told.comesFrom)}` : ''}.</b>
      </p>
      {told.lines.length ? (
        <SummaryList
          rows={told.lines.map(({ kind, words }) => ({ key: lineKindInWords[kind], value: words }))}
        />
      ) : null}
    </>
  );
}

export interface ForTheGroupProps {
  /** The group's own short address, as it stands in the page's address. */
  code: string;
  waiting: WaitingForGroup;
  today: Day;
  frame: Frame;
  again?: Again | undefined;
}

/** What a group is asked on its own page: may somebody come, and did they. Each answer is one press. */
export function ForTheGroup({ code, waiting, again, ...rest }: ForTheGroupProps) {
  const { asked: questions, coming } = waiting;
  if (questions.length + coming.length === 0) return null;
  const action = (one: AskedOfGroup) => `/g/${code}/introductions/${one.introductionId}`;
  return (
    <>
      {questions.length ? (
        <>
          <h2>Waiting for your answer</h2>
          <ul class="app-plain-list">
            {questions.map((one) => (
              <li key={one.introductionId}>
                <MayTheyCome {...rest} one={one} action={action(one)} again={cameBackFor(one, again)} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {coming.length ? (
        <>
          <h2>Coming</h2>
          <ul class="app-plain-list">
            {coming.map((one) => (
              <li key={one.introductionId}>
                <DidTheyCome {...rest} one={one} action={action(one)} again={cameBackFor(one, again)} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

interface OneProps {
  one: AskedOfGroup;
  action: string;
  today: Day;
  frame: Frame;
  again?: Again | undefined;
}

const cameBackFor = ({ introductionId }: AskedOfGroup, again: Again | undefined) =>
  again?.typed.about === introductionId ? again : undefined;

/** A field that stands once for each introduction: an id of its own, unless an error is to lead to it. */
const own = (field: string, { introductionId }: AskedOfGroup, again: Again | undefined) => ({
  ...asked(again, field),
  id: again ? field : `${field}-${introductionId}`,
});

const About = ({ one }: { one: AskedOfGroup }) => (
  <input type="hidden" name="about" value={one.introductionId} />
);

function MayTheyCome({ one, action, today, frame, again }: OneProps) {
  const { answer, notBefore, askedOn } = one;
  return (
    <>
      <WhatTheGroupReads told={one} />
      <p class="app-by">
        Asked {nearDate(askedOn, today)}.
        {answer === 'not-now' ? ` You said not ${notBefore ? `before ${longDate(notBefore)}` : 'now'}.` : ''}
      </p>
      <Form action={`${action}/yes`} frame={frame}>
        <About one={one} />
        <Button>Yes, they are welcome</Button>
      </Form>
      <Details summary="Not now, or no">
        <Form action={`${action}/later`} frame={frame}>
          <About one={one} />
          <Textarea
            {...own('words', one, again)}
            label="Anything to say? You need not give a reason"
            rows={2}
          />
          <Input
            {...own('notBefore', one, again)}
            label="If not now, from when might they?"
            hint="Such as 1 May 2027. Leave it empty if you do not know"
            class="govuk-input--width-10"
          />
          <div class="govuk-button-group">
            <Button class="govuk-button--secondary">Not now</Button>
            <Button class="govuk-button--secondary" formAction={`${action}/no`}>
              No, thank you
            </Button>
          </div>
        </Form>
      </Details>
    </>
  );
}

function DidTheyCome({ one, action, today, frame, again }: OneProps) {
  return (
    <>
      <WhatTheGroupReads told={one} />
      {one.saidTheyCameOn ? (
        <p class="app-by">You said that they came {nearDate(one.saidTheyCameOn, today)}. Thank you.</p>
      ) : (
        <Form action={`${action}/came`} frame={frame}>
          <About one={one} />
          <Input
            {...own('on', one, again)}
            label="Have they come? Which day?"
            hint="Leave it empty for today"
            class="govuk-input--width-10"
          />
          <Button class="govuk-button--secondary">They came</Button>
        </Form>
      )}
      <Details summary="It cannot be after all">
        <Form action={`${action}/no`} frame={frame}>
          <About one={one} />
          <Textarea
            {...own('words', one, again)}
            label="Anything to say? You need not give a reason"
            rows={2}
          />
          <Button class="govuk-button--secondary">No, not after all</Button>
        </Form>
      </Details>
    </>
  );
}

interface HowManyProps {
  code: string;
  waiting: Pick<WaitingForGroup, 'welcomesAMonth' | 'welcomesUntil'>;
  frame: Frame;
  again?: Again | undefined;
}

/** How many newcomers a group welcomes in a month: we introduce no more than that without asking. */
export function HowManyYouWelcome({ code, waiting, frame, again }: HowManyProps) {
  const { welcomesAMonth, welcomesUntil } = waiting;
  return (
    <Form action={`/g/${code}/welcomes`} frame={frame}>
      <Input
        {...asked(again, 'aMonth', welcomesAMonth === null ? '' : String(welcomesAMonth))}
        label="How many new people a month can you welcome?"
        hint="We introduce no more than that. Leave it empty if you do not count; 0 if nobody for now"
        inputMode="numeric"
        class="govuk-input--width-3"
      />
      <Input
        {...asked(again, 'until', welcomesUntil ? longDate(welcomesUntil) : '')}
        label="Until when?"
        hint="Leave it empty until you say otherwise"
        class="govuk-input--width-10"
      />
      <Button class="govuk-button--secondary">Save how many</Button>
    </Form>
  );
}
