import { nameFor } from '../../people/person.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { answersOf, type Side, sides } from './matching.ts';
import type { MatchingValue } from './matching-page.store.ts';

interface Props {
  value: MatchingValue;
  frame: Frame;
  again: Again | undefined;
}

/** P5: the three yeses, and what is wanting before anybody moves in. */
export function BeforeMovingIn({ value, frame, again }: Props) {
  const who: Record<Side, string> = {
    person: nameFor(value.identity),
    household: value.household.name,
    scheme: 'the scheme',
  };
  return (
    <>
      <h2>Living together</h2>
      <p>All three say yes before anybody moves in. A no from anyone is enough, and nobody asks why.</p>
      <ul>
        {answersOf(value.matching).map(({ side, answer, on }) => (
          <li key={side}>
            {sentence(
              answer === 'yes' && on
                ? `${who[side]} said yes on ${longDate(on)}`
                : `no answer yet from ${who[side]}`,
            )}
          </li>
        ))}
      </ul>
      <AnswerForm value={value} who={who} frame={frame} again={cameBack(again, 'side')} />
      <MovingIn value={value} frame={frame} again={cameBack(again, 'movedInOn')} />
    </>
  );
}

function AnswerForm({
  value: { matching, today },
  who,
  frame,
  again,
}: Props & { who: Record<Side, string> }) {
  return (
    <Form action={`/matchings/${matching.id}/answers`} frame={frame}>
      <Radios
        {...asked(again, 'side')}
        legend="Who said it?"
        items={sides.map((side) => ({ value: side, label: who[side] }))}
      />
      <Radios
        {...asked(again, 'answer')}
        legend="What did they say to living together?"
        items={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No, thank you' },
        ]}
      />
      <Input {...asked(again, 'answeredOn', longDate(today))} label="The day they said it" />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Write it down
      </Button>
    </Form>
  );
}

function MovingIn({ value: { matching, wanting, today }, frame, again }: Props) {
  if (wanting.length)
    return (
      <>
        <h3>Before moving in</h3>
        <ul>
          {wanting.map(({ because, satisfyBy }) => (
            <li>
              {sentence(because)} {sentence(satisfyBy)}
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <Form action={`/matchings/${matching.id}/moved-in`} frame={frame}>
      <Input {...asked(again, 'movedInOn', longDate(today))} label="The day they moved in" />
      <Button preventDoubleClick>They have moved in</Button>
    </Form>
  );
}
