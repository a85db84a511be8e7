import sharp from 'sharp';
import type { MediaType } from './kept-file.ts';

/** Longest side, in pixels: a whole A4 page at 200 to the inch. */
const longestSide = 2_400;
/** A picture of more pixels than any telephone takes is made to fill a machine's memory. */
const mostPixels = 120_000_000;
const mostSeconds = 10;

// Only these four readers, whatever else the library was built with, and one picture at a time in each process.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

export interface SafePicture {
  mediaType: MediaType;
  bytes: Buffer;
}

/**
 * A picture painted again from its pixels: turned as its camera was held, then without anything that was not pixels
 * (places, names, times, earlier pictures, colour profiles, what was hidden behind its end). Of a moving picture, the first.
 * @returns null when it cannot be read to its end
 */
export async function safePicture(given: Buffer): Promise<SafePicture | null> {
  try {
    const picture = sharp(given, {
      limitInputPixels: mostPixels,
      failOn: 'error',
      sequentialRead: true,
      pages: 1,
    });
    const { format } = await picture.metadata();
    const painted = picture
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .timeout({ seconds: mostSeconds });
    if (format === 'jpeg')
      return { mediaType: 'image/jpeg', bytes: await painted.jpeg({ quality: 84 }).toBuffer() };
    if (format === 'webp')
      return { mediaType: 'image/webp', bytes: await painted.webp({ quality: 84 }).toBuffer() };
    return { mediaType: 'image/png', bytes: await painted.png().toBuffer() };
  } catch {
    return null;
  }
}
