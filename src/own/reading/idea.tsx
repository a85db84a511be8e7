import type { ComponentChildren } from 'preact';
import type { Own } from '../frame/own.ts';
import type { Words } from '../words/english.ts';
import { addressOf, drawings, type OwnPictures, type PictureName } from './pictures.ts';

/** One picture by its name: the council's own where it has one, otherwise ours. */
export function Picture({
  name,
  pictures,
  words,
}: {
  name: PictureName;
  pictures: OwnPictures;
  words: Words;
}) {
  const theirs = pictures[name];
  const alt = theirs?.alt ?? words.pictures[name];
  if (theirs)
    return (
      <img class="app-picture" src={addressOf(name, theirs.fingerprint)} alt={alt} width="96" height="96" />
    );
  return (
    <svg class="app-picture" viewBox="0 0 48 48" role="img" aria-label={alt}>
      <path d={drawings[name]} />
    </svg>
  );
}

/**
 * One idea. In easy reading it has a picture at its left, and a hard word is explained in the next sentence;
 * otherwise it is just what it says.
 */
export function Idea({
  own,
  picture,
  means,
  children,
}: {
  own: Own;
  picture: PictureName;
  /** What the hard word in it means; said in easy reading only. */
  means?: string;
  children: ComponentChildren;
}) {
  const { reading, words } = own;
  if (!reading.isEasyRead) return <>{children}</>;
  return (
    <div class="app-idea">
      <Picture name={picture} pictures={reading.pictures} words={words} />
      <div>
        {children}
        {means ? <p>{means}</p> : null}
      </div>
    </div>
  );
}
