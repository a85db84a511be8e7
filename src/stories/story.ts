import { createHash } from 'node:crypto';

/** How a story, or a yes to it, came to be written here. */
export const waysTold = ['themselves', 'together', 'phone', 'paper'] as const;
export type WayTold = (typeof waysTold)[number];

/** What others see of a story: the teller's words, the retelling, or both side by side. */
export const whatShows = ['words', 'retelling', 'both'] as const;
export type WhatShows = (typeof whatShows)[number];

/** What was spoken, filmed, drawn or sung, and the same in words for those who cannot hear or see it. */
export interface StoryPiece {
  fileId: string;
  kind: 'sound' | 'film' | 'picture';
  inWords: string;
}

/** What a teller writes of a version. */
export interface StoryWords {
  title: string;
  theirWords: string;
  retelling: string;
  shows: WhatShows;
}

/** The teller's yes to one version. */
export interface Approval {
  approvedAt: Date;
  told: WayTold;
  words: string;
  shownSha256: string;
}

/** A story as it stood: never written over. */
export interface StoryVersion extends StoryWords {
  id: string;
  number: number;
  pieces: StoryPiece[];
  madeAt: Date;
  madeByName: string;
  retoldBy: string | null;
  retoldByName: string | null;
  approval: Approval | null;
}

/** What others see, and nothing beside it. Whatever shows a story shows this. */
export interface StoryFace {
  title: string;
  words: string | null;
  retelling: string | null;
  pieces: StoryPiece[];
  /** The name they wish to stand under it; null for none. */
  name: string | null;
}

/**
 * What a version shows of itself, with a name or none.
 * @example faceOf(version, { name: null, withPieces: true })
 */
export function faceOf(
  version: StoryWords & { pieces: readonly StoryPiece[] },
  { name, withPieces }: { name: string | null; withPieces: boolean },
): StoryFace {
  return {
    title: version.title,
    words: version.shows === 'retelling' ? null : version.theirWords,
    retelling: version.shows === 'words' ? null : version.retelling,
    pieces: withPieces ? version.pieces.map(({ fileId, kind, inWords }) => ({ fileId, kind, inWords })) : [],
    name,
  };
}

/** What a teller says yes to first: all of a version, before any name. */
export const whole = { name: null, withPieces: true } as const;

/**
 * S-1: what was shown, as 64 letters that no other face has. A comma more, or another picture, and they differ.
 * @example digestOf(faceOf(version, whole))
 */
export function digestOf(face: StoryFace): string {
  const { title, words, retelling, pieces, name } = face;
  const told = [title, words, retelling, name, pieces.map((one) => [one.fileId, one.kind, one.inWords])];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/** Whether there is anything in a version that others would see. */
export function saysSomething({ theirWords, retelling, shows, pieces }: StoryVersion): boolean {
  const hasWords = shows !== 'retelling' && theirWords !== '';
  const isRetold = shows !== 'words' && retelling !== '';
  return pieces.length > 0 || (shows === 'both' ? hasWords && isRetold : hasWords || isRetold);
}
