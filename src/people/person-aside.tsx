import type { ComponentChildren } from 'preact';
import { daysInWords } from '../platform/ui/dates.ts';
import { Aside, BigNumber } from '../platform/ui/telling.tsx';
import { nameFor, possessive } from './person.ts';
import { PersonLink } from './person-link.tsx';
import type { AroundAside, ComingNext, PersonShown } from './person-page.store.ts';
import type { PromiseMade } from './promises/promises.store.ts';
import { Promises } from './promises/promises.tsx';

/** Beside the story: how soon we spoke, promises, who is around, gifts, and where to go when things change. */
export function Beside({ now }: { now: PersonShown }) {
  const { identity, around, gifts, alsoHas } = now;
  const id = identity.personId;
  return (
    <>
      <HowSoon now={now} />
      {now.next.length ? (
        <Aside heading="What comes next">
          <List items={now.next.map(Next)} />
        </Aside>
      ) : null}
      <Aside heading="Promises">
        {now.promises.length ? (
          <Promises promises={now.promises} today={now.today} action={WhatHappened} />
        ) : (
          <p>None yet.</p>
        )}
      </Aside>
      <Aside heading="People around">
        {around.length ? <List items={around.map(Around)} /> : <p>Nobody is written down yet.</p>}
        <p>
          <a href={`/people/${id}/about-me`}>{nameFor(identity)}, in their own words</a>
        </p>
        {alsoHas.carerOf.map((one) => (
          <p key={one.personId}>
            {nameFor(identity)} looks out for <PersonLink id={one.personId} name={one.name} />.
          </p>
        ))}
        {alsoHas.carerOf.length ? (
          <p>
            <a href={`/people/${id}/willing-and-able`}>What {nameFor(identity)} is willing and able to do</a>
          </p>
        ) : null}
        <p>
          <a href={`/people/${id}/around`}>Add people, gifts and needs</a>
        </p>
        <p>
          <a href={`/people/${id}/own-page`}>{possessive(nameFor(identity))} own page</a>
        </p>
        <p>
          <a href={`/people/${id}/sharing`}>Who {nameFor(identity)} shares with</a>
        </p>
      </Aside>
      {gifts.length ? (
        <Aside heading={`What ${nameFor(identity)} gives`}>
          <List items={gifts} />
        </Aside>
      ) : null}
      <WhenThingsChange id={id} />
    </>
  );
}

function HowSoon({ now: { firstConversation, identity } }: { now: PersonShown }) {
  if (!firstConversation) return null;
  const { days, madeBy } = firstConversation;
  return (
    <BigNumber number={days === 0 ? 'The same day' : daysInWords(days)}>
      from {possessive(madeBy)} call to the first conversation with {nameFor(identity)}
    </BigNumber>
  );
}

function Next({ says, when, isPast, link, act }: ComingNext) {
  return (
    <>
      {says} {isPast ? <b>{when}</b> : when}{' '}
      <a class="app-quiet" href={link}>
        {act}
        <span class="govuk-visually-hidden">: {says}</span>
      </a>
    </>
  );
}

function WhatHappened(promise: PromiseMade) {
  if (promise.state !== 'open') return null;
  return (
    <a class="app-quiet" href={`/promises/${promise.id}`}>
      What happened?<span class="govuk-visually-hidden"> {promise.what}</span>
    </a>
  );
}

function Around({ name, relation, isCarer, phone, mustNotKnow }: AroundAside) {
  return (
    <>
      <b>{name}</b>, {relation}
      {isCarer ? ', carer' : ''}
      {phone ? ', ' : ''}
      {phone ? <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a> : null}
      {mustNotKnow ? <p class="app-around-not-told">Must not be told: {mustNotKnow}</p> : null}
    </>
  );
}

function WhenThingsChange({ id }: { id: string }) {
  return (
    <Aside heading="When things change">
      <List
        items={[
          <a href={`/people/${id}/safeguarding`}>Somebody may be hurting or neglecting them</a>,
          <a href={`/people/${id}/urgent-help`}>Something cannot wait: help at once</a>,
          <a href={`/people/${id}/crisis`}>It is a crisis: stay close</a>,
          <a href={`/contacts/new?person=${id}`}>Somebody got in touch</a>,
          <a href={`/people/${id}/details`}>Their name, phone or address changed</a>,
          <a href={`/people/${id}/entitled`}>They ask what they are entitled to</a>,
          <a href={`/people/${id}/conversation-3`}>Begin building a good life</a>,
          <a href={`/people/${id}/death`}>They have died</a>,
        ]}
      />
    </Aside>
  );
}

function List({ items }: { items: readonly ComponentChildren[] }) {
  return (
    <ul class="app-plain-list">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
