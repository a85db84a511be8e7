import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newId } from '../../platform/ids.ts';
import { isRefusal } from '../../platform/refusal.ts';
import {
  type Asking,
  firstIdAt,
  isLate,
  lawfulReasons,
  laws,
  lawsOn,
  mayDecide,
  mayHoldBack,
  writtenAround,
} from './held-back.ts';

const today = '2026-11-20';
const asking: Asking = {
  law: 'serious-harm',
  reason: 'He would harm her',
  isSmallest: true,
  lookAgainOn: '2027-05-20',
};

describe('W1 what may be held back', () => {
  it('W1 only for a reason in law, and those nobody has confirmed only where a council has', () => {
    assert.equal(mayHoldBack(asking, lawsOn({}), today), null);
    assert.ok(isRefusal(mayHoldBack({ ...asking, law: 'court-order' }, lawsOn({}), today)));
    assert.equal(
      mayHoldBack({ ...asking, law: 'court-order' }, lawsOn({ heldBackFor: ['court-order'] }), today),
      null,
    );
    for (const law of laws) assert.ok(lawfulReasons[law].source.length > 5);
  });
  it('W1 no more than is needed, and never for good', () => {
    assert.ok(mayHoldBack({ ...asking, isSmallest: false }, lawsOn({}), today));
    for (const lookAgainOn of ['2026-11-20', '2026-11-01', '2027-11-21'])
      assert.ok(mayHoldBack({ ...asking, lookAgainOn }, lawsOn({}), today), lookAgainOn);
    assert.equal(mayHoldBack({ ...asking, lookAgainOn: '2027-11-20' }, lawsOn({}), today), null);
  });
  it('W1 somebody other than whoever asked decides, once', () => {
    const open = { askedBy: 'rowan', isDecided: false, isLifted: false };
    assert.equal(mayDecide(open, 'gwen'), null);
    assert.ok(mayDecide(open, 'rowan'));
    assert.ok(mayDecide({ ...open, isDecided: true }, 'gwen'));
    assert.ok(mayDecide({ ...open, isLifted: true }, 'gwen'));
  });
  it('W1 is late when five working days have gone by', () => {
    assert.equal(isLate('2026-11-20', '2026-11-27'), false, 'Friday to Friday is five');
    assert.equal(isLate('2026-11-20', '2026-11-30'), true);
    assert.equal(isLate('2026-11-20', '2026-11-20'), false);
  });
  it('W1 the look that wrote it is known from when its id was made', () => {
    const around = writtenAround(newId());
    assert.ok(around && around.from < new Date() && Math.abs(around.until.getTime() - Date.now()) < 5_000);
    assert.ok(firstIdAt(around.from) < newId() && firstIdAt(new Date(Date.now() + 60_000)) > newId());
    assert.equal(writtenAround('0b1f4c1e-5a8e-4d68-9d3c-0a3c0c8f1a11'), null);
  });
});
