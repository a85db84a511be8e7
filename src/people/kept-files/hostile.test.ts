import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import sharp from 'sharp';
import { arrivedFrom } from '../../access/uploads/arrived.store.ts';
import type { Hostile } from './hostile.fixture.ts';
import { chance, hostileOthers } from './hostile-others.fixture.ts';
import { hostilePictures } from './hostile-pictures.fixture.ts';
import { hostileRecordings } from './hostile-recordings.fixture.ts';
import { isNotKept, type KeptKind } from './kept-file.ts';
import { madeSafe } from './made-safe.store.ts';
import { picture, recording } from './media.fixture.ts';

const files = [...hostileOthers(), ...(await hostilePictures()), ...(await hostileRecordings())];
const refused = files.filter(({ planted }) => !planted);
const safe = files.filter(({ planted }) => planted);

describe('sixty hostile files and more', () => {
  console.log(`${files.length} hostile files: ${refused.length} refused, ${safe.length} made safe`);

  it('are at least sixty, each of its own name', () => {
    assert.ok(files.length >= 60);
    assert.equal(new Set(files.map(({ name }) => name)).size, files.length);
  });

  for (const file of refused)
    it(`refuses ${file.name}, and says in words what to do`, async () => {
      const answer = await madeSafe(arrivedFrom(file.bytes));
      assert.ok(isNotKept(answer), 'it was kept');
      assert.match(answer.message, /\b(choose|send|save|take|record|shorter|smaller|write)\b/i);
    });

  for (const file of safe)
    it(`makes ${file.name} safe: what was planted is gone, and it still opens`, async () => {
      for (const planted of file.planted ?? [])
        assert.ok(
          spellings(planted).some((one) => file.bytes.includes(one)),
          `${planted} was never in it`,
        );
      const { kind, bytes } = await kept(file);
      for (const planted of file.planted ?? [])
        for (const one of spellings(planted)) assert.ok(!bytes.includes(one), `${planted} is still in it`);
      await opens(kind, bytes);
    });
});

describe('what is made safe', () => {
  it('is turned as its camera was held, and nothing then says how that was', async () => {
    const sideways = await sharp(await picture('jpeg', 64, 48))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { bytes } = await kept({ bytes: sideways });
    const { width, height, orientation, exif, icc, xmp, iptc } = await sharp(bytes).metadata();
    assert.deepEqual({ width, height }, { width: 48, height: 64 });
    assert.deepEqual(
      [orientation, exif, icc, xmp, iptc],
      [undefined, undefined, undefined, undefined, undefined],
    );
  });

  it('is no larger than a page', async () => {
    const { width, height } = await sharp(
      (await kept({ bytes: await picture('jpeg', 3_000, 1_000) })).bytes,
    ).metadata();
    assert.deepEqual([width, height], [2_400, 800]);
  });

  it('has every frame of the film and of the sound, and how they turn', async () => {
    const given = await recording('mp4', { video: 'avc', audio: 'aac', frames: 37 });
    assert.deepEqual(await frames((await kept({ bytes: given })).bytes), await frames(given));
  });

  it('says what it is by what it holds: a film with no pictures is a sound', async () => {
    const kinds = await Promise.all([
      kept({ bytes: await recording('mp4', { audio: 'aac' }) }),
      kept({ bytes: await recording('webm', { audio: 'opus' }) }),
      kept({ bytes: await recording('webm', { video: 'vp8' }) }),
    ]);
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['sound', 'sound', 'film'],
    );
  });

  it('is safe or refused, and soon, wherever chance changes a file', async () => {
    const given = await Promise.all([
      recording('mp4', { video: 'avc', audio: 'aac' }),
      recording('webm', { video: 'vp8', audio: 'opus' }),
      recording('mp3', { audio: 'mp3' }),
      recording('ogg', { audio: 'opus' }),
      recording('wav', { audio: 'pcm-s16' }),
      picture('jpeg'),
      picture('webp'),
    ]);
    const dice = chance(4 * 6 * 5 * given.length);
    let at = 0;
    let isSafe = 0;
    for (const whole of given)
      for (let turn = 0; turn < 5; turn += 1) {
        const changed = Buffer.from(whole);
        for (let n = 0; n < 6; n += 1, at += 4)
          changed[dice.readUInt16LE(at) % changed.length] = dice[at + 2] ?? 0;
        const answer = await madeSafe(arrivedFrom(changed));
        if (isNotKept(answer)) continue;
        isSafe += 1;
        assert.ok(answer.bytes.size > 0 && answer.bytes.size < changed.length * 1.2 + 1_000_000);
        await answer.letGo();
      }
    assert.ok(isSafe > 0, `${isSafe} safe`);
  });
});

async function kept({ bytes }: Pick<Hostile, 'bytes'>): Promise<{ kind: KeptKind; bytes: Buffer }> {
  const answer = await madeSafe(arrivedFrom(bytes));
  if (isNotKept(answer)) assert.fail(`it was refused: ${answer.message}`);
  const held = await answer.bytes.read(0, answer.bytes.size);
  await answer.letGo();
  return { kind: answer.kind, bytes: Buffer.from(held) };
}

/** As it was planted, and as a machine might write the same words. */
function spellings(planted: string | Buffer): Buffer[] {
  if (typeof planted !== 'string') return [planted];
  const wide = Buffer.from(planted, 'utf16le');
  return [Buffer.from(planted), Buffer.from(planted, 'latin1'), wide, Buffer.from(wide).swap16()];
}

async function opens(kind: KeptKind, bytes: Buffer): Promise<void> {
  if (kind === 'picture') {
    const { data, info } = await sharp(bytes, { failOn: 'warning' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.equal(data.length, info.width * info.height * info.channels);
    return;
  }
  assert.ok((await frames(bytes)).every(({ sizes }) => sizes.length > 0));
}

async function frames(bytes: Buffer) {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const tracks = await input.getTracks();
  assert.ok(tracks.length > 0);
  return Promise.all(
    tracks.map(async (track) => {
      const sizes: number[] = [];
      for await (const packet of new EncodedPacketSink(track).packets()) sizes.push(packet.data.length);
      return { type: track.type, codec: await track.getCodec(), sizes };
    }),
  );
}
