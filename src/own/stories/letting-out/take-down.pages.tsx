import type { Again } from '../../../platform/http/routes.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import type { Story } from '../../../stories/stories.store.ts';
import type { Own } from '../../frame/own.ts';
import { OwnForm, OwnPage } from '../../frame/own-page.tsx';

/** Down everywhere in one press (S-8), and what that cannot do. */
export function TakeDownPage({ own, story }: { own: Own; story: Story }, frame: Frame, again?: Again) {
  const words = own.words.stories;
  return (
    <OwnPage own={own} place="stories" heading={words.takeDownHeading} frame={frame} again={again}>
      {words.takeDownMeans.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <OwnForm own={own} again={again} action={`/stories/${story.id}/take-down`} frame={frame}>
        <Button>{words.takeDownButton}</Button>
      </OwnForm>
      <p>
        <a href={`${own.base}/stories/${story.id}`}>{words.back}</a>
      </p>
    </OwnPage>
  );
}
