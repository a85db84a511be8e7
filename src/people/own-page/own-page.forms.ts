import { z } from 'zod';
import { addressProblem } from '../../access/own-page/own-address.ts';
import { day, words } from '../../platform/http/reading.ts';

const number = z
  .string({ error: 'Ask them to type six figures' })
  .trim()
  .min(1, { error: 'Ask them to type six figures' })
  .max(40, { error: 'Choose six figures' });

export const waysForMessages = ['none', 'text', 'email'] as const;

/** Opening somebody's own page: what was talked about, where messages go, and the number they choose. */
export const OpenForm = z
  .object({
    talked: words('Write what you talked about: who else might look, or press them to show it', 2_000),
    talkedOn: day('Write the day you talked about it'),
    messageBy: z.enum(waysForMessages, { error: 'Choose whether they want a code by message' }),
    mobile: z.string().trim().max(40).optional(),
    email: z.string().trim().max(200).optional(),
    number,
  })
  .superRefine(({ messageBy, mobile = '', email = '' }, context) => {
    if (messageBy === 'none') return;
    const [field, typed] = messageBy === 'text' ? ['mobile', mobile] : ['email', email];
    const message = addressProblem(messageBy, typed);
    if (message) context.addIssue({ code: 'custom', path: [field], message });
  });

export const NumberForm = z.object({ number });

export const LetterForm = z.object({ print: z.enum(['standard', 'large']).default('standard') });

export const CloseForm = z.object({});
