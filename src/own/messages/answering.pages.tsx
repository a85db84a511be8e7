import { type FromThem, type Identity, nameFor, whatTheyDid } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { type Day, dayOf } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { agoInWords, longDate, momentOf } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { WishesKept } from '../wishes/wishes.ts';
import { WishesTold } from '../wishes/wishes-told.tsx';
import type { NotYetRead } from './from-them.store.ts';
import type { Message } from './messages.store.ts';

export interface AnsweringValue {
  identity: Identity;
  notRead: NotYetRead[];
  messages: Message[];
  theyReadAt: Date | null;
  wishes: WishesKept;
  /** Working days within which their page says we try to answer. */
  within: number;
  lateSince: Day | null;
  today: Day;
}

/** What somebody wrote and said at their own page, for whoever is alongside them: read it, and answer. */
export function AnsweringPage(value: AnsweringValue, frame: Frame, again?: Again) {
  const { identity, today, messages, wishes, within, lateSince } = value;
  const name = nameFor(identity);
  const at = `/people/${identity.personId}/messages`;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="now"
      title="Messages with a person"
      frame={frame}
      again={again}
    >
      <h2>From {name}</h2>
      <p>What {name} wrote to us and said at their own page. Anybody in the team may answer.</p>
      <p>
        Their page says that we try to answer in {within} working {within === 1 ? 'day' : 'days'}.{' '}
        {lateSince ? (
          <b>What they wrote on {longDate(lateSince)} has waited longer, and their page says we are sorry.</b>
        ) : null}
      </p>
      <NotRead value={value} frame={frame} />
      <Form action={at} frame={frame}>
        <Textarea
          {...asked(cameBack(again, 'words'), 'words')}
          label={`Write to ${name}`}
          hint={`It stands on ${name}’s own page. Tell them on paper or by phone when they have none.`}
          rows={5}
        />
        <Button preventDoubleClick>Send this</Button>
      </Form>
      <h2>How to reach {name}</h2>
      <WishesTold wishes={wishes} name={name} />
      <h2>What was written</h2>
      {messages.length ? null : <p>Nothing yet.</p>}
      {messages.map((one, index) => (
        <Written
          key={one.id}
          one={one}
          name={name}
          theyReadAt={messages.findIndex(({ side }) => side === 'us') === index ? value.theyReadAt : null}
        />
      ))}
    </PersonFrame>
  );
}

/** What waits: each in a line, and one press that says it was read. */
function NotRead({ value: { identity, notRead, today }, frame }: { value: AnsweringValue; frame: Frame }) {
  const name = nameFor(identity);
  if (!notRead.length) return <p>You have read everything {name} wrote.</p>;
  return (
    <Form action={`/people/${identity.personId}/messages/read`} frame={frame}>
      <ul class="app-plain-list">
        {notRead.map(({ id, what, words, at }) => (
          <li>
            <input type="hidden" name="things" value={id} />
            <b>
              {name} {whatTheyDid([what])}
            </b>
            , {agoInWords(dayOf(at), today)}: <q>{words}</q> {hints[what] ?? ''}
          </li>
        ))}
      </ul>
      <Button class="govuk-button--secondary" preventDoubleClick>
        I have read this
      </Button>
    </Form>
  );
}

const hints: Partial<Record<FromThem, string>> = {
  correction: 'Their words stand beside ours in the story.',
  disagree: 'Talk it over with them. If it is about the plan, they can challenge it at any time.',
  'not-now': 'Ask them when would be better.',
};

const howTold = {
  themselves: '',
  together: ', told together',
  phone: ', told by phone',
  paper: ', on paper',
};

function Written({ one, name, theyReadAt }: { one: Message; name: string; theyReadAt: Date | null }) {
  const who = one.side === 'them' ? name : one.byName;
  return (
    <article class="app-entry">
      <h3>{who}</h3>
      <p class="app-when">
        {momentOf(one.writtenAt)}
        {one.told ? howTold[one.told] : ''}
      </p>
      {one.words.split('\n').map((line) => (
        <p>{line}</p>
      ))}
      {one.readBy && one.readAt ? (
        <p class="app-soft">
          {one.readBy} read this, {momentOf(one.readAt)}.
        </p>
      ) : null}
      {theyReadAt ? (
        <p class="app-soft">
          {name} has had this page open since, {momentOf(theyReadAt)}.
        </p>
      ) : null}
    </article>
  );
}
