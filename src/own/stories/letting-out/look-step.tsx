import { addMonths } from '../../../platform/clock.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { InsetText } from '../../../platform/ui/govuk/blocks.tsx';
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
  first,
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
      {first ? (
        <First own={own} story={story} first={first} />
      ) : (
        <>
          <p>{draft.audience === 'team' ? words.atOnce : words.coolingOff(rules.coolingOffDays)}</p>
          <p>{own.words.stories.printed}</p>
          <OwnForm own={own} again={again} action={`/stories/${story.id}/let-out`} frame={frame}>
            <input type="hidden" name="shown" value={shown} />
            <Button>{words.yes}</Button>
          </OwnForm>
        </>
      )}
    </>
  );
}

/** What comes before everybody may see it, and where they go meanwhile: no button that would only say not yet. */
function First({ own, story, first }: Pick<StepProps, 'own' | 'story'> & { first: 'words' | 'look' }) {
  const words = own.words.stories.steps;
  const at = `${own.base}/stories/${story.id}`;
  return (
    <InsetText>
      {(first === 'look' ? words.looksFirst : [words.wordsFirst]).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {first === 'look' ? (
        <Button href={at}>{own.words.stories.back}</Button>
      ) : (
        <Button href={`${at}/pieces`}>{words.addWords}</Button>
      )}
    </InsetText>
  );
}
