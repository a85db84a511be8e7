import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { Page } from '../../platform/ui/page.tsx';
import type { ComparedField, Side } from './comparison.ts';
import type { PairShown } from './pairs.store.ts';

export interface PairValue extends Omit<PairShown, 'sides'> {
  sides: Omit<Side, 'says'>[];
  fields: ComparedField[];
}

/** Two listings side by side, with what is the same said in words, and the three things that can be said of them. */
export function PairPage(value: PairValue, frame: Frame, again?: Again) {
  const { sides, evidence, fields, state } = value;
  const told = (isSame: boolean) =>
    evidence.filter((each) => each.isSame === isSame).map(({ words }) => words);
  const [against] = [told(false)];
  return (
    <Page title="Two listings side by side" frame={frame} section="Community" again={again}>
      <BackLink href="/community/duplicates">All pairs</BackLink>
      <h1>Are these the same?</h1>
      <Decided value={value} />
      <p>
        <b>What is the same:</b> {told(true).join('; ') || 'nothing now'}.
        {against.length > 0 ? ` But: ${against.join('; ')}.` : ''}
      </p>
      <Table
        firstCellIsHeader
        head={[
          '',
          ...sides.map(({ listingId, name }) => <a href={`/community/${listingId}`}>{name}</a>),
          'Same?',
        ]}
        rows={fields.map(({ what, one, other, isSame }) => [
          what,
          one,
          other,
          isSame ? 'The same' : 'Differs',
        ])}
      />
      {state === 'joined' ? null : <JoinTold value={value} frame={frame} again={again} />}
      <Others value={value} frame={frame} />
    </Page>
  );
}

function Decided({ value: { state, sides, shownId, decidedAt, decidedBy } }: { value: PairValue }) {
  if (decidedAt === null) return null;
  const by = `${decidedBy ?? 'Somebody'} on ${longDate(decidedAt)}`;
  const shown = sides.find(({ listingId }) => listingId === shownId);
  return (
    <InsetText>
      {state === 'joined'
        ? `The same, said ${by}. “${shown?.name}” is shown, with both sources.`
        : `Kept apart by ${by}.`}
    </InsetText>
  );
}

interface PartProps {
  value: PairValue;
  frame: Frame;
  again?: Again | undefined;
}

function JoinTold({ value: { pairId, version, sides }, frame, again }: PartProps) {
  return (
    <Form action={`/community/duplicates/${pairId}/join`} frame={frame} version={version}>
      <Radios
        name="shown"
        value={valueOf(again, 'shown')}
        error={errorOf(again, 'shown')}
        legend="Which of the two is shown?"
        hint="What we know of the other and the shown one does not say is lent to it. Introductions and short addresses follow."
        items={sides.map(({ listingId, name, sourceName }) => ({
          value: listingId,
          label: `${name}, from ${sourceName ?? 'us'}`,
        }))}
      />
      <Button>These are the same</Button>
    </Form>
  );
}

function Others({ value: { pairId, version, state }, frame }: PartProps) {
  const isFound = state === 'found';
  const words = {
    found: 'Keep apart',
    joined: 'Take them apart again',
    'kept apart': 'Ask about these two again',
  };
  return (
    <Form
      action={`/community/duplicates/${pairId}/${isFound ? 'apart' : 'undo'}`}
      frame={frame}
      version={version}
    >
      <Button class="govuk-button--secondary">{words[state]}</Button>
    </Form>
  );
}
