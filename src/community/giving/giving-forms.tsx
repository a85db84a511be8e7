import { nameFor } from '../../people/person.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, errorOf, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { weekdayInWords, weekdays } from '../weekdays.ts';
import type { GivingValue } from './giving.pages.tsx';
import { kindInWords, kinds } from './giving.ts';
import type { Giving } from './givings.store.ts';
import type { Meeting } from './lines.store.ts';

const notForNeighbours =
  'It is not washing or dressing somebody, giving medicines, or looking after money or keys: those are support, and belong in a plan';

interface LineFieldsProps {
  value: GivingValue;
  frame: Frame;
  again: Again | undefined;
}

/** What neighbours may hear of: in words without a name, with the person's own yes. */
export function LineFields({ value: { identity, district }, frame, again: whole }: LineFieldsProps) {
  const again = cameBack(whole, 'direction') ?? cameBack(whole, 'permission');
  const name = nameFor(identity);
  return (
    <Details summary="Add something" open={again !== undefined}>
      <Form action={`/people/${identity.personId}/giving`} frame={frame}>
        <Radios
          {...asked(again, 'direction', 'gives')}
          legend="Which is it?"
          items={[
            { value: 'gives', label: `${name} would give it` },
            { value: 'would-like', label: `${name} would like it` },
          ]}
        />
        <Radios
          {...asked(again, 'kind', 'skill')}
          legend="What kind of thing?"
          items={kinds.map((kind) => ({ value: kind, label: kindInWords[kind] }))}
        />
        <Input
          {...asked(again, 'words')}
          label="In words neighbours may hear, without a name"
          hint="Mends small engines. A lift to choir on Tuesdays. Somebody to watch the match with"
        />
        <Checkboxes
          name="days"
          legend="Which days, if it matters?"
          values={valuesOf(again, 'days')}
          items={weekdays.map((one) => ({ value: one, label: weekdayInWords[one] }))}
        />
        <Input {...asked(again, 'whenWords')} label="When, in words" />
        <Input
          {...asked(again, 'district', district)}
          label="About where: half a postcode"
          hint="Never more than that. Leave it empty to say nothing of where"
        />
        <Textarea
          {...asked(again, 'permission')}
          label="How they said that neighbours may hear this, in their words"
          rows={2}
        />
        <Checkboxes
          name="isNeighbourly"
          error={errorOf(again, 'isNeighbourly')}
          values={valuesOf(again, 'isNeighbourly')}
          items={[{ value: 'yes', label: notForNeighbours }]}
        />
        <Button>Add it</Button>
      </Form>
    </Details>
  );
}

interface AskThemProps {
  id: string;
  meeting: Omit<Meeting, 'personId'>;
  frame: Frame;
  again: Again | undefined;
}

export function AskThem({ id, meeting, frame, again: whole }: AskThemProps) {
  const isThis = whole?.typed.theirs === meeting.lineId && whole?.typed.mine === meeting.mineId;
  const again = isThis ? whole : undefined;
  return (
    <Details summary="Ask them both" open={isThis}>
      <Form action={`/people/${id}/givings`} frame={frame}>
        <input type="hidden" name="mine" value={meeting.mineId} />
        <input type="hidden" name="theirs" value={meeting.lineId} />
        <Textarea
          {...asked(again, 'thought')}
          id={`thought-${meeting.lineId}`}
          label="What makes it good and safe for both?"
          hint="Would you be glad of it for somebody you love? Kept for whoever is alongside either of them"
          rows={2}
        />
        <Button class="govuk-button--secondary">Ask them both</Button>
      </Form>
    </Details>
  );
}

interface StepsProps {
  id: string;
  name: string;
  giving: Omit<Giving, 'otherId'>;
  frame: Frame;
  again: Again | undefined;
}

/** What comes next, as far as it is this person's to say. */
export function Steps({ id, name, giving, frame, again }: StepsProps) {
  const { stage, hasSaidYes, givingId } = giving;
  if (stage === 'ended') return null;
  const at = `/people/${id}/givings/${givingId}`;
  return (
    <>
      {stage === 'asked' && !hasSaidYes ? (
        <Details summary={`${name} says yes`} open={cameBack(again, 'tells') !== undefined}>
          <Form action={`${at}/yes`} frame={frame}>
            <Textarea
              {...asked(cameBack(again, 'tells'), 'words')}
              id={`yes-${givingId}`}
              label="In their words"
              rows={2}
            />
            <Input
              {...asked(cameBack(again, 'tells'), 'tells')}
              id={`tells-${givingId}`}
              label="What the other may know, once both have said yes"
              hint="A first name, and how they like to be met"
            />
            <Button class="govuk-button--secondary">Write it down</Button>
          </Form>
        </Details>
      ) : null}
      {stage === 'both-said-yes' ? <Meet at={at} frame={frame} again={cameBack(again, 'metOn')} /> : null}
      {stage === 'met' || stage === 'going-on' ? (
        <Form action={`${at}/going-on`} frame={frame} class="app-one-line">
          <Input
            {...asked(cameBack(again, 'words'), 'words')}
            id={`on-${givingId}`}
            label="How it is going, in their words"
          />
          <Button class="govuk-button--secondary">Write it down</Button>
        </Form>
      ) : null}
      <Details summary="Not for one of them">
        <Form action={`${at}/ended`} frame={frame}>
          <Input
            {...asked(cameBack(again, 'why'), 'why')}
            id={`why-${givingId}`}
            label="Why, in their words"
          />
          <Button class="govuk-button--secondary">Write it down</Button>
        </Form>
      </Details>
    </>
  );
}

function Meet({ at, frame, again }: { at: string; frame: Frame; again: Again | undefined }) {
  return (
    <Details summary="They met" open={again !== undefined}>
      <p>The first time is out and about, or with somebody along: for everybody, so nobody is singled out.</p>
      <Form action={`${at}/met`} frame={frame}>
        <Input {...asked(again, 'metOn')} label="The day" hint={`For example ${longDate('2026-11-21')}`} />
        <Radios
          {...asked(again, 'at', 'out')}
          legend="Where?"
          items={[
            { value: 'out', label: 'Out and about' },
            { value: 'home', label: 'At home, with somebody along' },
          ]}
        />
        <Input {...asked(again, 'cameAlong')} label="Who came along, if anybody" />
        <Button class="govuk-button--secondary">Write it down</Button>
      </Form>
    </Details>
  );
}
