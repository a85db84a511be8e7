// Values worked out by R, kept so that no test needs R. How each file was made is told at the head of its .R script.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The data sets of one script with the answers R gave: `readReference<SharesSet>('shares')`. */
export function readReference<Set>(name: 'shares' | 'follow-up' | 'over-time'): Set[] {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'));
}

/** Holds our figure to R's within a millionth, of itself when it is large. Null stands for "no answer" on both sides. */
export function same(ours: number | null | undefined, theirs: number | null | undefined, what: string): void {
  if (theirs === null || theirs === undefined) {
    assert.equal(ours ?? null, null, `${what}: R has no answer`);
    return;
  }
  assert.ok(typeof ours === 'number', `${what}: no answer beside R's ${theirs}`);
  const apart = Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
  assert.ok(apart <= 1e-6, `${what}: ours ${ours}, R's ${theirs}`);
}
