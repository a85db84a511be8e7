import type { Day } from '../platform/clock.ts';
import type { Again } from '../platform/http/routes.ts';
import { asked, cameBack, Form, valuesOf } from '../platform/ui/form.tsx';
import type { Frame } from '../platform/ui/frame.ts';
import { Button } from '../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../platform/ui/govuk/choices.tsx';
import { Input } from '../platform/ui/govuk/input.tsx';
import { Textarea } from '../platform/ui/govuk/textarea.tsx';
import { AroundPicture } from './around/around-picture.tsx';
import type { PersonNear, PictureWords } from './around/near.ts';
import { type Identity, nameFor, possessive } from './person.ts';
import { PersonFrame } from './person-frame.tsx';

export interface AroundValue {
  identity: Identity;
  around: PersonNear[];
  gifts: string[];
  today: Day;
}

const pictureWords: PictureWords = {
  pictureSays: 'They are in the middle; the nearer the circle, the more they see of each other.',
  me: 'Me',
  ringShort: 'ring first',
  notTold: 'not told all',
  often: { 'most-days': 'Most days', 'most-weeks': 'Most weeks', 'now-and-then': 'Now and then' },
  unsaid: 'Not said how often',
};

/** Who is around a person, what they give, and how to be understood. */
export function AroundPage({ identity, around, gifts, today }: AroundValue, frame: Frame, again?: Again) {
  const id = identity.personId;
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="around"
      frame={frame}
      again={again}
      title="People around a person"
    >
      <h2>People around {name}</h2>
      <p>
        Who is in {possessive(name)} life, what {name} gives to others, and how to be understood.{' '}
        <a href={`/people/${id}/details`}>Their name, birth date, phone and address</a> ·{' '}
        <a href={`/people/${id}/about-me`}>
          About {name}, as {name} says it
        </a>
      </p>
      {around.length === 0 ? <p>Nobody is written down yet. Who would {name} ring first?</p> : null}
      <ul class="app-plain-list" id="people-around">
        {around.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b>, {one.relation}
            {one.isCarer ? ', carer' : ''}
            {one.howOften ? `, ${pictureWords.often[one.howOften].toLowerCase()}` : ''}
            {one.isRungFirst ? <p>Ring them first{one.phone ? `: ${one.phone}` : ''}.</p> : null}
            {one.mustNotKnow ? <p class="app-around-not-told">Must not be told: {one.mustNotKnow}</p> : null}
            {one.gives ? <p>{one.gives}</p> : null}
            {one.ifItStopped ? <p class="app-soft">If it stopped: {one.ifItStopped}</p> : null}
            <TheirOwn id={id} one={one} />
          </li>
        ))}
      </ul>
      {around.length ? <AroundPicture people={around} words={pictureWords} listId="people-around" /> : null}
      <AroundForm id={id} frame={frame} again={cameBack(again, 'relation')} />
      <h2>What {name} gives</h2>
      <ul class="app-plain-list">
        {gifts.map((gift) => (
          <li key={gift}>{gift}</li>
        ))}
      </ul>
      <p>
        <a href={`/people/${id}/giving`}>What {name} would give a neighbour, or would like from one</a>
      </p>
      <GiftForm id={id} name={name} frame={frame} again={cameBack(again, 'gift')} />
      <h2>How to be understood</h2>
      <NeedForm id={id} frame={frame} again={cameBack(again, 'need')} />
    </PersonFrame>
  );
}

/** A carer is a person too: their own record and conversation, offered beside what they give. */
function TheirOwn({ id, one }: { id: string; one: PersonNear }) {
  if (one.carerPersonId)
    return (
      <p>
        <a href={`/people/${one.carerPersonId}`}>{one.name} has a record of their own</a>, and{' '}
        <a href={`/people/${one.carerPersonId}/write`}>a conversation of their own</a> whenever they like.{' '}
        <a class="app-quiet" href={`/people/${id}/around/${one.id}/record`}>
          Not them?<span class="govuk-visually-hidden"> {one.name}</span>
        </a>
      </p>
    );
  if (!one.isCarer) return null;
  return (
    <p>
      <a href={`/people/${id}/around/${one.id}/record`}>A record of {possessive(one.name)} own</a>, if{' '}
      {one.name} would like one. What they tell us stays theirs.
    </p>
  );
}

interface SmallForm {
  id: string;
  frame: Frame;
  again: Again | undefined;
}

function AroundForm({ id, frame, again }: SmallForm) {
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Add somebody</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/people/${id}/around`} frame={frame}>
          <Input {...asked(again, 'name')} label="Their name" autoComplete="off" />
          <Input
            {...asked(again, 'relation')}
            label="Who they are"
            hint="Niece, neighbour, the man at the shop"
          />
          <Input {...asked(again, 'phone')} label="Phone, if they want to be rung" type="tel" />
          <Textarea {...asked(again, 'gives')} label="What they give" rows={2} />
          <Textarea {...asked(again, 'ifItStopped')} label="What would happen if it stopped" rows={2} />
          <Checkboxes
            name="isCarer"
            items={[{ value: 'yes', label: 'They think of themselves as a carer, or do what a carer does' }]}
            values={valuesOf(again, 'isCarer')}
          />
          <Button class="govuk-button--secondary">Add them</Button>
        </Form>
      </div>
    </details>
  );
}

function GiftForm({ id, name, frame, again }: SmallForm & { name: string }) {
  return (
    <Form action={`/people/${id}/gifts`} frame={frame} class="app-one-line">
      <Input {...asked(again, 'gift')} label={`Something ${name} is good at, knows or offers`} />
      <Button class="govuk-button--secondary">Add</Button>
    </Form>
  );
}

function NeedForm({ id, frame, again }: SmallForm) {
  return (
    <Form action={`/people/${id}/needs`} frame={frame}>
      <Radios
        {...asked(again, 'kind', 'communication')}
        legend="What kind of thing is it?"
        items={[
          { value: 'communication', label: 'How to communicate' },
          { value: 'good-to-know', label: 'Good to know before a visit' },
        ]}
      />
      <Input
        {...asked(again, 'need')}
        label="In a sentence"
        hint="Hears better on the left. Ring, don’t text."
      />
      <Input
        {...asked(again, 'checkAgainOn')}
        label="Ask again on (if you like)"
        hint="For example 21 May 2027"
      />
      <Button class="govuk-button--secondary">Add</Button>
    </Form>
  );
}
