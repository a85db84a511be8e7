import type { TestEvent } from 'node:test/reporters';

/** A reporter for `npm test`: what one process counted, as JSON, so that all of them can be added up. */
export default async function* tally(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events)
    if (type === 'test:summary' && !('file' in data && data.file)) yield JSON.stringify(data.counts);
}
