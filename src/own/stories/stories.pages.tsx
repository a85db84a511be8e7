import type { Again } from '../../platform/http/routes.ts';
import { asked } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';
import type { StoriesValue } from './own-stories.store.ts';

/** What a story is for, and those they told. */
export function StoriesPage({ own, stories }: StoriesValue & { own: Own }, frame: Frame) {
  const words = own.words.stories;
  return (
    <OwnPage own={own} place="stories" frame={frame}>
      {words.whatFor.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <InsetText>{words.noChange}</InsetText>
      <p>{words.whoSees}</p>
      <Button href={`${own.base}/stories/begin`}>{words.begin}</Button>
      {stories.length === 0 ? <p>{words.none}</p> : <Told own={own} stories={stories} />}
    </OwnPage>
  );
}

function Told({ own, stories }: StoriesValue & { own: Own }) {
  const words = own.words.stories;
  return (
    <>
      <h2>{words.yours}</h2>
      <ul>
        {stories.map(({ id, title, begunAt, isAsked }) => (
          <li>
            <a href={`${own.base}/stories/${id}`}>{title}</a>{' '}
            <span class="app-soft">{words.begunOn(own.words.dates.day(begunAt))}</span>{' '}
            {isAsked ? <strong>{words.still}</strong> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A story begun: typed, or given as something drawn, sung, spoken or filmed. */
export function BeginPage({ own }: { own: Own }, frame: Frame, again?: Again) {
  const words = own.words.stories;
  return (
    <OwnPage own={own} place="stories" heading={words.beginHeading} frame={frame} again={again}>
      <p>{words.whoSees}</p>
      <OwnForm own={own} again={again} action="/stories/begin" frame={frame} enctype="multipart/form-data">
        <Input {...asked(again, 'title')} label={words.title} hint={words.titleHint} />
        <Textarea
          {...asked(again, 'theirWords')}
          label={words.theirWords}
          hint={words.theirWordsHint}
          rows={10}
        />
        <PieceFields own={own} again={again} />
        <Button>{words.keep}</Button>
      </OwnForm>
      <p>{words.noChange}</p>
    </OwnPage>
  );
}

/** A file, and the same in words. */
export function PieceFields({ own, again }: { own: Own; again?: Again | undefined }) {
  const words = own.words.stories;
  const { error } = asked(again, 'file');
  return (
    <>
      <Input
        {...{ name: 'file', type: 'file', class: 'govuk-file-upload', error }}
        accept="image/jpeg,image/png,image/webp,image/gif,audio/*,video/*"
        label={words.file}
        hint={words.fileHint}
      />
      <Textarea {...asked(again, 'inWords')} label={words.inWords} hint={words.inWordsHint} rows={4} />
    </>
  );
}
