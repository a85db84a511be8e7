import { PersonFrame } from '../../../people/person-frame.tsx';
import type { Again } from '../../../platform/http/routes.ts';
import { asked, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import type { MoveNeed } from '../move.ts';
import type { MoveNeedValue } from '../move-page.store.ts';

/** One need, how it is met there, and how it will be met here. */
export function MoveNeedPage({ identity, today, move, line }: MoveNeedValue, frame: Frame, again?: Again) {
  const action = `/moves/${move.id}/needs/${line.id}`;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="A need met elsewhere"
    >
      <h2>{line.need}</h2>
      <p>Write it as their plan there says it, and as they say it themselves.</p>
      <Form action={action} frame={frame}>
        <MoveNeedFields again={again} line={line} />
        <Button preventDoubleClick>Keep it</Button>
      </Form>
      <Form action={`${action}/removal`} frame={frame}>
        <Button class="govuk-button--secondary" preventDoubleClick>
          Take it out: it was written by mistake
        </Button>
      </Form>
      <p>
        <a href={`/moves/${move.id}`}>The move</a>
      </p>
    </PersonFrame>
  );
}

export function MoveNeedFields({ again, line }: { again: Again | undefined; line?: MoveNeed }) {
  return (
    <>
      <Input {...asked(again, 'need', line?.need)} label="The need" hint="Getting up and washed" />
      <Textarea
        {...asked(again, 'metThere', line?.metThere)}
        label="How it is met there"
        hint="Two calls a day from a home care team"
        rows={2}
      />
      <Input
        {...asked(again, 'weekly', line?.weeklyPence ? (line.weeklyPence / 100).toFixed(2) : '')}
        label="What their council pays each week, if their plan says"
        prefix="£"
        inputMode="decimal"
      />
      <Textarea
        {...asked(again, 'metHere', line?.metHere)}
        label="How it is met here, if not quite the same"
        hint="The same need, met as fully. Another team may come, at the same times."
        rows={2}
      />
    </>
  );
}
