import { z } from 'zod';
import { words } from '../../platform/http/reading.ts';
import type { Words } from '../words/english.ts';

export const KeyForm = ({ waysIn }: Words) =>
  z.object({
    name: words(waysIn.nameFirst, 60),
    answer: words(waysIn.notAKey, 20_000),
  });

export const KeyPath = z.object({ keyId: z.uuid() });

export const NumberForm = ({ waysIn }: Words) =>
  z.object({ old: words(waysIn.typeOld, 40), number: words(waysIn.typeNew, 40) });

export const NothingForm = z.object({});
