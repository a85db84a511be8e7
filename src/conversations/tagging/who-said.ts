import type { Entry, EntryVoice } from '../conversation.ts';

/**
 * Who said words, unless the writer says otherwise: their own words are the person's, or of whoever was there
 * when they were not; what somebody noticed or thinks is the writer's; what was agreed is of both.
 * @example whoSaid('noticed', { isWithPerson: true, withWhom: 'Wilf', author: 'Rowan' }, 'Wilf') // 'Rowan'
 */
export function whoSaid(
  voice: EntryVoice,
  entry: Pick<Entry, 'isWithPerson' | 'withWhom' | 'author'>,
  name: string,
): string {
  const writer = entry.author ?? 'Somebody here';
  const speaker = entry.isWithPerson || !entry.withWhom ? name : entry.withWhom;
  if (voice === 'said') return speaker;
  return voice === 'agreed' ? `${speaker} and ${writer}` : writer;
}
