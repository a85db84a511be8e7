import { dayOf } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { OwnPage } from '../frame/own-page.tsx';
import type { WaysIn } from './ways-in.store.ts';

const at = '/my/ways-in';

/** How I come in, and where my page is open now. For the person alone: nobody does this for them. */
export function WaysInPage(value: WaysIn, frame: Frame, again?: Again) {
  const { own } = value;
  const { waysIn } = own.words;
  return (
    <OwnPage own={own} place="wishes" heading={waysIn.heading} frame={frame} again={again}>
      <p>{waysIn.intro}</p>
      <OpenNow {...{ value, frame }} />
      <Keys {...{ value, frame, again }} />
      <SignIn {...{ value, frame }} />
      <NewNumber {...{ value, frame, again }} />
      <p>{waysIn.ring}</p>
    </OwnPage>
  );
}

interface PartProps {
  value: WaysIn;
  frame: Frame;
  again?: Again | undefined;
}

function OpenNow({ value: { own, sessions }, frame }: PartProps) {
  const { waysIn } = own.words;
  const others = sessions.filter(({ isHere }) => !isHere);
  return (
    <>
      <h2>{waysIn.openNow}</h2>
      <ul>
        {sessions.map(({ isHere, beganAt, seenAt }) => (
          <li>
            {isHere
              ? waysIn.here(own.words.dates.moment(beganAt))
              : waysIn.elsewhere(own.words.dates.moment(seenAt))}
          </li>
        ))}
      </ul>
      {others.length ? (
        <Form action={`${at}/others`} frame={frame}>
          <p>{waysIn.notYou}</p>
          <Button class="govuk-button--secondary">{waysIn.endOthers}</Button>
        </Form>
      ) : (
        <p>{waysIn.onlyHere}</p>
      )}
    </>
  );
}

function Keys({ value: { own, keys, isFresh }, frame, again }: PartProps) {
  const { waysIn } = own.words;
  return (
    <>
      <h2>{waysIn.keys}</h2>
      {waysIn.keysMean.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {keys.length ? null : <p>{waysIn.noKeys}</p>}
      {keys.map(({ keyId, name, madeAt, usedAt }) => (
        <Form action={`${at}/keys/${keyId}/end`} frame={frame}>
          <p>
            {waysIn.key(name, own.words.dates.day(dayOf(madeAt)), usedAt && own.words.dates.moment(usedAt))}
          </p>
          <Button class="govuk-button--secondary">
            {waysIn.endKey}
            <span class="govuk-visually-hidden">: {name}</span>
          </Button>
        </Form>
      ))}
      {isFresh ? (
        <div hidden data-key={`${at}/keys/asked`} data-key-makes data-key-failed={waysIn.keyFailed}>
          <Form action={`${at}/keys`} frame={frame}>
            <input type="hidden" name="answer" value="" />
            <Input
              {...asked(again, 'name')}
              label={waysIn.keyName}
              hint={waysIn.keyNameHint}
              autocomplete="off"
            />
            <Button>{waysIn.makeKey}</Button>
          </Form>
        </div>
      ) : (
        <InsetText>{waysIn.comeInAgain}</InsetText>
      )}
    </>
  );
}

function SignIn({ value: { own, signIn, isFresh }, frame }: PartProps) {
  if (!signIn) return null;
  const { waysIn } = own.words;
  return (
    <>
      <h2>{waysIn.signIn(signIn.council)}</h2>
      <p>{signIn.isJoined ? waysIn.isJoined(signIn.council) : waysIn.signInMeans(signIn.council)}</p>
      {signIn.isJoined ? (
        <Form action={`${at}/sign-in/end`} frame={frame}>
          <Button class="govuk-button--secondary">{waysIn.endJoin}</Button>
        </Form>
      ) : isFresh ? (
        <Form action={`${at}/sign-in`} frame={frame}>
          <Button class="govuk-button--secondary">{waysIn.join}</Button>
        </Form>
      ) : (
        <InsetText>{waysIn.comeInAgain}</InsetText>
      )}
    </>
  );
}

function NewNumber({ value: { own }, frame, again }: PartProps) {
  const { waysIn } = own.words;
  const figures = {
    type: 'password',
    inputmode: 'numeric',
    autocomplete: 'off',
    class: 'govuk-input--width-10',
  } as const;
  return (
    <>
      <h2>{waysIn.number}</h2>
      <p>{waysIn.numberMeans}</p>
      <Form action={`${at}/number`} frame={frame}>
        <Input name="old" error={errorOf(again, 'old')} label={waysIn.oldNumber} {...figures} />
        <Input
          {...{ name: 'number', error: errorOf(again, 'number') }}
          label={waysIn.newNumber}
          hint={waysIn.newNumberHint}
          {...figures}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          {waysIn.changeNumber}
        </Button>
      </Form>
    </>
  );
}
