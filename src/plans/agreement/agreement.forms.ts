import { z } from 'zod';
import { day, words } from '../../platform/http/reading.ts';
import { version } from '../plans.forms.ts';

export const AgreementForm = z.object({
  agreement: z.enum(['agree', 'partly', 'disagree'], { error: 'Choose whether they agree' }),
  agreementWords: words('Write what they said about it, in their words', 4_000),
  startsOn: day('Write the day it starts'),
  version,
});
