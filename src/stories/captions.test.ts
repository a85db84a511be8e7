import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { captionsOf, hasCaptions } from './captions.ts';

describe('the words on a film', () => {
  it('S-9 stand as they are said, from each time to the next and never for long', () => {
    assert.equal(
      captionsOf('A man sings.\r\n0:05 I sing <low>.\r\n0:09 They clap.\r\n62:03 And go.'),
      'WEBVTT\n\n00:00:05.000 --> 00:00:09.000\nI sing &lt;low&gt;.\n\n00:00:09.000 --> 00:00:15.000\nThey clap.\n\n01:02:03.000 --> 01:02:09.000\nAnd go.\n',
    );
  });

  it('come in their order, however they were written down', () => {
    assert.match(captionsOf('0:09 Second\n0:05 First'), /First\n\n.*Second/s);
  });

  it('are none where no line begins with a time', () => {
    for (const told of ['', 'I sing at 5:30 each day.', '0:99 no such time', '0:05'])
      assert.ok(!hasCaptions(told), told);
    assert.equal(captionsOf('I sing.'), 'WEBVTT\n');
  });
});
