import { readSync, writeSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import {
  CustomSource,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  Logging,
  LogLevel,
  MATROSKA,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  StreamTarget,
  WAVE,
  WavOutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import type { MediaType } from './kept-file.ts';
import { saysFilm } from './says-film.ts';

/** A recording to write again: where it lies, how long it is, and where to write. */
export interface RecordingTask {
  from: number;
  size: number;
  to: number;
}

export interface RecordingWritten {
  mediaType: MediaType;
  isFilm: boolean;
  size: number;
}

// What it would say of a file is told to whoever sent it, in our words; a log is no place for a stranger's bytes.
Logging.level = LogLevel.Silent;

/** A made-up table of contents may say the same bytes a thousand times over. */
const mostGrowth = 1.2;
const roomForContents = 1_000_000;

// A thread of its own: a file made to be read for ever is stopped from outside (safe-recording.store.ts).
parentPort?.on('message', async (task: RecordingTask) => {
  parentPort?.postMessage(await written(task).catch(() => null));
});

async function written({ from, size, to }: RecordingTask): Promise<RecordingWritten | null> {
  const given = { size, read: async (at: number, end: number) => readAt(from, at, Math.min(end, size)) };
  const input = new Input({
    source: new CustomSource({
      getSize: () => size,
      read: (at, end) => readAt(from, at, end),
      maxCacheSize: 4_194_304,
    }),
    formats: [MP4, QTFF, WEBM, MATROSKA, MP3, WAVE, OGG],
  });
  try {
    return await writtenAgain(input, given, to);
  } finally {
    input.dispose();
  }
}

function readAt(fd: number, at: number, end: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, end - at));
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(fd, bytes, done, bytes.length - done, at + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

function writeAt(fd: number, data: Uint8Array, at: number): void {
  for (let done = 0; done < data.length; ) done += writeSync(fd, data, done, data.length - done, at + done);
}

async function writtenAgain(
  input: Input,
  given: Parameters<typeof saysFilm>[0],
  to: number,
): Promise<RecordingWritten | null> {
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  const form = formOf((await video?.getCodec()) ?? null, (await audio?.getCodec()) ?? null);
  if (!form || (!video && (await saysFilm(given)))) return null;
  const most = given.size * mostGrowth + roomForContents;
  let size = 0;
  const writable = new WritableStream<{ data: Uint8Array; position: number }>({
    write({ data, position }) {
      if (position + data.length > most) throw new Error('more comes out than went in');
      writeAt(to, data, position);
      size = Math.max(size, position + data.length);
    },
  });
  const output = new Output({
    format: form.format,
    target: new StreamTarget(writable, { chunked: true, chunkSize: 1_048_576 }),
  });
  const offset = await input.getFirstTimestamp([video, audio].filter((track) => track !== null));
  const copies = [
    ...(video ? [await pictureCopy(video, output, offset)] : []),
    ...(audio ? [await soundCopy(audio, output, offset)] : []),
  ];
  try {
    await output.start();
    await Promise.all(copies.map((copy) => copy()));
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => {});
    throw error;
  }
  return { mediaType: form.mediaType, isFilm: video !== null, size };
}

interface Form {
  format: OutputFormat;
  mediaType: MediaType;
}

/** What holds these frames so that most browsers play them; null when nothing does. */
function formOf(video: string | null, audio: string | null): Form | null {
  const either = (...names: string[]) =>
    (video === null || names.includes(video)) && (audio === null || names.includes(audio));
  if (video === null && audio === null) return null;
  if (video === null && audio === 'mp3') return { format: new Mp3OutputFormat(), mediaType: 'audio/mpeg' };
  if (video === null && audio === 'vorbis') return { format: new OggOutputFormat(), mediaType: 'audio/ogg' };
  if (video === null && audio?.startsWith('pcm-'))
    return { format: new WavOutputFormat(), mediaType: 'audio/wav' };
  if (either('vp8', 'vp9', 'opus', 'vorbis'))
    return { format: new WebMOutputFormat(), mediaType: video === null ? 'audio/webm' : 'video/webm' };
  if (either('avc', 'hevc', 'av1', 'vp9', 'aac', 'mp3', 'opus'))
    return {
      format: new Mp4OutputFormat({ fastStart: false }),
      mediaType: video === null ? 'audio/mp4' : 'video/mp4',
    };
  return null;
}

type Copy = () => Promise<void>;

async function pictureCopy(track: InputVideoTrack, output: Output, offset: number): Promise<Copy> {
  const codec = await track.getCodec();
  const decoderConfig = await track.getDecoderConfig();
  if (!codec || !decoderConfig) throw new Error('its pictures cannot be told');
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { rotation: await track.getRotation() });
  return async () => {
    for await (const packet of packetsOf(track, offset)) await source.add(packet, { decoderConfig });
    source.close();
  };
}

async function soundCopy(track: InputAudioTrack, output: Output, offset: number): Promise<Copy> {
  const codec = await track.getCodec();
  const decoderConfig = await track.getDecoderConfig();
  if (!codec || !decoderConfig) throw new Error('its sound cannot be told');
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  return async () => {
    for await (const packet of packetsOf(track, offset)) await source.add(packet, { decoderConfig });
    source.close();
  };
}

async function* packetsOf(track: InputVideoTrack | InputAudioTrack, offset: number) {
  let count = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (packet.byteLength !== packet.data.length || packet.byteLength === 0)
      throw new Error('it ends before its end');
    count += 1;
    yield packet.clone({ timestamp: packet.timestamp - offset });
  }
  if (count === 0) throw new Error('there is nothing in it');
}
