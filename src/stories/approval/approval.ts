import { type Refusal, refuse } from '../../platform/refusal.ts';
import { digestOf, faceOf, type StoryVersion, saysSomething, whole } from '../story.ts';

/**
 * S-1: a teller says yes to one version, exactly as it was shown. Another comma is another version, and needs
 * another yes; until then the one before stands or comes down, as they choose.
 * @param shown what stood on the page they said yes to, as `digestOf`
 */
export function mayApprove(
  latest: StoryVersion,
  asked: { versionId: string; shown: string },
): Refusal | undefined {
  const asItIs = digestOf(faceOf(latest, whole));
  if (latest.id !== asked.versionId || asItIs !== asked.shown)
    return refuse('S-1', 'the story changed after you opened it', 'read it as it is now, then say yes');
  if (!saysSomething(latest))
    return refuse('S-1', 'part of what it would show is still empty', 'write it, or show the other part');
  return undefined;
}
