import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFeed } from './read-feed.ts';
import type { ReadRecord } from './records/read-outcome.ts';
import { tallyOutcomes } from './records/read-outcome.ts';

/** Real directories, kept beside the checkout where there is a licence to look at them and none to hand them on. */
const folder = new URL('../../../../shared/data/open-referral/feeds/', import.meta.url);

describe('real feeds', () => {
  for (const [file, records] of [
    ['bristol-v1-2024-12-part-a.json', 410],
    ['bristol-v3-services-page1.json', 3],
  ] as const) {
    const path = fileURLToPath(new URL(file, folder));
    const skip = existsSync(path) ? false : `the real feed ${file} is not beside this checkout`;

    it(`${file}: all ${records} records are counted and none is lost`, { skip }, async (test) => {
      const reads: ReadRecord[] = [];
      for await (const item of readFeed(path, { today: '2026-11-21' })) {
        if (item.kind === 'record') reads.push(item.read);
      }
      const { accepted, mended, refused, reasons } = tallyOutcomes(reads);
      assert.equal(accepted + mended + refused, records);
      assert.ok(accepted > mended, 'most of a real directory reads as it is');
      assert.ok(refused <= 1, 'only the record with no name is refused');
      assertNoMarkup(reads);
      test.diagnostic(`accepted ${accepted}, mended ${mended}, refused ${refused}`);
      for (const { field, problem, records: count } of reasons.slice(0, 8)) {
        test.diagnostic(`${count} × ${field}: ${problem}`);
      }
    });
  }
});

function assertNoMarkup(reads: readonly ReadRecord[]): void {
  for (const read of reads) {
    if (read.outcome === 'refused') continue;
    const { name, summary, description } = read.listing;
    assert.doesNotMatch(
      [name, summary, description].join('\n'),
      /<\/?(?:p|br|div|span|a|script)\b|&nbsp;|&amp;/i,
      name,
    );
  }
}
