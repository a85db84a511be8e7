import { hasCaptions } from './captions.ts';
import type { StoryFace, StoryPiece } from './story.ts';

export interface ToldStoryWords {
  inTheirWords: string;
  toldAgain: string;
}

export interface ToldStoryProps {
  face: StoryFace;
  /** Where one of its files is heard or seen from here. */
  fileAt: (fileId: string) => string;
  words?: ToldStoryWords;
}

const english: ToldStoryWords = { inTheirWords: 'In their words', toldAgain: 'Told again' };

/** A story as others see it. The page its teller says yes to and every wall show it with this, so that they are the same. */
export function ToldStory({ face, fileAt, words = english }: ToldStoryProps) {
  const isBoth = face.words !== null && face.retelling !== null;
  return (
    <article class="app-told-story">
      <h2>{face.title}</h2>
      {isBoth ? (
        <div class="app-side-by-side">
          <section>
            <h3>{words.inTheirWords}</h3>
            <Paragraphs text={face.words ?? ''} />
          </section>
          <section>
            <h3>{words.toldAgain}</h3>
            <Paragraphs text={face.retelling ?? ''} />
          </section>
        </div>
      ) : (
        <Paragraphs text={face.words ?? face.retelling ?? ''} />
      )}
      {face.pieces.map((piece) => (
        <Piece piece={piece} at={fileAt(piece.fileId)} />
      ))}
      {face.name ? <p class="app-soft">{face.name}</p> : null}
    </article>
  );
}

export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter((part) => part.trim() !== '')
        .map((part) => (
          <p class="app-as-written">{part}</p>
        ))}
    </>
  );
}

/** A picture, sound or film, with the same in words beside it, for whoever cannot see or hear it (WCAG 1.1.1, 1.2.1, 1.2.2). */
export function Piece({ piece, at }: { piece: StoryPiece; at: string }) {
  const { kind, inWords } = piece;
  return (
    <figure class="app-story-piece">
      {kind === 'picture' && <img src={at} alt={inWords} loading="lazy" />}
      {kind === 'sound' && (
        // biome-ignore lint/a11y/useMediaCaption: what is said stands in words below it
        <audio controls preload="none" src={at} />
      )}
      {kind === 'film' && (
        // biome-ignore lint/a11y/useMediaCaption: a film that nobody speaks in has none
        <video controls preload="none" src={at}>
          {hasCaptions(inWords) && <track kind="captions" src={`${at}/captions`} default />}
        </video>
      )}
      {inWords && <figcaption class="app-as-written">{inWords}</figcaption>}
    </figure>
  );
}
