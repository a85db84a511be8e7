import { PersonLink } from '../../../people/person-link.tsx';
import { Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { ChooseColleague } from '../choosing.tsx';
import { type CrisisFormProps, fieldOf } from '../crisis-forms.pages.tsx';
import type { NamedPersonAsk } from './named-person.store.ts';

export function NamedPersonForm({
  crisis: { conversation, colleagues, ask },
  frame,
  again,
}: CrisisFormProps) {
  if (ask) return null;
  const field = fieldOf(again);
  return (
    <Details summary="Ask somebody else to be the named person" open={again !== undefined}>
      <Form action={`/conversations/${conversation.id}/crisis/named-person`} frame={frame}>
        <ChooseColleague
          {...field('colleague')}
          label="Who"
          hint="It changes only when both of you have said yes"
          colleagues={colleagues.filter(({ id }) => id !== conversation.namedAccountId)}
        />
        <Textarea {...field('sentence')} label="Why them, in a sentence" rows={2} />
        <Button class="govuk-button--secondary">Ask</Button>
      </Form>
    </Details>
  );
}

export interface AskedToChangeProps {
  ask: NamedPersonAsk | null;
  me: string;
  frame: Frame;
  /** On a page about many people, say whom it is about. */
  showsPerson: boolean;
}

/** C2-2: what waits for a yes, and the two answers for those whose yes it is. */
export function AskedToChange({ ask, me, frame, showsPerson }: AskedToChangeProps) {
  if (!ask) return null;
  const isMine = (me === ask.toAccountId && !ask.toYesAt) || (me === ask.fromAccountId && !ask.fromYesAt);
  const waiting = [ask.fromYesAt ? null : ask.from, ask.toYesAt ? null : ask.to]
    .filter(Boolean)
    .join(' and ');
  return (
    <InsetText>
      <p>
        {ask.to} may become the named person{showsPerson ? ' for ' : ''}
        {showsPerson ? <PersonLink id={ask.personId} name={ask.personName} /> : null}, instead of {ask.from}:{' '}
        {ask.sentence}
      </p>
      <p class="app-soft">It waits for a yes from {waiting}.</p>
      {isMine ? (
        <>
          <Form action={`/named-person-changes/${ask.id}/yes`} frame={frame}>
            <Button class="govuk-button--secondary">Yes</Button>
          </Form>
          <Form action={`/named-person-changes/${ask.id}/not-now`} frame={frame}>
            <button class="app-link-button" type="submit">
              Not now
            </button>
          </Form>
        </>
      ) : null}
    </InsetText>
  );
}
