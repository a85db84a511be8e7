import type { Identity } from '../../people/person.ts';
import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { Voices } from '../../people/timeline/voices.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { momentOf, weekdayDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText, WarningText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Entry } from '../../platform/ui/telling.tsx';
import type { Enquiry } from './enquiries.store.ts';
import { answerInWords, type Question, questions, threeAnswers } from './safeguarding.ts';

export interface SafeguardingValue {
  identity: Identity;
  today: Day;
  enquiries: Enquiry[];
}

/** What to do at once, what is open, and three questions that open an enquiry the minute they are answered. */
export function SafeguardingPage(
  { identity, today, enquiries }: SafeguardingValue,
  frame: Frame,
  again?: Again,
) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="rights"
      title="Keeping somebody safe"
      frame={frame}
      again={again}
    >
      <h2>Keeping {name} safe</h2>
      <p>
        This page is for when somebody may be hurting {name}, or leaving {name} without what a person needs.
      </p>
      <AtOnce />
      {enquiries.length ? <Answered enquiries={enquiries} name={name} /> : null}
      <ThreeQuestions id={identity.personId} name={name} frame={frame} again={again} />
      <p class="app-soft">
        What is written here stays on this page and the enquiry’s own. The story says only that an enquiry
        opened or ended, with no names and no words.
      </p>
    </PersonFrame>
  );
}

/** Safe right now comes before anything that is written down. */
export function AtOnce() {
  return (
    <WarningText hiddenPrefix="First">
      If anybody is in danger now, ring 999. Stay with them, or on the phone, until help is there. Then come
      back to this page.
    </WarningText>
  );
}

function Answered({ enquiries, name }: { enquiries: Enquiry[]; name: string }) {
  const open = enquiries.filter(({ openedAt, endedOn }) => openedAt && !endedOn);
  const others = enquiries.filter((one) => !open.includes(one));
  return (
    <>
      {open.length ? (
        <InsetText>
          <p>
            {open.length === 1 ? 'An enquiry is open.' : `${open.length} enquiries are open.`} If this is the
            same thing, write it there. If it is something else, answer the questions below and another opens.
          </p>
          <ul>
            {open.map((one) => (
              <li key={one.id}>
                <a href={`/enquiries/${one.id}`}>
                  Since {momentOf(one.openedAt ?? one.answeredAt)}; {one.lead} leads it
                </a>
              </li>
            ))}
          </ul>
        </InsetText>
      ) : null}
      {others.length ? <h2>What was answered about {name} before</h2> : null}
      {others.map((one) => (
        <Entry key={one.id} title={<Title enquiry={one} />} when={momentOf(one.answeredAt)}>
          <Voices voices={[{ voice: 'said', who: one.toldBy, words: one.words }]} />
          {one.openedAt ? null : <WhyNone enquiry={one} />}
        </Entry>
      ))}
    </>
  );
}

function Title({ enquiry: { id, openedAt, endedOn } }: { enquiry: Enquiry }) {
  if (!openedAt || !endedOn) return <>No enquiry opened</>;
  return <a href={`/enquiries/${id}`}>An enquiry, ended on {weekdayDate(endedOn)}</a>;
}

function WhyNone({ enquiry }: { enquiry: Enquiry }) {
  const noes = (Object.keys(questions) as Question[]).filter((one) => enquiry[one] === 'no');
  return (
    <p>
      {enquiry.answeredBy} answered no to “{noes.map((one) => questions[one]).join('” and “')}”
      {enquiry.whyNot ? `: ${enquiry.whyNot}` : '.'}
    </p>
  );
}

interface QuestionsProps {
  id: string;
  name: string;
  frame: Frame;
  again: Again | undefined;
}

function ThreeQuestions({ id, name, frame, again }: QuestionsProps) {
  const items = threeAnswers.map((value) => ({ value, label: answerInWords[value] }));
  return (
    <>
      <h2>What is happening</h2>
      <p>
        When all three questions are answered yes, or we suspect so, an enquiry opens this minute. Suspecting
        is enough; nobody’s permission is needed, and no conversation has to be open.
      </p>
      <Form action={`/people/${id}/safeguarding`} frame={frame}>
        <Radios
          {...asked(again, 'isSafeNow')}
          legend={`Is ${name} safe right now?`}
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'unsure', label: 'We are not sure' },
          ]}
        />
        <Textarea
          {...asked(again, 'doneAtOnce')}
          label="What was done at once, if anything had to be"
          rows={2}
        />
        <Textarea
          {...asked(again, 'words')}
          label="What is happening"
          hint="In the words of whoever told us"
          rows={4}
        />
        <Input
          {...asked(again, 'toldBy')}
          label="Who told us"
          hint={`${name}, a neighbour, a colleague who was there`}
        />
        {(Object.keys(questions) as Question[]).map((question) => (
          <Radios key={question} {...asked(again, question)} legend={questions[question]} items={items} />
        ))}
        <Textarea {...asked(again, 'whyNot')} label="If any answer is no: why" rows={2} />
        <Button preventDoubleClick>Keep these answers</Button>
      </Form>
    </>
  );
}
