import type { ComponentChildren } from 'preact';
import type { Again } from '../../platform/http/routes.ts';
import { Form, type FormProps, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { ReadingChoice, ReadingTop } from '../reading/reading-bar.tsx';
import { saidIn } from '../words/languages.ts';
import { type Own, type WayToTell, waysToTell } from './own.ts';
import { type OwnPlace, placesOf } from './places.ts';

export type { OwnPlace };

export interface OwnPageProps {
  own: Own;
  /** Where this page is among the places; its words are the heading's unless `heading` says otherwise. */
  place: OwnPlace;
  heading?: string;
  frame: Frame;
  again?: Again | undefined;
  children: ComponentChildren;
}

/** A page of somebody's own: the same for them and for a worker beside them, with a way to leave it at once. */
export function OwnPage({ own, place, heading, frame, again, children }: OwnPageProps) {
  const { words } = own;
  // Whoever reads it beside them is at work: what stands around it is the house's.
  const said = own.togetherWith ? frame.said : saidIn(words);
  return (
    <Page
      title={heading ?? words.frame.places[place]}
      frame={{ ...frame, exit: true, said }}
      again={again}
      section={said.links['/my'] ?? words.frame.mine}
    >
      <div class={classOf(own.reading)} lang={words.frame.lang}>
        {own.togetherWith ? <InsetText>{words.frame.together(own.name)}</InsetText> : null}
        <h1>{heading ?? words.frame.places[place]}</h1>
        <ReadingTop own={own} frame={frame} />
        {children}
        <OwnPlaces own={own} here={place} heading={heading} />
        <ReadingChoice own={own} place={place} frame={frame} />
      </div>
    </Page>
  );
}

function classOf({ size, isEasyRead }: Own['reading']): string {
  return ['app-own', size === 'normal' ? '' : `app-own-${size}`, isEasyRead ? 'app-own-easy' : '']
    .filter(Boolean)
    .join(' ');
}

/** The other places, at the foot: on a telephone what the page says comes first. */
function OwnPlaces({ own, here, heading }: { own: Own; here: OwnPlace; heading: string | undefined }) {
  const { message, entitled, paper } = own.words;
  const others = [
    { path: '/message', heading: message.heading, text: message.heading },
    { path: '/entitled', heading: entitled.heading, text: entitled.heading },
    { path: '/paper', heading: paper.heading, text: paper.link },
  ];
  // A page of its own is itself the current one; any other with a heading stands within its place.
  const isOther = others.some((one) => one.heading === heading);
  const current = (isHere: boolean) => (isHere ? (heading && !isOther ? 'true' : 'page') : undefined);
  return (
    <nav class="app-own-places" aria-label={own.words.frame.pages}>
      <ul>
        {placesOf(own.isCarer).map(({ place, path }) => (
          <li>
            <a href={`${own.base}${path}`} aria-current={current(!isOther && place === here)}>
              {own.words.frame.places[place]}
            </a>
          </li>
        ))}
        {others.map(({ path, text, heading: its }) => (
          <li>
            <a href={`${own.base}${path}`} aria-current={current(its === heading)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A form on somebody's own page; to a worker who writes for them it also asks how they were told. */
export function OwnForm({
  own,
  again,
  action,
  told = 'together',
  children,
  ...rest
}: Omit<FormProps, 'action'> & {
  own: Own;
  again?: Again | undefined;
  action: string;
  /** How they most likely told us, coming from where the worker comes. */
  told?: WayToTell | undefined;
}) {
  const { words } = own;
  return (
    <Form action={`${own.base}${action}`} {...rest}>
      {own.togetherWith ? (
        <Radios
          name="told"
          legend={words.frame.howTold}
          value={valueOf(again, 'told', told)}
          items={waysToTell.map((value) => ({ value, label: words.frame.told[value] }))}
        />
      ) : null}
      {children}
    </Form>
  );
}
