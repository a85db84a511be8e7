import { z } from 'zod';
import { wordsOrNothing } from '../../platform/http/reading.ts';
import { pictureNames } from './pictures.ts';

/** More than any telephone's picture; what is kept is far less. */
export const MOST_BYTES = 12_000_000;

export const PicturePath = z.object({ name: z.enum(pictureNames) });

export const PictureForm = z.object({
  name: z.enum(pictureNames, { error: 'Choose which picture this is for' }),
  file: z.instanceof(Uint8Array, { error: 'Choose a picture: PNG, JPEG or WebP' }),
  alt: wordsOrNothing(120),
});
