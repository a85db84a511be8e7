import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  type MetadataTags,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
  TextSubtitleSource,
  WavOutputFormat,
  WebMOutputFormat,
} from 'mediabunny';
import sharp from 'sharp';

/** Small pictures, sounds and films for tests, made by code: nobody took them. */

/** Paints stripes, so that a wrong turn or a lost half would show. */
export function picture(format: 'jpeg' | 'png' | 'webp' | 'gif', width = 64, height = 48): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 37 + Math.floor(at / width) * 11) % 256;
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

export interface Recording {
  video?: 'avc' | 'vp8';
  audio?: 'aac' | 'opus' | 'mp3' | 'pcm-s16';
  tags?: MetadataTags;
  /** Words in every frame of the sound. */
  spoken?: string;
  subtitles?: string;
  trackName?: string;
  frames?: number;
  frameBytes?: number;
}

const formats: Record<'mp4' | 'webm' | 'ogg' | 'mp3' | 'wav', () => OutputFormat> = {
  mp4: () => new Mp4OutputFormat({ fastStart: false }),
  webm: () => new WebMOutputFormat(),
  ogg: () => new OggOutputFormat(),
  mp3: () => new Mp3OutputFormat(),
  wav: () => new WavOutputFormat(),
};

/** A recording of invented frames in a real container. */
export async function recording(format: keyof typeof formats, asked: Recording): Promise<Buffer> {
  const { video, audio, tags, trackName, spoken, subtitles, frames = 20, frameBytes = 300 } = asked;
  const target = new BufferTarget();
  const output = new Output({ format: formats[format](), target });
  const pictures = video ? new EncodedVideoPacketSource(video) : null;
  const sounds = audio ? new EncodedAudioPacketSource(audio) : null;
  const named = trackName ? { name: trackName } : {};
  if (pictures) output.addVideoTrack(pictures, named);
  if (sounds) output.addAudioTrack(sounds, named);
  const words = subtitles ? new TextSubtitleSource('webvtt') : null;
  if (words) output.addSubtitleTrack(words);
  if (tags) output.setMetadataTags(tags);
  await output.start();
  if (words && subtitles) await words.add(`WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n${subtitles}\n`);
  for (let n = 0; n < frames; n += 1) {
    const filled = new Uint8Array(frameBytes).fill((n % 200) + 1);
    if (pictures && video)
      await pictures.add(new EncodedPacket(filled, n % 10 === 0 ? 'key' : 'delta', n / 10, 0.1), {
        decoderConfig: configs[video],
      });
    if (sounds && audio)
      await sounds.add(
        new EncodedPacket(audio === 'mp3' ? mp3Frame(n) : heardOf(filled, spoken), 'key', n / 10, 0.1),
        {
          decoderConfig: configs[audio],
        },
      );
  }
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const size = { codedWidth: 320, codedHeight: 240 };
const heard = { sampleRate: 48_000, numberOfChannels: 1 };
const configs = {
  avc: {
    codec: 'avc1.42c01e',
    ...size,
    description: bytes('0142c01effe1000a6742c01ed900a047fec801000468ce3880'),
  },
  vp8: { codec: 'vp8', ...size },
  aac: { codec: 'mp4a.40.2', ...heard, description: bytes('1188') },
  opus: { codec: 'opus', ...heard, description: bytes('4f707573486561640101380180bb0000000000') },
  mp3: { codec: 'mp3', ...heard },
  'pcm-s16': { codec: 'pcm-s16', ...heard },
};

function heardOf(filled: Uint8Array, spoken = ''): Uint8Array {
  const frame = Buffer.from(filled);
  frame.write(spoken);
  return frame;
}

/** MPEG 1, layer III, 128 kbit/s at 48 kHz: 384 bytes. */
function mp3Frame(n: number): Uint8Array {
  const frame = new Uint8Array(384).fill((n % 200) + 1);
  frame.set(bytes('fffb94c4'));
  return frame;
}
