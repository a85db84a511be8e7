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
import { type Arrived, openScratch, type Scratch } from '../../access/uploads/arrived.store.ts';
import type { MediaType } from './kept-file.ts';
import { saysFilm } from './says-film.ts';

// What it would say of a file is told to whoever sent it, in our words; a log is no place for a stranger's bytes.
Logging.level = LogLevel.Silent;

export interface SafeRecording {
  mediaType: MediaType;
  isFilm: boolean;
  scratch: Scratch;
}

/** In milliseconds: 100 MB takes two seconds. What takes ten times that was made to. */
const longest = 20_000;
/** A made-up table of contents may say the same bytes a thousand times over. */
const mostGrowth = 1.2;
const roomForContents = 1_000_000;

/**
 * A sound or a film written again from its frames, one picture track and one sound track: no places, names, times, covers,
 * attachments, tracks of other things, or anything before, between or after. Frames are copied, not made again, so it is
 * as good as what was given.
 * @returns null when it cannot be read to its end. Otherwise its scratch file is the caller's to let go.
 */
export async function safeRecording(given: Arrived): Promise<SafeRecording | null> {
  const scratch = await openScratch();
  const input = new Input({
    source: new CustomSource({
      getSize: () => given.size,
      read: (from, to) => given.read(from, to),
      maxCacheSize: 4_194_304,
    }),
    formats: [MP4, QTFF, WEBM, MATROSKA, MP3, WAVE, OGG],
  });
  try {
    const made = await writtenAgain(input, given, scratch);
    if (made) return { ...made, scratch };
  } catch {
    // What cannot be read, whatever the reason, is said to be so in one sentence.
  } finally {
    input.dispose();
  }
  await scratch.letGo();
  return null;
}

async function writtenAgain(
  input: Input,
  given: Arrived,
  scratch: Scratch,
): Promise<Omit<SafeRecording, 'scratch'> | null> {
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  const form = formOf((await video?.getCodec()) ?? null, (await audio?.getCodec()) ?? null);
  if (!form || (!video && (await saysFilm(given)))) return null;
  const most = given.size * mostGrowth + roomForContents;
  const writable = new WritableStream<{ data: Uint8Array; position: number }>({
    async write({ data, position }) {
      if (position + data.length > most) throw new Error('more comes out than went in');
      await scratch.write(data, position);
    },
  });
  const output = new Output({
    format: form.format,
    target: new StreamTarget(writable, { chunked: true, chunkSize: 1_048_576 }),
  });
  const offset = await input.getFirstTimestamp([video, audio].filter((track) => track !== null));
  const late = AbortSignal.timeout(longest);
  const copies = [
    ...(video ? [await pictureCopy(video, output, { offset, late })] : []),
    ...(audio ? [await soundCopy(audio, output, { offset, late })] : []),
  ];
  try {
    await output.start();
    await Promise.all(copies.map((copy) => copy()));
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => {});
    throw error;
  }
  return { mediaType: form.mediaType, isFilm: video !== null };
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

interface Pace {
  /** Where the recording begins on its own clock: it begins at nought on ours. */
  offset: number;
  late: AbortSignal;
}

type Copy = () => Promise<void>;

async function pictureCopy(track: InputVideoTrack, output: Output, pace: Pace): Promise<Copy> {
  const codec = await track.getCodec();
  const decoderConfig = await track.getDecoderConfig();
  if (!codec || !decoderConfig) throw new Error('its pictures cannot be told');
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { rotation: await track.getRotation() });
  return async () => {
    for await (const packet of packetsOf(track, pace)) await source.add(packet, { decoderConfig });
    source.close();
  };
}

async function soundCopy(track: InputAudioTrack, output: Output, pace: Pace): Promise<Copy> {
  const codec = await track.getCodec();
  const decoderConfig = await track.getDecoderConfig();
  if (!codec || !decoderConfig) throw new Error('its sound cannot be told');
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  return async () => {
    for await (const packet of packetsOf(track, pace)) await source.add(packet, { decoderConfig });
    source.close();
  };
}

async function* packetsOf(track: InputVideoTrack | InputAudioTrack, { offset, late }: Pace) {
  let count = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    late.throwIfAborted();
    if (packet.byteLength !== packet.data.length || packet.byteLength === 0)
      throw new Error('it ends before its end');
    count += 1;
    yield packet.clone({ timestamp: packet.timestamp - offset });
  }
  if (count === 0) throw new Error('there is nothing in it');
}
