import type { Again } from '../../platform/http/routes.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { Entry, When } from '../../platform/ui/telling.tsx';
import type { InMyWay } from './in-my-way.store.ts';

/** What the pages are made to do for everybody, and what has not been tried with people. */
export function AccessibilityPage({ frame }: { frame: Frame }) {
  return (
    <Page title="Accessibility" frame={frame}>
      <h1>Accessibility</h1>
      <p>
        Every page is made to work with a keyboard alone, with a screen reader, without scripts, at 320 pixels
        wide and at four times the size. Each is checked by machine in every build against WCAG 2.2 AA.
      </p>
      <p>
        A machine finds less than half of what gets in people’s way. These pages have not yet been tried with
        people who use screen readers, switches or voice. Until they have, we do not claim that they meet the
        standard.
      </p>
      <p>
        Something in the way? Tell us from the foot of any page when you are signed in, or ring the team you
        know. Everything here can also be done by phone and on paper.
      </p>
    </Page>
  );
}

/** Who sees what is written, in the words a person would use. */
export function PrivacyPage({ frame }: { frame: Frame }) {
  return (
    <Page title="Who sees this" frame={frame}>
      <h1>Who sees this</h1>
      <p>
        What is written about somebody is seen by the team alongside them. A worker of another team has to
        give a reason, may look for an hour, and somebody else reads why.
      </p>
      <p>Every look is written down. The person may ask at any time who looked, and when.</p>
      <p>
        A carer’s own words are on the carer’s own record, never on the record of the person they care for.
      </p>
      <h2>A page of your own</h2>
      <p>
        You may have a page of your own: what we talked about, what we agreed, and what happens next. You need
        not. A worker can go through the same with you, by phone or on paper.
      </p>
      <p>
        The team alongside you sees what you say there, and anybody else only as above: with a reason, and
        written down. You may share a line with somebody you choose, until a day you choose, and take it back
        at once. A story of yours is seen by those you said yes to, and by nobody else.
      </p>
      <p>Your page says who looked, and on which day. A worker who reads your page with you is there too.</p>
      <p>
        The law lets a council hold a thing back from somebody for a few reasons: most often that somebody
        would come to serious harm, or that it is another person’s secret. One worker asks, somebody else
        decides, and it is looked at again within a year. Your page does not say whether this was done, nor
        who looked at it. You may ask your council for everything it holds about you, and complain to the
        Information Commissioner.
      </p>
      <h2>Other councils, and the law</h2>
      <p>
        No other council sees any of it. A protected address is never printed, and opening it is written down
        on its own.
      </p>
      <p>
        The law behind this is the Care Act 2014 and the UK’s data protection law: a public task, and the
        provision of social care. Ask your council for its full privacy notice.
      </p>
    </Page>
  );
}

export interface InMyWayValue {
  said: InMyWay[];
  mayAnswer: boolean;
}

/** What gets in somebody's way, and the answer a named person gave. */
export function InMyWayPage({ said, mayAnswer }: InMyWayValue, frame: Frame, again?: Again) {
  return (
    <Page title="This gets in my way" frame={frame} again={again}>
      <h1>This gets in my way</h1>
      <p>
        Say it as it is. Your council’s administrator answers, here, by name. Leave out anything about a
        person.
      </p>
      <Form action="/about/in-my-way" frame={frame}>
        <Textarea {...asked(again, 'words')} label="What gets in your way?" rows={4} />
        <Button>Say it</Button>
      </Form>
      {said.map((one) => (
        <Entry key={one.id} title={`${one.who} said`} when={<When at={one.saidAt} />}>
          <p>{one.words}</p>
          {one.answer ? (
            <p class="app-soft">
              {one.answeredBy} answered: {one.answer}
            </p>
          ) : null}
          {!one.answer && mayAnswer ? <AnswerForm id={one.id} frame={frame} again={again} /> : null}
        </Entry>
      ))}
    </Page>
  );
}

function AnswerForm({ id, frame, again }: { id: string; frame: Frame; again: Again | undefined }) {
  return (
    <Form action={`/about/in-my-way/${id}/answer`} frame={frame}>
      <Textarea id={`answer-${id}`} {...asked(again, 'answer')} label="Your answer" rows={2} />
      <Button class="govuk-button--secondary">Answer</Button>
    </Form>
  );
}
