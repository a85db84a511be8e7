/** How a film may be read from anywhere in it. */
interface Readable {
  size: number;
  read(from: number, to: number): Promise<Buffer>;
}

const mostBoxes = 1_000;
const longestContents = 16_000_000;

/**
 * Whether an MP4's contents speak of pictures, known to us or not: a film of pictures nobody knows is not quietly made a
 * sound. (ISO/IEC 14496-12: boxes of a length and a name; in `moov` each track's `hdlr` says what it is.)
 */
export async function saysFilm(given: Readable): Promise<boolean> {
  let at = 0;
  for (let count = 0; count < mostBoxes && at + 16 <= given.size; count += 1) {
    const head = await given.read(at, at + 16);
    if (head.length < 16) return false;
    const short = head.readUInt32BE(0);
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short || given.size - at;
    if (head.toString('latin1', 4, 8) === 'moov')
      return speaksOfPictures(await given.read(at, at + Math.min(length, longestContents)));
    if (length < 8) return false;
    at += length;
  }
  return false;
}

const speaksOfPictures = (moov: Buffer): boolean => /hdlr[\s\S]{8}vide/.test(moov.toString('latin1'));
