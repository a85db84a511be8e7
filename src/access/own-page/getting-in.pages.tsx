import type { Again } from '../../platform/http/routes.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Page } from '../../platform/ui/page.tsx';
import type { DoorLanguage, DoorWords } from './door-words.ts';

export interface GettingInProps {
  council: string;
  slug: string;
  /** The way in of a link or a square; it is sent with the number, and opens nothing by itself. */
  token: string | null;
  isSent: boolean;
  /** They have just signed out. */
  isOut: boolean;
  /** Whether the council has a sign-in of its own for residents. */
  hasProvider: boolean;
  /** Where the council answers; null when it has not said. */
  phone: string | null;
  /** What is said here, and what else it could be said in. */
  language: DoorLanguage;
  languages: readonly DoorLanguage[];
  frame: Frame;
  again?: Again | undefined;
}

/** The door to somebody's own page. It looks the same whoever comes, and whatever was wrong. */
export function GettingInPage(props: GettingInProps) {
  const { council, slug, token, isSent, isOut, hasProvider, phone, frame, again } = props;
  const words = props.language.door;
  return (
    <Page title={words.heading} frame={frame} again={again}>
      <Others {...props} />
      <h1>{words.heading}</h1>
      <p>{words.intro(council)}</p>
      {isOut ? <InsetText>{words.out}</InsetText> : null}
      {isSent ? <InsetText>{words.sent.join(' ')}</InsetText> : null}
      <Form action={`/at/${slug}/me`} frame={frame}>
        {token ? (
          <>
            <input type="hidden" name="typed" value={token} />
            <p>
              {words.linkHere} <a href={`/at/${slug}/me?type`}>{words.typeInstead}</a>
            </p>
          </>
        ) : (
          <Input {...asked(again, 'typed')} label={words.code} autocomplete="off" spellcheck={false} />
        )}
        <Input
          {...asked(again, 'number')}
          label={words.number}
          hint={words.numberHint}
          type="password"
          inputmode="numeric"
          autocomplete="off"
        />
        <Button preventDoubleClick>{words.open}</Button>
      </Form>
      <WithKey slug={slug} frame={frame} words={words} />
      {hasProvider ? (
        <p>
          <a href={`/at/${slug}/me/sign-in`}>{words.signIn(council)}</a>
        </p>
      ) : null}
      <AskForMessage {...{ slug, frame, again, words }} />
      <WhenItDoesNot phone={phone} words={words} />
    </Page>
  );
}

/** For whoever has lost the letter, forgotten the number or had enough: what to do next, and that nothing hangs on it. */
function WhenItDoesNot({ phone, words }: Pick<GettingInProps, 'phone'> & { words: DoorWords }) {
  const ring = phone ? (
    <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{words.ringOn(phone)}</a>
  ) : (
    words.ring
  );
  return (
    <>
      <h2>{words.ifNot}</h2>
      <ul>
        {words.ifNotMeans.map((sentence) => (
          <li>{sentence}</li>
        ))}
        <li>
          {words.lost} {ring}. {words.newOne}
        </li>
      </ul>
      <p>
        {words.noneNeeded} {ring}, {words.orCome}
      </p>
    </>
  );
}

/** The same door in another language, where there is one. */
function Others({ languages, language, slug }: GettingInProps) {
  const others = languages.filter(({ name }) => name !== language.name);
  return others.map(({ name, said: { lang } }) => (
    <p>
      <a href={`/at/${slug}/me?in=${encodeURIComponent(lang)}`} lang={lang} hreflang={lang}>
        {name}
      </a>
    </p>
  ));
}

/** Shown by a script, where the browser has keys; it is sent only with what a key signed. */
function WithKey({ slug, frame, words }: { slug: string; frame: Frame; words: DoorWords }) {
  return (
    <div hidden data-key={`/at/${slug}/me/key/asked`} data-key-failed={words.keyFailed}>
      <Form action={`/at/${slug}/me/key`} frame={frame}>
        <input type="hidden" name="answer" value="" />
        <Button class="govuk-button--secondary">{words.openWithKey}</Button>
      </Form>
    </div>
  );
}

function AskForMessage({
  slug,
  frame,
  again,
  words,
}: Pick<GettingInProps, 'slug' | 'frame' | 'again'> & { words: DoorWords }) {
  return (
    <Details summary={words.noLetter} open={again && 'to' in again.typed}>
      <Form action={`/at/${slug}/me/message`} frame={frame}>
        <Input
          {...asked(again, 'to')}
          label={words.to}
          hint={words.toHint}
          autocomplete="off"
          spellcheck={false}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          {words.send}
        </Button>
      </Form>
    </Details>
  );
}
