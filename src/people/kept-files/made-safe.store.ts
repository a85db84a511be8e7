import { fileTypeFromStream } from 'file-type';
import { type Arrived, arrivedFrom } from '../../access/uploads/arrived.store.ts';
import { type KeptKind, type MediaType, mostBytes, type NotKept, notKept, readerFor } from './kept-file.ts';
import { safePicture } from './safe-picture.ts';
import { safeRecording } from './safe-recording.store.ts';

/** A file made safe: nothing in it but its pixels, or its sound and pictures. */
export interface MadeSafe {
  kind: KeptKind;
  mediaType: MediaType;
  bytes: Arrived;
  letGo(): Promise<void>;
}

/** Looked at from the beginning, a stretch at a time, until it is known what it is. */
const stretch = 65_536;

/**
 * Decides by what a file holds what it is, and makes it safe to keep and to show, or says in a sentence why not. Whoever
 * asks lets it go afterwards.
 * @example const made = await madeSafe(file); if (isNotKept(made)) return [made];
 */
export async function madeSafe(given: Arrived, field = 'file'): Promise<MadeSafe | NotKept> {
  if (given.size === 0) return notKept('nothing', field);
  const found = await typeOf(given);
  const reader = readerFor(found);
  if (reader === 'picture') return pictureMadeSafe(given, field);
  if (reader === 'recording')
    return recordingMadeSafe(
      given,
      /^(audio|application)/.test(found ?? '') ? 'sound-unread' : 'film-unread',
      field,
    );
  return notKept(reader, field);
}

async function typeOf(given: Arrived): Promise<string | undefined> {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const bytes = await given.read(at, Math.min(at + stretch, given.size));
      at += bytes.length;
      if (bytes.length === 0) controller.close();
      else controller.enqueue(bytes);
    },
  });
  try {
    return (await fileTypeFromStream(stream))?.mime;
  } catch {
    return undefined;
  }
}

async function pictureMadeSafe(given: Arrived, field: string): Promise<MadeSafe | NotKept> {
  if (given.size > mostBytes.picture) return notKept('picture-large', field);
  const painted = await safePicture(await given.read(0, given.size));
  if (!painted) return notKept('picture-unread', field);
  if (painted.bytes.length > mostBytes.picture) return notKept('picture-large', field);
  return {
    kind: 'picture',
    mediaType: painted.mediaType,
    bytes: arrivedFrom(painted.bytes),
    letGo: async () => {},
  };
}

async function recordingMadeSafe(
  given: Arrived,
  unread: 'sound-unread' | 'film-unread',
  field: string,
): Promise<MadeSafe | NotKept> {
  if (given.size > mostBytes.film) return notKept('film-large', field);
  const again = await safeRecording(given);
  if (!again) return notKept(unread, field);
  const { isFilm, mediaType, scratch } = again;
  if (!isFilm && Math.max(given.size, scratch.size) > mostBytes.sound) {
    await scratch.letGo();
    return notKept('sound-large', field);
  }
  return { kind: isFilm ? 'film' : 'sound', mediaType, bytes: scratch, letGo: () => scratch.letGo() };
}
