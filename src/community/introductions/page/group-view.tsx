import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { askingWayInWords, askingWays, groupAnswerInWords, groupAnswers } from '../group-side/answer.ts';
import { hasEnded } from '../introduction.ts';
import type { IntroductionValue } from '../introductions.pages.tsx';
import type { Introduction } from '../introductions.store.ts';

interface GroupProps extends Pick<IntroductionValue, 'introduction' | 'mayAskGroup'> {
  frame: Frame;
  again: Again | undefined;
}

/** The group's side: asked when and how, what it answered, and the ways on. */
export function GroupView({ introduction, mayAskGroup, frame, again }: GroupProps) {
  const { introductionId, how, stage } = introduction;
  if (how === 'slip') return null;
  return (
    <>
      <h2>The group</h2>
      <p>{inWords(introduction)}</p>
      {mayAskGroup ? (
        <Form action={`/introductions/${introductionId}/asked`} frame={frame}>
          <Select
            {...asked(cameBack(again, 'way'), 'way', 'page')}
            label="How do we ask?"
            items={askingWays.map((way) => ({ value: way, text: askingWayInWords[way] }))}
          />
          <Button class="govuk-button--secondary">Ask the group</Button>
        </Form>
      ) : null}
      {hasEnded(stage) || stage !== 'offered' ? null : (
        <TheySaid id={introductionId} frame={frame} again={cameBack(again, 'groupBy')} />
      )}
    </>
  );
}

function inWords(one: Introduction): string {
  const { groupAskedOn, groupAnswer, groupAnsweredOn, groupAnsweredBy, groupNotBefore } = one;
  const words = one.groupAnswerWords ? `: “${one.groupAnswerWords}”` : '';
  const askedOn = groupAskedOn ? `Asked on ${longDate(groupAskedOn)}. ` : '';
  if (groupAnswer === null || groupAnsweredOn === null)
    return askedOn ? `${askedOn}No answer yet.` : 'Not asked yet.';
  const until = groupNotBefore ? `, not before ${longDate(groupNotBefore)}` : '';
  return `${askedOn}${groupAnswerInWords[groupAnswer]}${until}${words}. Said ${groupAnsweredBy}, on ${longDate(groupAnsweredOn)}.`;
}

function TheySaid({ id, frame, again }: { id: string; frame: Frame; again: Again | undefined }) {
  return (
    <Details summary="The group told us its answer" open={again !== undefined}>
      <Form action={`/introductions/${id}/group-answer`} frame={frame}>
        <Radios
          {...asked(again, 'answer')}
          legend="What did they say?"
          items={groupAnswers.map((answer) => ({ value: answer, label: groupAnswerInWords[answer] }))}
        />
        <Textarea
          {...asked(again, 'groupWords')}
          label="In their words"
          hint="They need not say why"
          rows={2}
        />
        <Input {...asked(again, 'groupBy')} label="Who said so?" hint="Such as Sandra, who runs it" />
        <Input
          {...asked(again, 'notBefore')}
          label="If not now, from when?"
          hint="Such as 1 May 2027; leave it empty if they did not say"
          class="govuk-input--width-10"
        />
        <Button class="govuk-button--secondary">Write what they said</Button>
      </Form>
    </Details>
  );
}
