import type { Again } from '../../platform/http/routes.ts';
import { asked, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';
import { formats, type WishesKept } from './wishes.ts';

export interface WishesValue {
  wishes: WishesKept;
  /** Whether there is a page to shut. */
  isOpen: boolean;
}

interface Asking {
  own: Own;
  wishes: WishesKept;
  again: Again | undefined;
}

/** How to reach me: the ways, the times, what not to do, whom not to tell, and how to write to me. */
export function WishesPage({ own, wishes, isOpen }: WishesValue & { own: Own }, frame: Frame, again?: Again) {
  const { words } = own;
  const asking = { own, wishes, again };
  return (
    <OwnPage own={own} place="wishes" frame={frame} again={again}>
      <p>{words.wishes.intro}</p>
      <p class="app-soft">
        {wishes.since ? words.wishes.since(words.dates.day(wishes.since)) : words.wishes.never}
      </p>
      <OwnForm own={own} again={again} frame={frame} action="/wishes" version={wishes.version}>
        <Ways {...asking} />
        <Times {...asking} />
        <WhatNot {...asking} />
        <Checkboxes
          name="formats"
          legend={words.wishes.formats}
          values={valuesOf(again, 'formats', wishes.formats)}
          items={formats.map((value) => ({ value, label: words.wishes.format[value] }))}
        />
        <Button preventDoubleClick>{words.wishes.save}</Button>
      </OwnForm>
      {isOpen ? (
        <>
          <p>
            <a href={`${own.base}/wishes/codes`}>{words.codes.heading}</a>
          </p>
          <p>
            <a href={`${own.base}/shut`}>{words.wishes.shut}</a>
          </p>
        </>
      ) : null}
      {own.togetherWith ? null : (
        <p>
          <a href="/my/ways-in">{words.waysIn.heading}</a>
        </p>
      )}
    </OwnPage>
  );
}

function Ways({ own: { words }, wishes, again }: Asking) {
  const { way } = words.wishes;
  const may = { ring: wishes.mayRing, text: wishes.mayText, email: wishes.mayEmail, post: wishes.mayPost };
  const ways = ['ring', 'text', 'email', 'post'] as const;
  const begins = ways.filter((one) => may[one]);
  return (
    <>
      <Checkboxes
        name="ways"
        legend={words.wishes.ways}
        values={valuesOf(again, 'ways', begins)}
        items={ways.map((value) => ({ value, label: way[value] }))}
      />
      <Input
        {...asked(again, 'phone', wishes.phone)}
        label={words.wishes.phone}
        type="tel"
        autoComplete="tel"
      />
      <Input
        {...asked(again, 'email', wishes.email)}
        label={words.wishes.email}
        type="email"
        autoComplete="email"
      />
    </>
  );
}

function Times({ own: { words }, wishes, again }: Asking) {
  const { days, ...say } = words.wishes;
  return (
    <>
      <Input {...asked(again, 'bestTimes', wishes.bestTimes)} label={say.best} hint={say.bestHint} />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend">{say.quiet}</legend>
        <Input
          {...asked(again, 'notBefore', wishes.notBefore)}
          label={say.notBefore}
          hint={say.timeHint}
          class="govuk-input--width-10"
        />
        <Input
          {...asked(again, 'notAfter', wishes.notAfter)}
          label={say.notAfter}
          class="govuk-input--width-10"
        />
      </fieldset>
      <Checkboxes
        name="notDays"
        legend={say.notDays}
        values={valuesOf(again, 'notDays', wishes.notDays.map(String))}
        items={days.map((label, index) => ({ value: String(index + 1), label }))}
      />
    </>
  );
}

function WhatNot({ own: { words }, wishes, again }: Asking) {
  const say = words.wishes;
  return (
    <>
      <Textarea
        {...asked(again, 'pleaseDoNot', wishes.pleaseDoNot)}
        label={say.doNot}
        hint={say.doNotHint}
        rows={3}
      />
      <Textarea {...asked(again, 'sayNothingOf', wishes.sayNothingOf)} label={say.nothingOf} rows={2} />
      <Textarea
        {...asked(again, 'notToBeTold', wishes.notToBeTold)}
        label={say.notTold}
        hint={say.notToldHint}
        rows={2}
      />
    </>
  );
}

/** Shutting one's own page: their choice, and their support goes on. */
export function ShutPage({ own, isOpen }: { own: Own; isOpen: boolean }, frame: Frame, again?: Again) {
  const { wishes } = own.words;
  return (
    <OwnPage own={own} place="wishes" heading={wishes.shut} frame={frame} again={again}>
      {isOpen ? (
        <>
          {wishes.shutMeans.map((sentence) => (
            <p>{sentence}</p>
          ))}
          <OwnForm own={own} again={again} frame={frame} action="/shut">
            <Button preventDoubleClick>{wishes.shutButton}</Button>
          </OwnForm>
        </>
      ) : (
        <p>{wishes.notOpen}</p>
      )}
      <p>
        <a href={`${own.base}/wishes`}>{own.words.say.back}</a>
      </p>
    </OwnPage>
  );
}
