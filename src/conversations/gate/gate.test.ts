import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type AskedToOpen,
  exceptionInWords,
  exceptions,
  mayOpenConversation3,
  type PeerTest,
  whatIsMissing,
} from './gate.ts';

const test: PeerTest = {
  sharedAt: new Date('2026-11-20T14:00:00Z'),
  sharedOn: '2026-11-20',
  presenterId: 'rowan',
  attendeeIds: ['rowan', 'priya'],
  why1UsedUp: 'Wilf knows the club and the pharmacy now, and nights still need more.',
  why2UsedUp: 'Not needed: nothing was about to fall apart.',
};
const ready: AskedToOpen = {
  openConversations: [{ kind: 1 }],
  peerTests: [test],
  lastRereadAt: null,
  exception: null,
  today: '2026-11-21',
};
const because = (asked: AskedToOpen) => mayOpenConversation3(asked)?.because ?? 'it opened';

describe('C3-1 conversation 3 opens after a peer test and with no conversation 2 open', () => {
  it('C3-1 opens when peers have tested it and nothing is in crisis', () => {
    assert.equal(mayOpenConversation3(ready), null);
  });

  it('C3-1 opens when conversation 2 rests and the test is later than the last re-reading', () => {
    assert.equal(mayOpenConversation3({ ...ready, lastRereadAt: new Date('2026-11-20T13:59:59Z') }), null);
  });

  it('C2-3 does not open while conversation 2 is open', () => {
    assert.match(
      because({ ...ready, openConversations: [{ kind: 1 }, { kind: 2 }] }),
      /conversation 2 is still open/,
    );
  });

  it('C3-1 does not open when nobody has tested it', () => {
    assert.match(because({ ...ready, peerTests: [] }), /no colleague has tested/);
  });

  it('C3-1 does not open when only the one who told it was there', () => {
    assert.match(
      because({ ...ready, peerTests: [{ ...test, attendeeIds: ['rowan'] }] }),
      /nobody was at the peer test/,
    );
    assert.match(
      because({ ...ready, peerTests: [{ ...test, attendeeIds: [] }] }),
      /nobody was at the peer test/,
    );
  });

  it('C3-1 does not open when the crisis plan was read again at or after the test', () => {
    assert.match(because({ ...ready, lastRereadAt: test.sharedAt }), /read again since/);
    assert.match(because({ ...ready, lastRereadAt: new Date('2026-11-20T15:00:00Z') }), /read again since/);
  });

  it('C3-1 does not open without a sentence on conversation 1', () => {
    assert.match(
      because({ ...ready, peerTests: [{ ...test, why1UsedUp: ' ' }] }),
      /conversation 1 is used up/,
    );
  });

  it('C3-1 does not open without a sentence on conversation 2', () => {
    assert.match(
      because({ ...ready, peerTests: [{ ...test, why2UsedUp: '' }] }),
      /conversation 2 is used up, or was not needed/,
    );
  });

  it('C3-1 does not open by a test that has not happened yet', () => {
    assert.match(
      because({ ...ready, peerTests: [{ ...test, sharedOn: '2026-11-22' }] }),
      /dated after today/,
    );
  });

  it('C3-1 counts the latest test, whichever order they come in', () => {
    const older = {
      ...test,
      sharedAt: new Date('2026-11-01T10:00:00Z'),
      sharedOn: '2026-11-01',
      attendeeIds: [],
    };
    assert.equal(mayOpenConversation3({ ...ready, peerTests: [older, test] }), null);
    assert.equal(mayOpenConversation3({ ...ready, peerTests: [test, older] }), null);
  });

  it('C3-1 names everything that is missing at once, each with what would satisfy it', () => {
    const asked: AskedToOpen = { ...ready, openConversations: [{ kind: 2 }], peerTests: [] };
    assert.equal(whatIsMissing(asked).length, 2);
    const refused = mayOpenConversation3(asked);
    assert.equal(refused?.refused, 'C3-1');
    assert.match(refused?.satisfyBy ?? '', /end conversation 2.*talk it through/);
  });

  it('C3-1 does not open a second conversation 3', () => {
    assert.match(because({ ...ready, openConversations: [{ kind: 3 }] }), /already open/);
  });
});

describe('C3-2 logged exceptions open conversation 3 at once', () => {
  for (const kind of exceptions)
    it(`C3-2 opens at once: ${exceptionInWords[kind].text}, even with conversation 2 open`, () => {
      const asked: AskedToOpen = {
        ...ready,
        peerTests: [],
        openConversations: [{ kind: 2 }],
        exception: { kind, reason: 'She asked on the phone.' },
      };
      assert.equal(mayOpenConversation3(asked), null);
    });

  it('C3-2 keeps a sentence of reason, and does not open without one', () => {
    const refused = mayOpenConversation3({ ...ready, exception: { kind: 's117', reason: '  ' } });
    assert.equal(refused?.refused, 'C3-2');
  });

  it('C3-2 does not open a second conversation 3 by exception', () => {
    const asked: AskedToOpen = {
      ...ready,
      openConversations: [{ kind: 3 }],
      exception: { kind: 's117', reason: 'Section 117 since May.' },
    };
    assert.match(because(asked), /already open/);
  });
});
