import type { Address, CodesTo } from '../../access/own-page/codes-to.store.ts';
import { addressToRead } from '../../access/own-page/own-address.ts';
import type { WayChanged } from '../../access/own-page/way-changed.store.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked as askedFor, cameBack, errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import { wayChangedIn } from './way-changed.ts';

export interface CodesValue extends CodesTo {
  isOpen: boolean;
  changed: WayChanged[];
}

interface PartProps {
  own: Own;
  frame: Frame;
  again: Again | undefined;
}

/** Where my codes go: where they go now, another place for them, and what was changed before. */
export function CodesPage(value: CodesValue & { own: Own }, frame: Frame, again?: Again) {
  const { own, isOpen, now, asked, changed } = value;
  const { codes, say, wishes } = own.words;
  return (
    <OwnPage own={own} place="wishes" heading={codes.heading} frame={frame} again={again}>
      <p>{codes.intro}</p>
      {isOpen ? (
        <>
          <p>{now ? codes[now.by](addressToRead(now.to)) : codes.none}</p>
          {asked ? (
            <>
              <CodeSent {...{ own, frame, again, asked }} />
              <Details summary={codes.change} open={cameBack(again, 'number') !== undefined}>
                <Another {...{ own, now, frame, again }} isFirst={false} />
              </Details>
            </>
          ) : (
            <>
              <h2>{codes.change}</h2>
              <Another {...{ own, now, frame, again }} isFirst={true} />
            </>
          )}
        </>
      ) : (
        <p>{wishes.notOpen}</p>
      )}
      <Changed own={own} changed={changed} />
      <p>
        <a href={`${own.base}/wishes`}>{say.back}</a>
      </p>
    </OwnPage>
  );
}

/** A form of this page alone: at a worker's door it is done sitting together, and no other way. */
function TogetherForm({ own, ...form }: Parameters<typeof Form>[0] & { own: Own }) {
  return <Form {...form} action={`${own.base}/wishes/codes${form.action}`} />;
}

function CodeSent({ own, frame, again, asked }: PartProps & { asked: Address }) {
  const { codes } = own.words;
  const typed = cameBack(again, 'code');
  return (
    <TogetherForm own={own} action="/sent" frame={frame}>
      <p>
        <b>{codes.asked(addressToRead(asked.to))}</b>
      </p>
      <Input
        {...askedFor(typed, 'code')}
        label={codes.code}
        hint={codes.codeHint}
        autocomplete="one-time-code"
        spellcheck={false}
        class="govuk-input--width-10"
      />
      <Button preventDoubleClick>{codes.useCode}</Button>
    </TogetherForm>
  );
}

interface AnotherProps extends PartProps {
  now: Address | null;
  /** Whether it is what the page is for, with no code waiting to be typed. */
  isFirst: boolean;
}

function Another({ own, now, frame, again: came, isFirst }: AnotherProps) {
  const { codes } = own.words;
  const again = cameBack(came, 'number');
  const isTogether = own.togetherWith !== null;
  return (
    <>
      <p>{codes.think}</p>
      <p>
        {isTogether ? codes.proofTogether : codes.proof} {now ? codes.old : null}
      </p>
      <TogetherForm own={own} action="" frame={frame}>
        <Where {...{ own, again }} />
        <Input
          name="number"
          error={errorOf(again, 'number')}
          label={codes.number}
          hint={isTogether ? codes.numberTogether : codes.numberHint}
          type="password"
          inputmode="numeric"
          autocomplete="off"
          class="govuk-input--width-10"
        />
        {isTogether ? (
          <p>
            <a href={`/people/${own.personId}/own-page`}>{codes.forgotten}</a>
          </p>
        ) : null}
        <Button class={isFirst ? undefined : 'govuk-button--secondary'} preventDoubleClick>
          {codes.save}
        </Button>
      </TogetherForm>
    </>
  );
}

function Where({ own: { words }, again }: Pick<PartProps, 'own' | 'again'>) {
  const { codes } = words;
  return (
    <Radios
      name="way"
      legend={codes.where}
      value={valueOf(again, 'way')}
      error={errorOf(again, 'way')}
      items={[
        {
          value: 'text',
          label: codes.way.text,
          conditional: (
            <Input {...askedFor(again, 'mobile')} label={codes.mobile} type="tel" autocomplete="off" />
          ),
        },
        {
          value: 'email',
          label: codes.way.email,
          conditional: (
            <Input {...askedFor(again, 'email')} label={codes.address} type="email" autocomplete="off" />
          ),
        },
        { value: 'none', label: codes.way.none },
      ]}
    />
  );
}

function Changed({ own, changed }: { own: Own; changed: readonly WayChanged[] }) {
  if (!changed.length) return null;
  const { codes } = own.words;
  return (
    <>
      <h2>{codes.history}</h2>
      <ul>
        {changed.map((one) => (
          <li>{wayChangedIn(own.words, one)}</li>
        ))}
      </ul>
      <p>{codes.notYou}</p>
    </>
  );
}
