import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { roomInWords } from './households/household.ts';
import type { Matching } from './matching.ts';
import type { SharedLivesValue } from './matching-page.store.ts';

/** P5: what home would be for somebody, and the homes they are getting to know. */
export function SharedLivesPage(value: SharedLivesValue, frame: Frame, again?: Again) {
  const { identity, today, hoped, matchings } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="Shared Lives"
    >
      <h2>A home with somebody</h2>
      <p>
        Shared Lives is living with people who share their home and their life. This page is {name}’s side of
        finding out whether that is for {name}.
      </p>
      {matchings.length ? (
        <ul>
          {matchings.map((one) => (
            <li key={one.id}>
              <a href={`/matchings/${one.id}`}>{one.householdName}</a>. {howItStands(one)}
            </li>
          ))}
        </ul>
      ) : null}
      <h2>What home would be</h2>
      {hoped ? (
        <>
          <blockquote class="app-said">{hoped.whatHomeWouldBe}</blockquote>
          {hoped.wouldNotWork ? <p class="app-lines">What would not work: {hoped.wouldNotWork}</p> : null}
          <Details summary="Change it" open={cameBack(again, 'whatHomeWouldBe') !== undefined}>
            <Hoped value={value} frame={frame} again={again} />
          </Details>
        </>
      ) : (
        <Hoped value={value} frame={frame} again={again} />
      )}
      {hoped || cameBack(again, 'whyEachOther') ? (
        <BeginWith value={value} name={name} frame={frame} again={again} />
      ) : null}
      <p>
        <a href="/households">Homes that share</a>
      </p>
    </PersonFrame>
  );
}

/** Whoever said no, and whether anybody did, is in no sentence. */
function howItStands({ movedInOn, endedOn, beganOn }: Matching): string {
  if (endedOn)
    return movedInOn
      ? `They lived together from ${longDate(movedInOn)} to ${longDate(endedOn)}.`
      : `They met, and it is not going on. That is a good answer too.`;
  if (movedInOn) return `They have lived together since ${longDate(movedInOn)}.`;
  return `Getting to know each other since ${longDate(beganOn)}.`;
}

interface Props {
  value: SharedLivesValue;
  frame: Frame;
  again: Again | undefined;
}

function Hoped({ value: { identity, hoped }, frame, again }: Props) {
  const form = cameBack(again, 'whatHomeWouldBe');
  return (
    <Form action={`/people/${identity.personId}/hoped-home`} frame={frame} version={hoped?.version ?? 0}>
      <Textarea
        {...asked(form, 'whatHomeWouldBe', hoped?.whatHomeWouldBe)}
        label="What home would be, in their words"
        hint="Who is there, what mornings are like, where you can be by yourself"
      />
      <Textarea {...asked(form, 'wouldNotWork', hoped?.wouldNotWork)} label="What would not work" rows={3} />
      <Button class={hoped ? 'govuk-button--secondary' : ''} preventDoubleClick>
        Write it down
      </Button>
    </Form>
  );
}

function BeginWith({ value, name, frame, again }: Props & { name: string }) {
  const { identity, households, today } = value;
  const form = cameBack(again, 'whyEachOther');
  if (!households.length) return <p>No home that shares is written down yet.</p>;
  return (
    <>
      <h2>Begin getting to know somebody</h2>
      <Form action={`/people/${identity.personId}/matchings`} frame={frame}>
        <Select
          {...asked(form, 'householdId')}
          label="Which home"
          value={valueOf(form, 'householdId')}
          items={[
            { value: '', text: 'Choose one' },
            ...households.map((one) => ({
              value: one.id,
              text: `${one.name}, ${one.place}: ${roomInWords(one, today).toLowerCase()}`,
            })),
          ]}
        />
        <Textarea {...asked(form, 'whyEachOther')} label="Why these people might like each other" rows={3} />
        <Textarea
          {...asked(form, 'whatPersonSaid')}
          label={`What ${name} said on hearing of them`}
          rows={3}
        />
        <Button preventDoubleClick>Begin</Button>
      </Form>
    </>
  );
}
