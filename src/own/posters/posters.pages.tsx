import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { errorOf, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Poster } from '../../stories/posters/poster.ts';
import { PosterSheet } from '../../stories/posters/poster-view.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';

export interface OwnPosterValue {
  storyId: string;
  /** Whether everybody may see the story just now. */
  isForEverybody: boolean;
  part: string;
  poster: Poster | null;
  councilSlug: string;
  today: Day;
}

/** Whether they want a poster of their story, and of which words. */
export function OwnPosterPage(value: OwnPosterValue & { own: Own }, frame: Frame, again?: Again) {
  const { own, storyId, isForEverybody, poster, councilSlug, today } = value;
  const words = own.words.posters;
  return (
    <OwnPage own={own} place="stories" heading={words.heading} frame={frame} again={again}>
      <div class="app-poster-choice">
        {words.whatFor.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {isForEverybody ? <Choice {...{ value, frame, again }} /> : <p>{words.notYet}</p>}
        <p>
          <a href={`${own.base}/stories/${storyId}`}>{words.back}</a>
        </p>
      </div>
      {poster ? (
        <>
          <h2 class="app-poster-choice">{words.now}</h2>
          <PosterSheet {...{ poster, councilSlug, today }} origin={frame.origin ?? ''} />
          <Stop {...{ value, frame }} />
        </>
      ) : null}
    </OwnPage>
  );
}

interface ChoiceProps {
  value: OwnPosterValue & { own: Own };
  frame: Frame;
  again?: Again | undefined;
}

function Choice({ value: { own, storyId, part }, frame, again }: ChoiceProps) {
  const words = own.words.posters;
  return (
    <OwnForm own={own} again={again} action={`/stories/${storyId}/poster`} frame={frame}>
      <Radios
        name="which"
        legend={words.which}
        value={valueOf(again, 'which', part === '' ? 'whole' : 'part')}
        items={[
          { value: 'whole', label: words.whole },
          { value: 'part', label: words.part },
        ]}
      />
      <Textarea
        name="part"
        label={words.partWords}
        hint={words.partHint}
        value={valueOf(again, 'part', part)}
        error={errorOf(again, 'part')}
      />
      <Button>{words.choose}</Button>
    </OwnForm>
  );
}

function Stop({ value: { own, storyId }, frame }: ChoiceProps) {
  return (
    <div class="app-poster-choice">
      <OwnForm own={own} action={`/stories/${storyId}/poster/none`} frame={frame}>
        <button type="submit" class="app-link-button">
          {own.words.posters.stop}
        </button>
      </OwnForm>
    </div>
  );
}
