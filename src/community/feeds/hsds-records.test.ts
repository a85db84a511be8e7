import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Json } from '../listing.ts';
import { feedPageOf } from './feed-page.ts';
import { readFeed } from './read-feed.ts';

const organisation = {
  id: 'o1',
  name: 'Saltbeck Neighbours',
  description: 'Neighbours.',
  legal_status: 'Charity',
};
const choir = { id: 's1', name: 'Choir', status: 'active', description: 'Sing.' };
const bowls = { id: 's2', name: 'Bowls', status: 'active', description: 'Bowl.' };

async function namesIn(text: string): Promise<(string | null)[]> {
  const path = join(mkdtempSync(join(tmpdir(), 'alongside-hsds-')), 'feed.json');
  writeFileSync(path, text);
  const found: (string | null)[] = [];
  for await (const item of readFeed(path, { today: '2026-11-21' }))
    if (item.kind === 'record' && item.read.outcome !== 'refused')
      found.push(item.read.listing.name, item.read.listing.organisation?.name ?? null);
  return found;
}

const both = ['Choir', 'Saltbeck Neighbours', 'Bowls', 'Saltbeck Neighbours'];

describe('HSDS 3.x records', () => {
  it('services within the organisations that give them', async () => {
    const within = [{ ...organisation, services: [choir, bowls] }];
    assert.deepEqual(await namesIn(JSON.stringify({ contents: within, total_pages: 1 })), both);
    assert.deepEqual(await namesIn(JSON.stringify(within)), both);
    assert.deepEqual(await namesIn(JSON.stringify({ organizations: within })), both);
  });

  it('services beside a list of organisations', async () => {
    const services = [choir, bowls].map((one) => ({ ...one, organization_id: 'o1' }));
    assert.deepEqual(await namesIn(JSON.stringify({ organizations: [organisation], services })), both);
  });

  it('one record a line, with an empty line at the end', async () => {
    const lines = [choir, bowls].map((one) => JSON.stringify({ ...one, organization: organisation }));
    assert.deepEqual(await namesIn(`${lines.join('\r\n')}\r\n\r\n`), both);
    await assert.rejects(namesIn(`${lines[0]}\n{"id":"s2","na`), /it is not whole JSON/);
  });

  it('a service keeps an organisation of its own', () => {
    const own = { ...choir, organization_id: 'o1', organization: { id: 'o2', name: 'Choir Trust' } };
    const page = feedPageOf({ organizations: [organisation], services: [own] } as Json);
    assert.deepEqual(typeof page === 'string' ? page : page.records, [own]);
  });

  it('organisations that name no service are said to be just that', () => {
    assert.equal(feedPageOf([organisation] as Json), 'it lists organisations without their services');
  });
});
