import type { Again } from '../../platform/http/routes.ts';
import { asked } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { ToldStory } from '../../stories/told-story.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';
import type { StoryValue } from './own-stories.store.ts';
import { GivesAway } from './story.pages.tsx';

/** A story just as others would see it, and a yes to exactly that (S-1). */
export function ApprovePage(value: StoryValue & { own: Own }, frame: Frame, again?: Again) {
  const { own, story, version, face, shown } = value;
  const words = own.words.stories;
  const at = `${own.base}/stories/${story.id}`;
  return (
    <OwnPage own={own} place="stories" heading={words.approveHeading} frame={frame} again={again}>
      <p>{words.approveIntro}</p>
      <ToldStory face={face} fileAt={(fileId) => `${at}/files/${fileId}`} words={words} />
      <GivesAway {...value} />
      <OwnForm own={own} again={again} action={`/stories/${story.id}/yes`} frame={frame}>
        <input type="hidden" name="versionId" value={version.id} />
        <input type="hidden" name="shown" value={shown} />
        <Textarea {...asked(again, 'words')} label={words.approveWords} rows={2} />
        <Button>{words.approve}</Button>
      </OwnForm>
      <p>
        <a href={`${at}/words`}>{words.notRight}</a>
      </p>
    </OwnPage>
  );
}
