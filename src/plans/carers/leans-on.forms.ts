import { z } from 'zod';

/** One choice holds both: which carer, and which thing. @example 'e3b0…-…-… nights' */
export const leansOnValue = (carerId: string, thing: string): string => `${carerId} ${thing}`;

export const leansOn = () =>
  z
    .string()
    .max(200)
    .nullish()
    .transform((chosen) => {
      const found = /^([0-9a-f-]{36}) (.+)$/.exec(chosen ?? '');
      return found ? { carerId: found[1] ?? '', thing: found[2] ?? '' } : null;
    });
