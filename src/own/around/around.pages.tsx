import { AroundPicture } from '../../people/around/around-picture.tsx';
import { howOften, type PersonNear } from '../../people/around/near.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked, valueOf, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';

/**
 * My people: the list first, then the same as a picture. What somebody must not be told is on neither, for they may be
 * the one who looks over a shoulder or hears it read aloud: it stands where it is written, and on staff’s pages.
 */
export function AroundPage({ own, people }: { own: Own; people: PersonNear[] }, frame: Frame) {
  const { around } = own.words;
  return (
    <OwnPage own={own} place="around" frame={frame}>
      <p>{people.length ? around.intro : around.nobody}</p>
      <ul class="app-plain-list" id="people">
        {people.map((one) => (
          <OnePerson own={own} one={one} />
        ))}
      </ul>
      <p>
        <Button href={`${own.base}/around/add`}>{around.add}</Button>
      </p>
      {people.length ? (
        <>
          <h2>{around.picture}</h2>
          <AroundPicture
            people={people.map((one) => ({ ...one, mustNotKnow: null }))}
            words={around}
            listId="people"
          />
        </>
      ) : null}
    </OwnPage>
  );
}

function OnePerson({ own: { words, base }, one }: { own: Own; one: PersonNear }) {
  const { around } = words;
  const links: [string, string][] = [
    [`${base}/around/${one.id}`, around.change],
    [`${base}/say/around/${one.id}`, around.wrong],
    [`${base}/share/around/${one.id}`, around.share],
    [`${base}/around/${one.id}/gone`, around.gone],
  ];
  return (
    <li>
      <b>{one.name}</b>, {one.relation}
      {one.howOften ? `. ${around.often[one.howOften]}.` : '.'}
      {one.isRungFirst ? <p>{around.ringFirst}</p> : null}
      {one.phone ? (
        <p>
          <a href={`tel:${one.phone.replaceAll(/[^\d+]/g, '')}`}>{around.phone(one.phone)}</a>
        </p>
      ) : null}
      {one.isCarer ? <p>{around.carer}</p> : null}
      {one.gives ? <p>{one.gives}</p> : null}
      <p class="app-line-actions">
        {links.map(([href, text]) => (
          <a href={href}>
            {text}
            <span class="govuk-visually-hidden">{around.about(one.name)}</span>
          </a>
        ))}
      </p>
    </li>
  );
}

export function AddAroundPage({ own }: { own: Own }, frame: Frame, again?: Again) {
  const { around } = own.words;
  return (
    <OwnPage own={own} place="around" heading={around.add} frame={frame} again={again}>
      <BackLink href={`${own.base}/around`}>{around.back}</BackLink>
      <OwnForm own={own} again={again} action="/around/add" frame={frame}>
        <Input {...asked(again, 'name')} label={around.name} autoComplete="off" />
        <Input {...asked(again, 'relation')} label={around.relation} hint={around.relationHint} />
        <Input {...asked(again, 'phone')} label={around.phoneAsked} type="tel" />
        <Textarea {...asked(again, 'gives')} label={around.gives} rows={3} />
        <HowNear own={own} again={again} one={null} />
        <Button>{around.save}</Button>
      </OwnForm>
    </OwnPage>
  );
}

export function NearPage({ own, one }: { own: Own; one: PersonNear }, frame: Frame, again?: Again) {
  const { around } = own.words;
  return (
    <OwnPage own={own} place="around" heading={around.change} frame={frame} again={again}>
      <BackLink href={`${own.base}/around`}>{around.back}</BackLink>
      <p>
        <b>{one.name}</b>, {one.relation}
      </p>
      <OwnForm own={own} again={again} action={`/around/${one.id}`} frame={frame}>
        <HowNear own={own} again={again} one={one} />
        <Button>{around.save}</Button>
      </OwnForm>
    </OwnPage>
  );
}

function HowNear({ own, again, one }: { own: Own; again: Again | undefined; one: PersonNear | null }) {
  const { around } = own.words;
  return (
    <>
      <Radios
        name="howOften"
        legend={around.howOften}
        value={valueOf(again, 'howOften', one?.howOften ?? '')}
        items={[
          ...howOften.map((value) => ({ value, label: around.often[value] })),
          { value: '', label: around.notSaid },
        ]}
      />
      <Checkboxes
        name="isRungFirst"
        items={[{ value: 'yes', label: around.ring }]}
        values={valuesOf(again, 'isRungFirst', one?.isRungFirst ? ['yes'] : [])}
      />
      <Textarea
        {...asked(again, 'mustNotKnow', one?.mustNotKnow)}
        label={around.mustNotKnowAsked}
        hint={around.mustNotKnowHint}
        rows={2}
      />
    </>
  );
}

export function GonePage({ own, one }: { own: Own; one: PersonNear }, frame: Frame, again?: Again) {
  const { around } = own.words;
  return (
    <OwnPage own={own} place="around" heading={around.goneHeading} frame={frame} again={again}>
      <BackLink href={`${own.base}/around`}>{around.back}</BackLink>
      <p>
        <b>{one.name}</b>, {one.relation}. {around.goneKept}
      </p>
      <OwnForm own={own} again={again} action={`/around/${one.id}/gone`} frame={frame}>
        <Textarea {...asked(again, 'words')} label={around.goneAsk} hint={around.goneHint} rows={3} />
        <Button>{around.goneButton}</Button>
      </OwnForm>
    </OwnPage>
  );
}
