import type { Section } from '../../people/about-me/about-me.ts';
import { type Side, sides } from '../../people/carers/willing.ts';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';
import type { CaringValue } from './caring.store.ts';
import type { OneThing } from './caring.ts';

/** A carer's own life: what they do, what they can, what a break would be. Nothing of anybody else's record. */
export function CaringPage({ own, caresFor, sections }: CaringValue & { own: Own }, frame: Frame) {
  const { words, base } = own;
  const { caring } = words;
  return (
    <OwnPage own={own} place="caring" frame={frame}>
      <p>
        {own.isCarer ? caring.intro : caring.notYet} {caring.apart}
      </p>
      {caresFor.map((one) => (
        <section>
          <h2>{caring.forWhom(one.name)}</h2>
          {one.things.length ? (
            <Things own={own} things={one.things} whom={one.personId} />
          ) : (
            <p>{caring.noneSaid}</p>
          )}
        </section>
      ))}
      {caresFor.length ? (
        <p>
          <Button href={`${base}/caring/can`}>{caring.say}</Button>
        </p>
      ) : (
        <p>{caring.notNamed}</p>
      )}
      {sections.map((section) => (
        <Words own={own} section={section} />
      ))}
      <h2>{caring.ownRight}</h2>
      <p>
        {caring.right} {caring.rightAlways}
      </p>
      <p>
        <a href={`${base}/entitled`}>{caring.ask}</a>
      </p>
      <h2>{caring.sharedHeading}</h2>
      <p>{caring.shared}</p>
      {own.togetherWith ? null : (
        <p>
          <a href={`${base}/shared-with-me`}>{caring.seeShared}</a>
        </p>
      )}
    </OwnPage>
  );
}

function Things({ own, things, whom }: { own: Own; things: OneThing[]; whom: string }) {
  const { words, base } = own;
  const { caring, dates } = words;
  const last = (said: OneThing['said'], side: Side): string => {
    const one = said[side];
    return one ? caring.on(caring.side[side][one.answer], dates.day(one.saidOn)) : caring.notAsked[side];
  };
  return (
    <ul class="app-plain-list">
      {things.map(({ thing, said }) => (
        <li>
          <b>{thing}</b>
          {sides.map((side) => (
            <>
              <p>{last(said, side)}.</p>
              <Line own={own} id={said[side]?.id} about={`${thing}, ${last(said, side)}`} />
            </>
          ))}
          {[...new Set([said.willing?.words, said.able?.words])].map((spoken) =>
            spoken ? <blockquote class="app-own-words">{spoken}</blockquote> : null,
          )}
          <p>
            <a href={`${base}/caring/can?whom=${whom}&thing=${encodeURIComponent(thing)}`}>
              {caring.changeThis}
              <span class="govuk-visually-hidden">: {thing}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What can be done with one thing said: say something of it, or share it. */
function Line({ own: { words, base }, id, about }: { own: Own; id: string | undefined; about: string }) {
  if (!id) return null;
  return (
    <p class="app-line-actions">
      <a href={`${base}/say/caring/${id}`}>
        {words.talked.say}
        <span class="govuk-visually-hidden">: {about}</span>
      </a>
      <a href={`${base}/share/caring/${id}`}>
        {words.about.share}
        <span class="govuk-visually-hidden">: {about}</span>
      </a>
    </p>
  );
}

function Words({ own: { words, base }, section }: { own: Own; section: Section }) {
  const { about, dates } = words;
  const { key, heading, asks, now } = section;
  return (
    <section>
      <h2>{heading}</h2>
      {now ? (
        <>
          <blockquote class="app-own-words">{now.words}</blockquote>
          <p class="app-soft">
            {about.writtenOn(dates.day(now.saidOn))} {now.writtenBy ? about.wroteDown(now.writtenBy) : null}
          </p>
        </>
      ) : (
        <p class="app-soft">{asks}</p>
      )}
      <p>
        <a href={`${base}/caring/words/${key}`}>
          {now ? about.change : about.write}
          <span class="govuk-visually-hidden">: {heading}</span>
        </a>
      </p>
    </section>
  );
}

/** One heading about caring, to write or change. */
export function CaringWordsPage(
  { own, section }: { own: Own; section: Section },
  frame: Frame,
  again?: Again,
) {
  const { caring } = own.words;
  const hint = section.now ? `${caring.hint} ${caring.takeAway}` : caring.hint;
  return (
    <OwnPage own={own} place="caring" heading={section.heading} frame={frame} again={again}>
      <BackLink href={`${own.base}/caring`}>{caring.back}</BackLink>
      <p>{caring.apart}</p>
      <OwnForm own={own} again={again} action={`/caring/words/${section.key}`} frame={frame}>
        <input type="hidden" name="instead" value={section.now?.id ?? ''} />
        <Textarea {...asked(again, 'words', section.now?.words)} label={section.asks} hint={hint} rows={6} />
        <Button>{caring.save}</Button>
      </OwnForm>
    </OwnPage>
  );
}

interface CanValue extends CaringValue {
  own: Own;
  begins: { thing: string; whom: string | null };
  today: Day;
}

/** Wanting to and being able to, asked apart, about one thing. */
export function CanPage({ own, caresFor, begins, today }: CanValue, frame: Frame, again?: Again) {
  const { caring, dates } = own.words;
  const only = caresFor.length === 1 ? caresFor[0]?.personId : null;
  return (
    <OwnPage own={own} place="caring" heading={caring.canHeading} frame={frame} again={again}>
      <BackLink href={`${own.base}/caring`}>{caring.back}</BackLink>
      <p>
        {caring.canIntro} {caring.canLater}
      </p>
      {caresFor.length ? (
        <OwnForm own={own} again={again} action="/caring/can" frame={frame}>
          <Radios
            name="forPerson"
            legend={caring.whom}
            value={valueOf(again, 'forPerson', begins.whom ?? only ?? '')}
            error={errorOf(again, 'forPerson')}
            items={caresFor.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Input {...asked(again, 'thing', begins.thing)} label={caring.thing} hint={caring.thingHint} />
          {sides.map((side) => (
            <Radios
              name={side}
              legend={caring[side]}
              value={valueOf(again, side)}
              error={errorOf(again, side)}
              items={[
                { value: 'yes', label: caring.yes },
                { value: 'no', label: caring.no },
                { value: '', label: caring.leaveOut },
              ]}
            />
          ))}
          <Input
            {...asked(again, 'saidOn', dates.day(today))}
            label={caring.saidOn}
            hint={caring.saidOnHint}
          />
          <Textarea {...asked(again, 'words')} label={caring.words} hint={caring.wordsHint} rows={4} />
          <Button>{caring.save}</Button>
        </OwnForm>
      ) : (
        <p>{caring.notNamed}</p>
      )}
    </OwnPage>
  );
}
