import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '../../platform/refusal.ts';
import { type GivingStanding, mayEnd, mayGoOn, mayHaveMet, saidYes, toldOf } from './giving.ts';

const asked: GivingStanding = { stage: 'asked', giverYesOn: null, receiverYesOn: null, metOn: null };
const yes: GivingStanding = {
  stage: 'both-said-yes',
  giverYesOn: '2026-11-01',
  receiverYesOn: '2026-11-10',
  metOn: null,
};
const today = '2026-11-21';

describe('giving between neighbours', () => {
  it('needs two yeses, in either order, and each once', () => {
    assert.equal(saidYes(asked, 'giver'), 'asked');
    assert.equal(saidYes({ ...asked, giverYesOn: '2026-11-01' }, 'receiver'), 'both-said-yes');
    assert.equal(saidYes({ ...asked, receiverYesOn: '2026-11-01' }, 'giver'), 'both-said-yes');
    assert.ok(isRefusal(saidYes({ ...asked, giverYesOn: '2026-11-01' }, 'giver')));
    assert.ok(isRefusal(saidYes(yes, 'giver')));
  });

  it('begins out and about, or with somebody along, never before both said yes', () => {
    const out = { metOn: '2026-11-15', at: 'out' as const, cameAlong: null };
    assert.equal(mayHaveMet(yes, out, today), null);
    assert.equal(mayHaveMet(yes, { ...out, at: 'home', cameAlong: 'Ama' }, today), null);
    assert.match(mayHaveMet(yes, { ...out, at: 'home' }, today)?.because ?? '', /out and about/);
    assert.match(mayHaveMet(yes, { ...out, metOn: '2026-11-09' }, today)?.because ?? '', /before both/);
    assert.match(mayHaveMet(yes, { ...out, metOn: '2026-12-01' }, today)?.because ?? '', /to come/);
    assert.match(mayHaveMet(asked, out, today)?.because ?? '', /not said yes/);
  });

  it('goes on once they met, and either may end it at any time', () => {
    assert.ok(mayGoOn(yes));
    assert.equal(mayGoOn({ ...yes, stage: 'met' }), null);
    for (const stage of ['asked', 'both-said-yes', 'met', 'going-on'] as const)
      assert.equal(mayEnd({ ...yes, stage }), null);
    assert.ok(mayEnd({ ...yes, stage: 'ended' }));
  });

  it('tells neither anything of the other until both have said yes, nor after it has ended', () => {
    assert.equal(toldOf('asked', 'Wilf, who mends engines'), null);
    assert.equal(toldOf('ended', 'Wilf, who mends engines'), null);
    assert.equal(toldOf('both-said-yes', 'Wilf, who mends engines'), 'Wilf, who mends engines');
  });

  it('whatever is said in whatever order, nobody has met without two yeses', () => {
    const acts = fc.array(fc.constantFrom('giver', 'receiver', 'met', 'on', 'end'), { maxLength: 12 });
    fc.assert(
      fc.property(acts, (all) => {
        let now = asked;
        for (const act of all) {
          if (act === 'giver' || act === 'receiver') {
            const stage = saidYes(now, act);
            if (!isRefusal(stage))
              now = { ...now, stage, [act === 'giver' ? 'giverYesOn' : 'receiverYesOn']: today };
          }
          const meeting = { metOn: today, at: 'out' as const, cameAlong: null };
          if (act === 'met' && !mayHaveMet(now, meeting, today)) now = { ...now, stage: 'met', metOn: today };
          if (act === 'on' && !mayGoOn(now)) now = { ...now, stage: 'going-on' };
          if (act === 'end' && !mayEnd(now)) now = { ...now, stage: 'ended' };
          if (now.metOn !== null) assert.ok(now.giverYesOn && now.receiverYesOn);
        }
      }),
    );
  });
});
