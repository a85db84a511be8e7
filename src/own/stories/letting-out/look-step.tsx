import { addMonths } from '../../../platform/clock.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { ToldStory } from '../../../stories/told-story.tsx';
import { OwnForm } from '../../frame/own-page.tsx';
import { audienceOf } from '../seen-by.tsx';
import type { StepProps } from './steps.pages.tsx';

/** A story exactly as its audience will see it, and the one button that lets it out (S-1, S-2, S-3). */
export function LookStep({
  own,
  story,
  draft,
  face,
  shown,
  rules,
  today,
  frame,
  again,
}: StepProps & { frame: Frame }) {
  const words = own.words.stories.steps;
  if (!draft) return <p>{own.words.stories.lacks.audience}</p>;
  return (
    <>
      <ToldStory
        face={face}
        fileAt={(fileId) => `${own.base}/stories/${story.id}/files/${fileId}`}
        words={own.words.stories}
      />
      <p>{words.lookWho(audienceOf(own, draft))}</p>
      {draft.months ? <p>{words.lookUntil(own.words.dates.day(addMonths(today, draft.months)))}</p> : null}
      <p>{draft.audience === 'team' ? words.atOnce : words.coolingOff(rules.coolingOffDays)}</p>
      <p>{own.words.stories.printed}</p>
      <OwnForm own={own} again={again} action={`/stories/${story.id}/let-out`} frame={frame}>
        <input type="hidden" name="shown" value={shown} />
        <Button>{words.yes}</Button>
      </OwnForm>
    </>
  );
}
