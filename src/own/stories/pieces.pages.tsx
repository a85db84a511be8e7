import type { Again } from '../../platform/http/routes.ts';
import { cameBack } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { StoryPiece } from '../../stories/story.ts';
import { Piece } from '../../stories/told-story.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';
import type { StoryValue } from './own-stories.store.ts';
import { PieceFields } from './stories.pages.tsx';

type Value = StoryValue & { own: Own };

/** What is drawn, sung, spoken or filmed, each with the same in words. */
export function PiecesPage(value: Value, frame: Frame, again?: Again) {
  const { own, story, version } = value;
  const words = own.words.stories;
  return (
    <OwnPage own={own} place="stories" heading={words.piecesHeading} frame={frame} again={again}>
      {version.pieces.map((piece) => (
        <OnePiece {...value} piece={piece} frame={frame} />
      ))}
      <h2>{words.addPiece}</h2>
      <OwnForm
        own={own}
        again={again}
        action={`/stories/${story.id}/pieces`}
        frame={frame}
        version={version.number}
        enctype="multipart/form-data"
      >
        <PieceFields own={own} again={cameBack(again, 'file')} />
        <Button>{words.keep}</Button>
      </OwnForm>
      <p>
        <a href={`${own.base}/stories/${story.id}`}>{words.back}</a>
      </p>
    </OwnPage>
  );
}

function OnePiece({ own, story, version, piece, frame }: Value & { piece: StoryPiece; frame: Frame }) {
  const words = own.words.stories;
  const at = `/stories/${story.id}/pieces/${piece.fileId}`;
  const same = { own, frame, version: version.number };
  return (
    <section>
      <h2>{words.pieceOf[piece.kind]}</h2>
      <Piece piece={piece} at={`${own.base}/stories/${story.id}/files/${piece.fileId}`} />
      <OwnForm {...same} action={`${at}/words`}>
        <Textarea
          name="inWords"
          id={`words-${piece.fileId}`}
          value={piece.inWords}
          label={words.inWords}
          hint={piece.kind === 'film' ? `${words.inWordsHint} ${words.filmHint}` : words.inWordsHint}
          rows={3}
        />
        <Button class="govuk-button--secondary">{words.keepWords}</Button>
      </OwnForm>
      <OwnForm {...same} action={`${at}/out`}>
        <Button class="govuk-button--secondary">{words.takePiece}</Button>
      </OwnForm>
    </section>
  );
}
