import type { Problem } from '../../platform/http/problems.ts';

export type KeptKind = 'picture' | 'sound' | 'film';

/** What a file is made to be before it is kept, and then served as. */
export const mediaTypes = {
  picture: ['image/jpeg', 'image/png', 'image/webp'],
  sound: ['audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/ogg', 'audio/webm'],
  film: ['video/mp4', 'video/webm'],
} as const satisfies Record<KeptKind, readonly string[]>;

export type MediaType = (typeof mediaTypes)[KeptKind][number];

const mega = 1_000_000;

/** Most bytes of one file, by kind: a photograph of any telephone, half an hour of talk, a few minutes of film*. */
export const mostBytes: Record<KeptKind, number> = { picture: 15 * mega, sound: 30 * mega, film: 100 * mega };
/** The largest of those, and room for the form around it: for `takeFiles`. */
export const mostBytesOfForm = mostBytes.film + mega;

/** How much one person's files may come to, and a council's*. */
export interface Room {
  person: number;
  council: number;
}

/** From the council's settings `filesPersonMb` and `filesCouncilMb`. @example roomFrom({}).person // 500_000_000 */
export function roomFrom(settings: Record<string, unknown>): Room {
  const sized = (value: unknown, or: number) => (typeof value === 'number' && value > 0 ? value : or) * mega;
  return { person: sized(settings.filesPersonMb, 500), council: sized(settings.filesCouncilMb, 50_000) };
}

/** Why a file was not kept. A page in another language has its own sentence for each. */
export type WhyNot =
  | 'nothing'
  | 'unknown'
  | 'heic'
  | 'document'
  | 'picture-unread'
  | 'sound-unread'
  | 'film-unread'
  | 'picture-large'
  | 'sound-large'
  | 'film-large'
  | 'person-full'
  | 'council-full';

export interface NotKept extends Problem {
  why: WhyNot;
}

const sentences: Record<WhyNot, string> = {
  nothing: 'This file has nothing in it. Choose another',
  unknown: 'We could not tell what this is. Choose a picture (JPEG), a sound (MP3) or a film (MP4)',
  heic: 'This picture is kept in a way most computers cannot open (HEIC). Send it as JPEG: your phone can save a copy',
  document:
    'This is a document, not a picture, a sound or a film. Take a picture of it, or write the words instead',
  'picture-unread':
    'We could not read this picture. Your phone can save it as JPEG, or you could take it again',
  'sound-unread': 'We could not read this sound. Your phone can save it as MP3 or M4A',
  'film-unread': 'We could not read this film. Your phone can save it as MP4',
  'picture-large': 'This picture is larger than 15 MB. Your phone can send a smaller one',
  'sound-large': 'This sound is larger than 30 MB. Half an hour of talk fits: you could record it in two',
  'film-large': 'This film is larger than 100 MB. A few minutes fit: you could make it shorter',
  'person-full': 'There is no more room for pictures, sound and film here. Take one away first, or ring us',
  'council-full': 'There is no more room at present. Ring us, and we will make some',
};

/** @example notKept('heic', 'file').message */
export const notKept = (why: WhyNot, field = 'file'): NotKept => ({ field, why, message: sentences[why] });

export const isNotKept = (value: unknown): value is NotKept =>
  typeof value === 'object' && value !== null && 'why' in value && 'message' in value;

/** How a file is read, by what its own first bytes say it is. */
export type Reader = 'picture' | 'recording';

const documents =
  /^(application\/(pdf|x-cfb|rtf|zip|gzip|x-|vnd\.|epub|xml|wasm|java|octet)|text\/|model\/|font\/|image\/svg|image\/vnd)/;

/**
 * Which reader takes what `file-type` found. Nothing a file calls itself is asked: neither its name nor its declared type.
 * @example readerFor('image/gif') // 'picture': its first frame
 */
export function readerFor(found: string | undefined): Reader | WhyNot {
  if (!found) return 'unknown';
  if (['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/gif'].includes(found)) return 'picture';
  if (/^image\/(hei[cf]|avif)/.test(found)) return 'heic';
  if (recordings.has(found)) return 'recording';
  return documents.test(found) ? 'document' : 'unknown';
}

const recordings = new Set([
  ...[
    'video/mp4',
    'video/quicktime',
    'video/x-m4v',
    'video/3gpp',
    'video/3gpp2',
    'video/webm',
    'video/matroska',
  ],
  ...[
    'audio/mpeg',
    'audio/mp4',
    'audio/x-m4a',
    'audio/wav',
    'audio/ogg',
    'audio/ogg; codecs=opus',
    'audio/opus',
  ],
  ...['audio/webm', 'application/ogg', 'audio/matroska', 'audio/aac'],
]);
