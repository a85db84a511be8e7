import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultOfIssuer, isLoopback, isSameAddress, originOf, provenFrom } from './oidc-claims.ts';

describe('what a provider says', () => {
  const email = 'rowan@northmoor.example.org';

  it('S1 is an address only when it says the address is verified', () => {
    for (const yes of [true, 'true', 1, '1']) {
      assert.equal(provenFrom({ sub: 's', email, email_verified: yes }).email, email);
      assert.equal(provenFrom({ sub: 's', email, xms_edov: yes }).email, email);
    }
    for (const no of [undefined, null, false, 'false', 0, '', 'yes', {}, [true]])
      assert.equal(provenFrom({ sub: 's', email, email_verified: no, xms_edov: no }).email, null);
    for (const odd of [undefined, '', '  ', 7, [email]])
      assert.equal(provenFrom({ sub: 's', email: odd, email_verified: true }).email, null);
    assert.equal(provenFrom({ sub: 's', preferred_username: email, email_verified: true }).email, null);
  });

  it('is read for how they signed in, whatever shape it comes in', () => {
    assert.deepEqual(provenFrom({ sub: 's', amr: ['pwd', 7, null], acr: '2', acrs: ['c1'] }), {
      subject: 's',
      email: null,
      amr: ['pwd'],
      acr: ['2', 'c1'],
    });
    assert.deepEqual(provenFrom({ sub: 's', amr: 'mfa' }).amr, ['mfa']);
    assert.deepEqual(provenFrom({ sub: 's', amr: { mfa: true } }).amr, []);
  });
});

describe('addresses', () => {
  it('are the same when only a closing slash of the host differs', () => {
    assert.ok(isSameAddress('https://id.example', 'https://id.example/'));
    assert.ok(!isSameAddress('https://id.example/tenant-a/v2.0', 'https://id.example/tenant-b/v2.0'));
    assert.ok(!isSameAddress('https://id.example/{tenantid}/v2.0', 'https://id.example/common/v2.0'));
    assert.ok(!isSameAddress('nothing', 'nothing'));
  });

  it('of this machine are known from those that only look like it', () => {
    for (const own of ['localhost', '127.0.0.1', '[::1]']) assert.ok(isLoopback(own), own);
    for (const other of ['localhost.example', '127.0.0.1.example', '10.0.0.1', 'example.org'])
      assert.ok(!isLoopback(other), other);
  });

  it('of a provider are one tenant’s own, over https', () => {
    for (const good of ['https://login.example/3f2a/v2.0', 'https://id.example', 'http://127.0.0.1:4000'])
      assert.equal(faultOfIssuer(good), null, good);
    for (const [wrong, why] of [
      ['login.example', /not a web address/],
      ['http://id.example', /https/],
      ['https://login.example/common/v2.0', /own tenant/],
      ['https://login.example/organizations/v2.0', /own tenant/],
      ['https://id.example/.well-known/openid-configuration', /without/],
    ] as const)
      assert.match(faultOfIssuer(wrong) ?? '', why);
  });

  it('of ours are PUBLIC_URL, or the host asked for on this machine, never a host somebody made up', () => {
    assert.equal(originOf('https://care.example', 'evil.example'), 'https://care.example');
    assert.equal(originOf(undefined, 'localhost:3000'), 'http://localhost:3000');
    assert.equal(originOf(undefined, '[::1]:3000'), 'http://[::1]:3000');
    for (const host of [
      'care.example',
      'localhost@evil.example',
      'evil.example/localhost',
      'localhost/x',
      '',
    ])
      assert.equal(originOf(undefined, host), null, host);
  });
});
