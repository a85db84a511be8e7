import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { WhatTheGroupReads } from '../for-the-group.tsx';
import { hasEnded } from '../introduction.ts';
import type { IntroductionValue } from '../introductions.pages.tsx';
import { type Line, lineKindInWords, lineKinds, stands } from '../lines/line.ts';

interface LinesProps extends Pick<IntroductionValue, 'introduction' | 'told' | 'lines'> {
  name: string;
  frame: Frame;
  again: Again | undefined;
}

/** W2: what the group reads, exactly, and each line with the person's own yes or no to it. */
export function LinesView({ introduction, told, lines, name, frame, again }: LinesProps) {
  const { groupAskedOn, how, introductionId, stage } = introduction;
  const action = `/introductions/${introductionId}/lines`;
  const isOver = hasEnded(stage);
  return (
    <>
      <h2>What the group {groupAskedOn && !isOver ? 'reads' : 'would read'}</h2>
      {how === 'slip' ? (
        <p>Nothing: with a slip, {name} takes it from there.</p>
      ) : (
        <InsetText>
          <WhatTheGroupReads told={told} />
        </InsetText>
      )}
      <ul class="app-plain-list">
        {lines.map((line) => (
          <li key={line.lineId}>
            <OneLine {...{ line, name, action, frame, again, isOver }} />
          </li>
        ))}
      </ul>
      {isOver || how === 'slip' ? null : <AddLine {...{ name, action, frame, again }} />}
    </>
  );
}

interface OneLineProps {
  line: Line;
  name: string;
  action: string;
  frame: Frame;
  again: Again | undefined;
  isOver: boolean;
}

function OneLine({ line, name, action, frame, again, isOver }: OneLineProps) {
  const mine = again?.typed.about === line.lineId ? again : undefined;
  const field = { ...asked(mine, 'said'), id: mine ? 'said' : `said-${line.lineId}` };
  const about = <input type="hidden" name="about" value={line.lineId} />;
  return (
    <>
      <p>
        <b>{lineKindInWords[line.kind]}:</b> {line.words}
      </p>
      <p class="app-by">{howItStands(line, name)}</p>
      {isOver ? null : stands(line) ? (
        <Form action={`${action}/${line.lineId}/take-back`} frame={frame}>
          {about}
          <button type="submit" class="app-link-button">
            {name} takes it back<span class="govuk-visually-hidden">: {line.words}</span>
          </button>
        </Form>
      ) : line.answer === null ? (
        <Form action={`${action}/${line.lineId}/yes`} frame={frame}>
          {about}
          <Input {...field} label={`May the group be told this? What ${name} said`} />
          <div class="govuk-button-group">
            <Button class="govuk-button--secondary">Yes</Button>
            <Button class="govuk-button--secondary" formAction={`${action}/${line.lineId}/no`}>
              No
            </Button>
          </div>
        </Form>
      ) : null}
    </>
  );
}

function howItStands(line: Line, name: string): string {
  const { answer, answeredAt, answerWords, toldOn, withdrawnAt, withdrawnWords } = line;
  if (answer === null || answeredAt === null) return `${name} has not been asked. The group is not told.`;
  const words = answerWords ? `: “${answerWords}”` : '';
  if (answer === 'no') return `${name} said no on ${longDate(answeredAt)}${words}. The group is not told.`;
  const told = toldOn ? ` Told from ${longDate(toldOn)}` : ' Not told yet';
  const back = withdrawnAt
    ? ` until taken back on ${longDate(withdrawnAt)}${withdrawnWords ? `: “${withdrawnWords}”` : ''}`
    : '';
  return `${name} said yes on ${longDate(answeredAt)}${words}.${told}${back}.`;
}

function AddLine({ name, action, frame, again }: Pick<OneLineProps, 'name' | 'action' | 'frame' | 'again'>) {
  const mine = cameBack(again, 'line');
  return (
    <Details summary="Something more the group might be told" open={mine !== undefined}>
      <Form action={action} frame={frame}>
        <Select
          {...asked(mine, 'kind', 'first-name')}
          label="What it is"
          items={lineKinds.map((kind) => ({ value: kind, text: lineKindInWords[kind] }))}
        />
        <Input {...asked(mine, 'line')} label="In exactly these words" />
        <Input
          {...asked(mine, 'yes')}
          label={`How ${name} said yes to this`}
          hint={`Leave it empty until you have asked ${name}: it goes nowhere before`}
        />
        <Button class="govuk-button--secondary">Write this down</Button>
      </Form>
    </Details>
  );
}
