import { nameFor } from '../../people/person.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { audienceToStaff, staysUntil } from '../letting-out/letting-out.ts';
import type { RetellingValue } from './in-making.store.ts';
import { waysAsked } from './retelling.forms.ts';

type Props = RetellingValue & { frame: Frame; again?: Again | undefined };

/** A story whose teller has died: it stays as they agreed until its end, and comes down sooner for those close to them. */
export function AfterDeath({ identity, story, consents, frame, again }: Props) {
  const name = nameFor(identity);
  if (consents.length === 0)
    return (
      <InsetText>{name} has died. Nobody but those alongside sees this story, and nobody will.</InsetText>
    );
  return (
    <>
      <InsetText>
        <p>
          {name} has died. The story stays where {name} wanted it to be until the day below. Nobody can say
          yes to more than that now.
        </p>
        {consents.map((consent) => (
          <p>
            {audienceToStaff(consent)}, until {longDate(staysUntil(consent))}.
          </p>
        ))}
      </InsetText>
      <h3>Somebody close to {name} would rather it came down</h3>
      <p>
        They need give no reason. It goes from every wall and page at once; what was printed cannot be called
        back.
      </p>
      <Form action={`/stories/${story.id}/take-down`} frame={frame}>
        <Radios
          {...asked(again, 'told', 'phone')}
          legend="How did they ask?"
          items={waysAsked.map(({ value, label }) => ({ value, label }))}
        />
        <Button>Take it down now</Button>
      </Form>
    </>
  );
}
