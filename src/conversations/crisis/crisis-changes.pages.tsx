import { nameFor } from '../../people/person.ts';
import { errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { ChooseColleague } from './choosing.tsx';
import { crisisStates, stateInWords } from './crisis.ts';
import { type CrisisFormProps, fieldOf } from './crisis-forms.pages.tsx';

/** The plan is short and is read again together; another's change meanwhile is shown beside this one. */
export function PlanForm({ crisis, frame, again }: CrisisFormProps) {
  const { conversation, plan, today, identity } = crisis;
  const field = fieldOf(again);
  const isToday = plan.todayOn === today;
  const version = Number(valueOf(again, 'version', String(plan.version)));
  const before = plan.todaysOneThing && !isToday ? `Last time it was: ${plan.todaysOneThing}` : undefined;
  return (
    <Details summary="Change the plan, or say today’s one thing" open={again !== undefined}>
      <Form action={`/conversations/${conversation.id}/crisis/plan`} frame={frame} version={version}>
        <Input
          {...field('todaysOneThing', isToday ? plan.todaysOneThing : '')}
          label="Today’s one thing"
          hint={before}
        />
        <Select
          {...field('todayAccountId', isToday ? plan.todayAccountId : '')}
          label="Who has it today"
          items={holders(crisis)}
        />
        <Textarea
          {...field('mustChange', plan.mustChange)}
          label="What must change now"
          hint={`In ${nameFor(identity)}’s words`}
          rows={3}
        />
        <Textarea {...field('safetyNote', plan.safetyNote)} label="To keep safe" rows={2} />
        <Textarea
          {...field('steadyLooksLike', plan.steadyLooksLike)}
          label="What steady looks like"
          rows={2}
        />
        <Radios
          {...field('state', plan.state)}
          legend="How it is going"
          items={crisisStates.map((value) => ({ value, label: stateInWords[value] }))}
        />
        <Button class="govuk-button--secondary">Keep the plan</Button>
      </Form>
    </Details>
  );
}

/** Today is held by the named person, their cover, or whoever says "I have it": nobody is given it unasked. */
function holders({ conversation, me }: CrisisFormProps['crisis']) {
  const named = [
    [conversation.namedAccountId, conversation.namedPerson],
    [conversation.coverAccountId, conversation.cover],
    [me.id, me.name],
  ] as const;
  const once = new Map(named.flatMap(([id, name]) => (id && name ? [[id, name] as const] : [])));
  return [{ value: '', text: 'The named person' }, ...[...once].map(([value, text]) => ({ value, text }))];
}

export function CoverForm({ crisis: { conversation, colleagues }, frame, again }: CrisisFormProps) {
  return (
    <Details summary="Name another cover" open={again !== undefined}>
      <Form action={`/conversations/${conversation.id}/crisis/cover`} frame={frame}>
        <ChooseColleague
          name="cover"
          label="Who covers"
          colleagues={colleagues.filter(({ id }) => id !== conversation.namedAccountId)}
          value={valueOf(again, 'cover')}
          error={errorOf(again, 'cover')}
        />
        <Button class="govuk-button--secondary">Name them</Button>
      </Form>
    </Details>
  );
}

/** C2-6: it ends with what changed, what the person says of it, and what is next. */
export function EndForm({ crisis: { conversation, identity }, frame, again }: CrisisFormProps) {
  const field = fieldOf(again);
  const name = nameFor(identity);
  const onwards = [
    { value: 'resting', label: 'It rests, and we check back' },
    { value: 'conversation-3', label: 'Building a good life, once peers have tested it' },
    { value: 'on', label: 'It goes on' },
  ];
  return (
    <Details summary="Is it time to end this, or to go on?" open={again !== undefined}>
      <Form action={`/conversations/${conversation.id}/crisis/end`} frame={frame}>
        <Textarea {...field('whatChanged')} label="What changed" rows={2} />
        <Textarea
          {...field('personsView')}
          label={`What ${name} says of it`}
          hint="In their words"
          rows={2}
        />
        <Radios {...field('next')} legend="What is next" items={onwards} />
        <Input
          {...field('checkBackOn')}
          label="If it rests: when we check back"
          hint="For example 5 December 2026"
        />
        <Textarea {...field('because')} label="If it goes on: why, as peers have heard it" rows={2} />
        <Textarea
          {...field('howToComeBack')}
          label="How to come back, unless it goes on"
          hint="Ring Rowan on the number on the fridge. You will not have to start again."
          rows={2}
        />
        <Button class="govuk-button--secondary">Write it down</Button>
      </Form>
    </Details>
  );
}
