import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { hasEnded } from '../introduction.ts';
import type { IntroductionValue } from '../introductions.pages.tsx';
import type { MoneyShown } from '../money/money.store.ts';
import { inPounds } from '../money/money.ts';

interface MoneyProps extends Pick<IntroductionValue, 'introduction' | 'money' | 'leftPence'> {
  frame: Frame;
  again: Again | undefined;
}

/** Small local money: what was given, what it made possible and what it changed. */
export function MoneyView({ introduction, money, leftPence, frame, again }: MoneyProps) {
  const action = `/introductions/${introduction.introductionId}/money`;
  const mine = cameBack(again, 'amount');
  return (
    <>
      {money.length ? <h2>Small local money</h2> : null}
      <ul class="app-plain-list">
        {money.map((one) => (
          <li key={one.moneyId}>
            <Given one={one} action={action} frame={frame} again={again} />
          </li>
        ))}
      </ul>
      {hasEnded(introduction.stage) ? null : (
        <Details summary="Small local money: a taxi, a first fee" open={mine !== undefined}>
          <p>
            Nobody has to approve it; <a href="/introductions/money">colleagues see it afterwards</a>.{' '}
            {inPounds(leftPence)} is left this year.
          </p>
          <Form action={action} frame={frame}>
            <Input {...asked(mine, 'amount')} label="How much?" prefix="£" class="govuk-input--width-5" />
            <Input {...asked(mine, 'whatFor')} label="What for?" hint="Such as a taxi home" />
            <Input {...asked(mine, 'makesPossible')} label="What does it make possible?" />
            <Input
              {...asked(mine, 'givenOn')}
              label="Which day?"
              hint="Leave it empty for today"
              class="govuk-input--width-10"
            />
            <Button class="govuk-button--secondary">Write it down</Button>
          </Form>
        </Details>
      )}
    </>
  );
}

interface GivenProps {
  one: MoneyShown;
  action: string;
  frame: Frame;
  again: Again | undefined;
}

function Given({ one, action, frame, again }: GivenProps) {
  const mine = again?.typed.about === one.moneyId ? again : undefined;
  const { moneyId, amountPence, whatFor, purpose, givenOn, givenBy, whatItChanged } = one;
  return (
    <>
      <p>
        <b>{inPounds(amountPence)}</b> for {whatFor}. So that: {purpose}
      </p>
      <p class="app-by">
        {longDate(givenOn)}
        {givenBy ? `, given by ${givenBy}` : ''}
      </p>
      {whatItChanged ? (
        <p>What it changed: {whatItChanged}</p>
      ) : (
        <Form action={`${action}/${moneyId}/changed`} frame={frame}>
          <input type="hidden" name="about" value={moneyId} />
          <Input
            {...asked(mine, 'changed')}
            id={mine ? 'changed' : `changed-${moneyId}`}
            label="What has it changed?"
          />
          <Button class="govuk-button--secondary">Write what it changed</Button>
        </Form>
      )}
    </>
  );
}
