import type { Identity } from '../../../people/person.ts';
import { PersonFrame } from '../../../people/person-frame.tsx';
import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { sentence } from '../../../platform/ui/sentence.ts';
import { capitalised, type ListingCard } from '../../finder/card.ts';
import { wayInWords, ways } from '../introduction.ts';

export interface OfferValue {
  identity: Identity;
  name: string;
  card: ListingCard;
  today: Day;
  /** Why the group cannot welcome anybody today, and what would satisfy that. */
  inTheWay: Refusal | null;
  /** The first day it can. */
  welcomeFrom: Day | null;
}

const wayHints = {
  message: 'The group is asked first; it hears only that somebody would like to come',
  'going-along': 'A worker, a volunteer or somebody who already goes',
  slip: 'Where and when, and who to ask for. No name on it',
};

/** Offering an introduction: why this one, how, and how the person said yes. Nothing else need be written. */
export function OfferPage(value: OfferValue, frame: Frame, again?: Again) {
  const { identity, name, card, today } = value;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="community"
      frame={frame}
      again={again}
      title="Introduce"
    >
      <h2>
        Introduce {name} to {card.name}
      </h2>
      <p class="app-by">{capitalised(card.checking)}</p>
      <Form action={`/people/${identity.personId}/introductions`} frame={frame}>
        <input type="hidden" name="listing" value={card.listingId} />
        <Textarea {...asked(again, 'why')} label={`Why this one, for ${name}?`} rows={2} />
        <Radios
          {...asked(again, 'how')}
          legend={`How would ${name} like to be introduced?`}
          items={ways.map((way) => ({ value: way, label: wayInWords[way], hint: wayHints[way] }))}
        />
        <Textarea
          {...asked(again, 'permission')}
          label={`How did ${name} say yes?`}
          hint="In their words. Without a yes there is no introduction"
          rows={2}
        />
        <When {...value} again={again} />
        <Button>Offer this introduction</Button>
      </Form>
    </PersonFrame>
  );
}

/** From when; open and with the group's own yes beside it when the group cannot welcome anybody just now. */
function When({ name, inTheWay, welcomeFrom, again }: OfferValue & { again: Again | undefined }) {
  const from = (
    <Input
      {...asked(again, 'comesFrom', welcomeFrom ? longDate(welcomeFrom) : '')}
      label={`From when would ${name} like to come?`}
      hint="Leave it empty for any day they meet"
      class="govuk-input--width-10"
    />
  );
  if (!inTheWay)
    return (
      <Details summary="From a day of their own" open={again !== undefined && Boolean(again.typed.comesFrom)}>
        {from}
      </Details>
    );
  return (
    <>
      <InsetText>
        {sentence(inTheWay.because)} You can {inTheWay.satisfyBy}.
      </InsetText>
      {from}
      <Textarea
        {...asked(again, 'groupsYes')}
        label="Did the group itself say yes all the same? Who, and in what words"
        hint="Leave it empty unless it did"
        rows={2}
      />
    </>
  );
}
