import { z } from 'zod';

export const PlanPath = z.object({ id: z.uuid() });

/** Nothing but the press of a button. */
export const Pressed = z.object({});

export const version = z.coerce.number({ error: 'Open the page again' }).int().positive();
