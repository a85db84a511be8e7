import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate, nearDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { hasEnded, type Stage } from '../introduction.ts';
import type { Introduction } from '../introductions.store.ts';
import { type AlongAs, alongAs } from '../went/along.ts';
import { type Outcome, outcomes, storyOf, tellerInWords, tellers } from '../went/story.ts';

interface WentProps {
  introduction: Introduction;
  name: string;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

const alongInWords: Record<AlongAs, string> = {
  worker: 'One of us',
  volunteer: 'A volunteer of the group',
  neighbour: 'A neighbour or a friend',
};

/** Who goes along: by name, when, and where they meet. */
export function AlongView({ introduction, name, today, frame, again }: WentProps) {
  const { along, introductionId, stage, how } = introduction;
  const mine = cameBack(again, 'along');
  if (how === 'slip') return null;
  return (
    <>
      {along ? (
        <p>
          {along.name} goes along
          {along.on ? `, ${nearDate(along.on, today)}` : ''}
          {along.where ? `. They meet: ${along.where}` : ''}
        </p>
      ) : null}
      {hasEnded(stage) ? null : (
        <Details summary={along ? 'Somebody else goes along' : 'Who goes along?'} open={mine !== undefined}>
          <Form action={`/introductions/${introductionId}/along`} frame={frame}>
            <Input {...asked(mine, 'along', along?.name)} label={`Who goes along with ${name}?`} />
            <Radios
              {...asked(mine, 'alongAs', along?.as)}
              legend="Who they are"
              items={alongAs.map((as) => ({ value: as, label: alongInWords[as] }))}
            />
            <Input
              {...asked(mine, 'alongOn', along?.on ? longDate(along.on) : '')}
              label="Which day?"
              hint="Leave it empty if it is not settled"
              class="govuk-input--width-10"
            />
            <Input
              {...asked(mine, 'alongWhere', along?.where)}
              label="When and where do they meet?"
              hint="Such as: at the bus stop, ten past two"
            />
            <Button class="govuk-button--secondary">Write who goes along</Button>
          </Form>
        </Details>
      )}
    </>
  );
}

const outcomeInWords: Record<Outcome, string> = {
  went: 'They went',
  'still-going': 'They still go',
  'not-going': 'They do not go any more',
};

/** How it went, by whoever said so. The person's own answer and the group's stand side by side. */
export function HowItWent({ introduction, name, today, frame, again }: WentProps) {
  const { introductionId, said, agreedOn, introducedOn, stage } = introduction;
  const mine = cameBack(again, 'saidOn');
  if ((agreedOn ?? introducedOn) === null) return null;
  return (
    <>
      {said.length ? <h2>What was said of it</h2> : null}
      <ul class="app-plain-list">
        {said.map((one, index) => (
          <li key={`${index}-${one.who}`}>
            <b>{tellerInWords(one.who, name)}:</b> {outcomeInWords[one.what].toLowerCase()},{' '}
            {nearDate(one.happenedOn, today)}
            {one.words ? <p>“{one.words}”</p> : null}
          </li>
        ))}
      </ul>
      {hasEnded(stage) ? null : (
        <Details summary="Somebody told us how it went" open={mine !== undefined}>
          <Form action={`/introductions/${introductionId}/said`} frame={frame}>
            <Radios
              {...asked(mine, 'who')}
              id="said-who"
              legend="Who said so?"
              items={tellers.map((who) => ({ value: who, label: tellerInWords(who, name) }))}
            />
            <Select
              {...asked(mine, 'what', 'still-going')}
              label="What did they say?"
              items={outcomes.map((what) => ({ value: what, text: outcomeInWords[what] }))}
            />
            <Input
              {...asked(mine, 'saidOn', longDate(today))}
              label="Of which day?"
              class="govuk-input--width-10"
            />
            <Textarea {...asked(mine, 'saidWords')} label="In their words" rows={2} />
            <Button class="govuk-button--secondary">Write it beside the rest</Button>
          </Form>
        </Details>
      )}
    </>
  );
}

const steps: Partial<Record<Stage, string>> = {
  agreed: 'They and the group said yes',
  introduced: 'They were introduced',
  went: 'They went',
  'still-going': 'They still go',
};

/** The next step when it happened on another day, or when somebody's words go with it. */
export function StepOnADay({ introduction, next, name, frame, again }: WentProps & { next: Stage }) {
  const mine = cameBack(again, 'on');
  const isTold = next === 'went' || next === 'still-going';
  return (
    <Details
      summary={`${steps[next] ?? ''}, on another day or in somebody’s words`}
      open={mine !== undefined}
    >
      <Form action={`/introductions/${introduction.introductionId}/${next}`} frame={frame}>
        <Input
          {...asked(mine, 'on')}
          label="Which day was it?"
          hint="Leave it empty for today"
          class="govuk-input--width-10"
        />
        {isTold ? (
          <Radios
            {...asked(mine, 'who', 'person')}
            legend="Who said so?"
            items={tellers.map((who) => ({ value: who, label: tellerInWords(who, name) }))}
          />
        ) : null}
        <Textarea {...asked(mine, 'why')} id="why-then" label="In their words" rows={2} />
        <Button class="govuk-button--secondary">{steps[next]} then</Button>
      </Form>
    </Details>
  );
}

/** What came of it, in plain words, a month later. */
export function Story({ introduction, name, today }: Pick<WentProps, 'introduction' | 'name' | 'today'>) {
  const told = storyOf(introduction, name, today);
  if (told.length === 0) return null;
  return <p>{told.join(' ')}</p>;
}
