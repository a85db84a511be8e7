import { QrCode } from '../../../access/links/qr-view.tsx';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { Paged, When } from '../../../platform/ui/telling.tsx';
import { ShortAddress } from '../../public/short-address-view.tsx';
import type { AskedBefore, CardToPrint, Steward } from './keeping.store.ts';
import type { OutboxLine } from './outbox.store.ts';
import type { WayKept } from './ways.store.ts';

const Back = () => <BackLink href="/community/asking">Is it still right?</BackLink>;

export interface CardsValue {
  cards: CardToPrint[];
  total: number;
}

/** Cards to print and post. Printing sends nothing: the button says that they are in the post. */
export function CardsPage({ cards, total }: CardsValue, frame: Frame) {
  return (
    <Page title="Cards to post" frame={frame} section="Community">
      <Back />
      <h1>Cards to post</h1>
      <p>
        {total === 0
          ? 'No card waits to be posted.'
          : `${total} to print and post. These are the first ${cards.length}.`}
      </p>
      {cards.length ? (
        <Form action="/community/asking/cards/posted" frame={frame}>
          {cards.map(({ togetherId }) => (
            <input key={togetherId} type="hidden" name="card" value={togetherId} />
          ))}
          <Button>These {cards.length} are in the post</Button>
        </Form>
      ) : null}
      {cards.map((card) => (
        <OneCard key={card.togetherId} card={card} frame={frame} />
      ))}
    </Page>
  );
}

function OneCard({ card: { to, who, listings, isAgain }, frame }: { card: CardToPrint; frame: Frame }) {
  return (
    <article class="app-entry app-copy">
      <p>
        {who ? (
          <>
            {who}
            <br />
          </>
        ) : null}
        {to.split('\n').map((line) => (
          <>
            {line}
            <br />
          </>
        ))}
      </p>
      <h2>{isAgain ? 'We ask once more: is this still right?' : 'Is this still right?'}</h2>
      <p>
        {frame.councilName} tells people nearby about you. Open this, and press “Yes, it is still right”. You
        can also change it, or say that you are full, paused or stopped.
      </p>
      {listings.map(({ name, code }) => {
        const address = `${frame.origin ?? ''}/g/${code}`;
        return (
          <div key={code}>
            <h3>{name}</h3>
            <QrCode address={address} label={`The page of ${name}`} />
            <p>
              Or type: <ShortAddress address={address} />
            </p>
          </div>
        );
      })}
    </article>
  );
}

export interface OutboxValue {
  letters: OutboxLine[];
  page: number;
  pages: number;
}

/** Letters by e-mail: those that wait, those that went, and what went wrong. */
export function OutboxPage({ letters, page, pages }: OutboxValue, frame: Frame) {
  return (
    <Page title="Messages that went out" frame={frame} section="Community">
      <Back />
      <h1>Messages that went out</h1>
      {letters.length ? null : <p>None yet.</p>}
      <Paged page={page} pages={pages} href={(to) => `/community/asking/outbox?page=${to}`}>
        {letters.map((letter) => (
          <article class="app-entry" key={letter.mailId}>
            <h2>{letter.subject}</h2>
            <p class="app-when">
              To {letter.to}, written <When at={letter.madeAt} />. {howItWent(letter)}
            </p>
            {letter.words ? <pre class="app-letter">{letter.words}</pre> : null}
          </article>
        ))}
      </Paged>
    </Page>
  );
}

function howItWent({ sentAt, givenUpAt, problem, tries }: OutboxLine): string {
  if (sentAt) return `Sent ${longDate(sentAt)}.`;
  if (givenUpAt) return `Given up ${longDate(givenUpAt)}: ${problem}.`;
  return tries ? `Tried ${tries} times: ${problem}. It is tried again.` : 'Waits to be sent.';
}

export interface StewardsValue {
  stewards: Steward[];
  accounts: { accountId: string; name: string }[];
}

/** Who looks after which district: they ring when messages go unanswered. */
export function StewardsPage({ stewards, accounts }: StewardsValue, frame: Frame, again?: Again) {
  return (
    <Page title="Who looks after which district" frame={frame} section="Community" again={again}>
      <Back />
      <h1>Who looks after which district</h1>
      <p>They ring when a group does not answer. Where nobody is named, whoever keeps the directory does.</p>
      <ul>
        {stewards.map(({ district, name }) => (
          <li key={district}>
            {district}: {name}
          </li>
        ))}
      </ul>
      <Form action="/community/asking/stewards" frame={frame}>
        <Input {...asked(again, 'district')} label="First half of the postcode" hint="Such as ZZ1" />
        <StewardChoice again={again} accounts={accounts} begins={null} />
        <Button>Save</Button>
      </Form>
    </Page>
  );
}

function StewardChoice(props: {
  again: Again | undefined;
  accounts: StewardsValue['accounts'];
  begins: string | null;
}) {
  return (
    <Select
      {...asked(props.again, 'steward', props.begins)}
      label="Who looks after it"
      items={[
        { value: '', text: 'Nobody by name' },
        ...props.accounts.map(({ accountId, name }) => ({ value: accountId, text: name })),
      ]}
    />
  );
}

export interface WayValue {
  listingId: string;
  name: string;
  way: WayKept;
  accounts: StewardsValue['accounts'];
  askedBefore: AskedBefore[];
  /** When it is asked next, in words. */
  next: string;
}

const ways = [
  { value: '', text: 'Nobody knows yet: a steward finds out' },
  { value: 'e-mail', text: 'E-mail' },
  { value: 'post', text: 'A card by post' },
  { value: 'phone', text: 'Telephone' },
];

/** How one group is asked whether it is still right, by whom, and what was asked before. */
export function WayPage(value: WayValue, frame: Frame, again?: Again) {
  const { listingId, name, way, accounts, askedBefore, next } = value;
  return (
    <Page title="How to ask a group" frame={frame} section="Community" again={again}>
      <BackLink href={`/community/${listingId}`}>{name}</BackLink>
      <h1>How to ask {name} whether it is still right</h1>
      <p>{next}</p>
      <Form action={`/community/${listingId}/asking`} frame={frame} version={way.version}>
        <Select {...asked(again, 'way', way.way)} label="How they like to be asked" items={ways} />
        <Textarea
          {...asked(again, 'askTo', way.askTo)}
          label="Where"
          hint="The e-mail address, the telephone number, or the postal address in lines"
          rows={3}
        />
        <Input {...asked(again, 'who', way.who)} label="Whom to ask for, if they said" />
        <StewardChoice again={again} accounts={accounts} begins={way.stewardId} />
        <Button>Save</Button>
      </Form>
      <h2>What was asked</h2>
      {askedBefore.length ? null : <p>Nothing yet.</p>}
      <ul>
        {askedBefore.map((one) => (
          <li key={`${one.askedOn}${one.nth}`}>{askedInWords(one)}</li>
        ))}
      </ul>
    </Page>
  );
}

function askedInWords({ nth, way, askedOn, answer, answeredOn, answeredBy }: AskedBefore): string {
  const what =
    nth === 4 ? 'Told that it is hidden' : nth === 2 ? 'Asked again' : way === 'phone' ? 'To ring' : 'Asked';
  const how = way === 'phone' ? '' : ` by ${way}`;
  if (answer === null || answeredOn === null) return `${what}${how} ${longDate(askedOn)}. No answer yet.`;
  if (nth === 4) return `${what}${how} ${longDate(askedOn)}.`;
  const said =
    answer === 'silence' ? 'nobody answered' : `${answer}, said ${answeredBy}, ${longDate(answeredOn)}`;
  return `${what}${how} ${longDate(askedOn)}: ${said}.`;
}
