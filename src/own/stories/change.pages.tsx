import type { Again } from '../../platform/http/routes.ts';
import { asked } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { whatShows } from '../../stories/story.ts';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';
import type { StoryValue } from './own-stories.store.ts';
import { GivesAway, Mirror } from './story.pages.tsx';

/** Their words at the left and the retelling at the right: what changes needs another yes. */
export function ChangePage(value: StoryValue & { own: Own }, frame: Frame, again?: Again) {
  const { own, story, version, consents } = value;
  const words = own.words.stories;
  return (
    <OwnPage own={own} place="stories" heading={words.changeHeading} frame={frame} again={again}>
      <OwnForm
        own={own}
        again={again}
        action={`/stories/${story.id}/words`}
        frame={frame}
        version={version.number}
      >
        <Input {...asked(again, 'title', version.title)} label={words.title} hint={words.titleHint} />
        <div class="app-side-by-side">
          <Textarea {...asked(again, 'theirWords', version.theirWords)} label={words.theirWords} rows={14} />
          <Textarea
            {...asked(again, 'retelling', version.retelling)}
            label={words.retelling}
            hint={words.retellingHint}
            rows={14}
          />
        </div>
        <Mirror {...value} />
        <GivesAway {...value} />
        <Radios
          {...asked(again, 'shows', version.shows)}
          legend={words.shows}
          items={whatShows.map((one) => ({ value: one, label: words.showsKinds[one] }))}
        />
        {consents.length > 0 ? (
          <Radios
            {...asked(again, 'earlier', 'stands')}
            legend={words.earlier}
            items={(['stands', 'down'] as const).map((one) => ({
              value: one,
              label: words.earlierKinds[one],
            }))}
          />
        ) : null}
        <Button>{words.keep}</Button>
      </OwnForm>
      <p>
        <a href={`${own.base}/stories/${story.id}`}>{words.back}</a>
      </p>
    </OwnPage>
  );
}
