import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrivedFrom } from '../../access/uploads/arrived.store.ts';
import { findIn, patched } from './hostile.fixture.ts';
import { recording } from './media.fixture.ts';
import { safeRecording } from './safe-recording.store.ts';

const film = await recording('webm', { video: 'vp8', audio: 'opus' });
/** Its table of contents (Cues), after the last frame, has another mark: the reader looks for what follows and never stops. */
const cues = Buffer.from('1c53bb6b', 'hex');
const neverEnding = patched(film, findIn(film, cues, findIn(film, cues) + 1) + 1, Buffer.from([0x65]));
const limit = 3_000;
const stopped = { reading: limit, waiting: 600_000 };
const patient = { reading: 600_000, waiting: 600_000 };

describe('a film made to be read for ever', () => {
  it('is stopped when its time is over, and the next is read', async () => {
    const began = performance.now();
    assert.equal(await safeRecording(arrivedFrom(neverEnding), stopped), null);
    assert.ok(performance.now() - began >= limit - 1, 'it ended by itself: this is not such a file');
    const next = await safeRecording(arrivedFrom(film), patient);
    assert.ok(next?.isFilm);
    await next.scratch.letGo();
  });

  it('keeps few waiting: whoever comes when the line is full is asked to come back', async () => {
    const line = [
      safeRecording(arrivedFrom(neverEnding), stopped),
      ...[film, film, film].map((bytes) => safeRecording(arrivedFrom(bytes), patient)),
    ];
    await assert.rejects(safeRecording(arrivedFrom(film), patient), { statusCode: 503 });
    const read = await Promise.all(line);
    assert.deepEqual(
      read.map((one) => one !== null),
      [false, true, true, true],
    );
    const after = await safeRecording(arrivedFrom(film), patient);
    for (const one of [...read, after]) await one?.scratch.letGo();
    assert.ok(after);
  });

  it('keeps nobody waiting long, and those behind whoever gives up are still read', async () => {
    const ending = safeRecording(arrivedFrom(neverEnding), stopped);
    const given = safeRecording(arrivedFrom(film), { ...patient, waiting: 1 });
    const behind = safeRecording(arrivedFrom(film), patient);
    await assert.rejects(given, { statusCode: 503 });
    assert.equal(await ending, null);
    const read = await behind;
    await read?.scratch.letGo();
    assert.ok(read);
  });
});
