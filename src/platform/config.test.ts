import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSettings, WrongSetting } from './config.ts';

const refusal = (env: Record<string, string>): string => {
  try {
    readSettings(env, '/srv/care');
  } catch (error) {
    assert.ok(error instanceof WrongSetting, String(error));
    return error.message;
  }
  return assert.fail(`${JSON.stringify(env)} was accepted`);
};

describe('settings', () => {
  it('need nothing said: this machine only, port 3000, the built-in database', () => {
    const settings = readSettings({}, '/srv/care');
    assert.equal(settings.port, 3000);
    assert.equal(settings.host, '127.0.0.1');
    assert.equal(settings.dataFolder, '/srv/care/.alongside');
    assert.equal(settings.databaseUrl, undefined);
    assert.equal(settings.logLevel, 'info');
  });

  it('take what is given', () => {
    const settings = readSettings({
      PORT: '0',
      HOST: '::1',
      ALONGSIDE_DATA: '/var/care data',
      DATABASE_URL: 'postgres://alongside_app:secret@db:5432/alongside',
      DATABASE_OWNER_URL: 'postgresql://alongside_owner:secret@db/alongside',
      PUBLIC_URL: 'https://care.example.gov.uk/',
      LOG_LEVEL: 'warn',
    });
    assert.equal(settings.port, 0);
    assert.equal(settings.host, '::1');
    assert.equal(settings.dataFolder, '/var/care data');
    assert.equal(settings.publicUrl, 'https://care.example.gov.uk');
    assert.equal(settings.logLevel, 'warn');
  });

  it('tell each council’s own client secret from the one for all', () => {
    const settings = readSettings({ OIDC_CLIENT_SECRET: 'all', OIDC_CLIENT_SECRET_MARSH_END: 'theirs' });
    assert.equal(settings.oidcClientSecret, 'all');
    assert.deepEqual(settings.oidcClientSecrets, { 'marsh-end': 'theirs' });
  });

  it('send letters by e-mail only when the server, the sender and our own address are all known', () => {
    const mail = { SMTP_URL: 'smtps://care:secret@mail.example:465', MAIL_FROM: 'care@council.example' };
    const whole = { ...mail, PUBLIC_URL: 'https://care.example' };
    assert.deepEqual(readSettings(whole).mail, { smtpUrl: mail.SMTP_URL, mailFrom: mail.MAIL_FROM });
    assert.equal(readSettings({}).mail, null);
    assert.match(refusal(mail), /SMTP_URL is set but PUBLIC_URL is not: set PUBLIC_URL as well/);
    assert.match(refusal({ ...whole, MAIL_FROM: '' }), /MAIL_FROM is not: set MAIL_FROM as well/);
    assert.match(refusal({ ...whole, MAIL_FROM: 'us' }), /MAIL_FROM is set to "us", which is not an e-mail/);
    const wrong = refusal({ ...whole, SMTP_URL: 'care:secret@mail.example' });
    assert.match(wrong, /^SMTP_URL is not a mail server: give one such as smtps:/);
    assert.doesNotMatch(wrong, /secret/);
  });

  it('treat an empty variable as one that is not set', () => {
    assert.equal(readSettings({ PORT: '', DATABASE_URL: ' ' }).port, 3000);
  });

  it('stop the start with one sentence naming the variable and what to do', () => {
    assert.equal(
      refusal({ PORT: 'eighty' }),
      'PORT is set to "eighty", which is not a port: give a whole number from 0 to 65535.',
    );
    assert.equal(
      refusal({ LOG_LEVEL: 'loud' }),
      'LOG_LEVEL is set to "loud", which is not a level: give one of trace, debug, info, warn, error, fatal, silent.',
    );
    assert.match(
      refusal({ HOST: 'http://care' }),
      /^HOST is set to "http:\/\/care", which is not a host: give .*\.$/,
    );
    assert.match(refusal({ PUBLIC_URL: 'https://care.example/app' }), /^PUBLIC_URL .* without a path\.$/);
  });

  for (const port of ['65536', '-1', '3000.5', '1e3', '0x50']) {
    it(`refuse ${port} as a port`, () => assert.match(refusal({ PORT: port }), /^PORT is set to/));
  }

  it('never repeat an address, which may hold a password', () => {
    const message = refusal({ DATABASE_URL: 'mysql://root:hunter2@db/care' });
    assert.equal(
      message,
      'DATABASE_URL is not a PostgreSQL address: give one such as postgres://login:password@host:5432/alongside.',
    );
    assert.match(refusal({ DATABASE_URL: 'postgres://db' }), /^DATABASE_URL is not a PostgreSQL address/);
  });

  it('refuse an owner or a replica without a serving login', () => {
    assert.match(
      refusal({ DATABASE_OWNER_URL: 'postgres://o@db/a' }),
      /^DATABASE_OWNER_URL is set but DATABASE_URL/,
    );
    assert.match(
      refusal({ DATABASE_READ_URL: 'postgres://o@db/a' }),
      /^DATABASE_READ_URL is set but DATABASE_URL/,
    );
  });

  it('refuse to serve as the owner', () => {
    const same = 'postgres://alongside_owner:x@db/alongside';
    assert.match(
      refusal({ DATABASE_URL: same, DATABASE_OWNER_URL: same }),
      /names the same login as DATABASE_URL/,
    );
  });
});
