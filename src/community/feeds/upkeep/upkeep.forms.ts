import { z } from 'zod';
import { tick, words, wordsOrNothing } from '../../../platform/http/reading.ts';
import { isPrivateAddress, numberedHost } from '../fetching/private-network.ts';
import { howOftens } from './feed-schedule.ts';

export const DirectoryPath = z.object({ id: z.uuid() });

const missing = 'Give the web address of the feed, such as https://directory.example.org/services';

/** What can be told from the address alone; where a name leads is looked at each time it is read. */
function faultOf(url: URL | null): string | null {
  if (url === null || !/^https?:$/.test(url.protocol)) return missing;
  if (url.username || url.password)
    return 'Leave the name and password out of the address: an open feed needs none';
  const number = numberedHost(url);
  const isOurs = number ? isPrivateAddress(number) : !/\.[a-z0-9-]+$/i.test(url.hostname);
  if (isOurs || /\.(local|internal|localhost|home\.arpa)\.?$/i.test(url.hostname))
    return 'This address is inside somebody’s own network. Only public addresses are read from this page';
  return null;
}

const address = words(missing, 2_000).transform((typed, context) => {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
  const fault = faultOf(url);
  if (fault === null && url !== null) return url.href;
  context.addIssue({ code: 'custom', message: fault ?? missing });
  return z.NEVER;
});

export const DirectoryForm = z.object({
  name: words('Give the directory a name you will know it by', 200),
  url: address,
  howOften: z.enum(howOftens, { error: 'Choose how often it is read' }),
  licence: wordsOrNothing(200),
});

export const ChangeDirectoryForm = DirectoryForm.extend({ version: z.coerce.number().int().positive() });

export const ReadNowForm = z.object({ isAfresh: tick() });

export const PauseForm = z.object({
  pause: z.enum(['yes', 'no'], { error: 'Choose whether it is paused' }),
});
