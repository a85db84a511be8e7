import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from 'preact-render-to-string';
import { IdentityBand, SubNav } from './identity-band.tsx';
import { Promises } from './promises/promises.tsx';
import { Voices } from './timeline/voices.tsx';

describe('a person’s page', () => {
  it('has their communication needs under the name, the first sentence in bold', () => {
    const html = render(
      <IdentityBand
        name="Wilfred Acheson"
        likes={['likes to be called Wilf', null, '82']}
        needs={[
          { kind: 'communication', need: 'Hears better on his left. Ring, don’t text.' },
          { kind: 'good-to-know', need: 'Dog in the house.' },
        ]}
      />,
    );
    assert.match(html, /<h1>Wilfred Acheson<\/h1><p[^>]*>likes to be called Wilf · 82<\/p>/);
    assert.match(html, /<b>Hears better on his left.<\/b> Ring, don’t text./);
    assert.match(html, /<li>Dog in the house.<\/li>/);
  });

  it('marks the place among their pages that this one is', () => {
    const items = [
      { href: '/people/1', text: 'Now', isCurrent: true },
      { href: '/people/1/story', text: 'Story', isCurrent: false },
    ];
    const html = render(<SubNav items={items} />);
    assert.match(html, /<a href="\/people\/1" aria-current="page">Now/);
    assert.match(html, /<a href="\/people\/1\/story">Story/);
  });

  it('gives the four voices always in the same order, with a fact marked inside its sentence', () => {
    const html = render(
      <Voices
        voices={[
          { voice: 'agreed', words: 'A pie on Sunday.' },
          { voice: 'noticed', words: 'Toast four nights running.' },
          { voice: 'think', words: 'More to give than to get.' },
          { voice: 'said', who: 'Wilf', words: 'I fix engines.' },
        ]}
        facts={[{ id: '1', voice: 'said', startsAt: 2, endsAt: 13, kind: 'what matters' }]}
      />,
    );
    const labels = [...html.matchAll(/<dt>([^<]*)/g)].map(([, label]) => label);
    assert.deepEqual(labels, ['Wilf said', 'I noticed', 'I think', 'We agreed']);
    assert.match(html, /I <mark[^>]*id="fact-1"><span[^>]*>what matters: <\/span>fix engines<\/mark>\./);
  });

  it('says in words when a promise is late, and never before', () => {
    const promise = {
      id: '1',
      who: 'Rowan',
      what: 'orders the stair rail',
      dueOn: '2026-11-20',
      state: 'open' as const,
    };
    assert.match(render(<Promises promises={[promise]} today="2026-11-21" />), /due yesterday/);
    assert.doesNotMatch(render(<Promises promises={[promise]} today="2026-11-20" />), /due/);
    const broken = { ...promise, state: 'broken' as const, why: 'no stock' };
    assert.match(render(<Promises promises={[broken]} today="2026-11-21" />), /not kept: no stock/);
  });
});
