import assert from 'node:assert/strict';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { AtProvider, IdentityProvider } from './identity-provider.ts';

/** A browser between us and an identity provider: a cookie jar for each site, following redirects from one to the other. */
export class TwoSites {
  readonly jars = new Map<string, Map<string, string>>();
  readonly server: FastifyInstance;

  constructor(server: FastifyInstance) {
    this.server = server;
  }

  jar(origin: string): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }

  keep(origin: string, cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.jar(origin).delete(name);
      else this.jar(origin).set(name, decodeURIComponent(value));
    }
  }

  cookiesFor = (origin: string): string =>
    [...this.jar(origin)].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');

  /** One page of ours, redirects not followed. */
  async ours(url: string): Promise<LightMyRequestResponse> {
    const { origin, pathname, search } = new URL(url, 'http://localhost');
    assert.equal(origin, 'http://localhost');
    const cookie = this.cookiesFor(origin);
    const headers = { host: 'localhost', accept: 'text/html', ...(cookie ? { cookie } : {}) };
    const answer = await this.server.inject({ method: 'GET', url: pathname + search, headers });
    this.keep(origin, [answer.headers['set-cookie'] ?? []].flat());
    return answer;
  }

  async atProvider(start: string, who: AtProvider, at: IdentityProvider): Promise<string> {
    at.next(who);
    this.jars.delete(at.issuer);
    let url = start;
    for (let hop = 0; hop < 10; hop += 1) {
      if (!url.startsWith(at.issuer)) return url;
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: this.cookiesFor(at.issuer) },
      });
      this.keep(at.issuer, answer.headers.getSetCookie());
      url = new URL(answer.headers.get('location') ?? assert.fail(await answer.text()), url).href;
    }
    return assert.fail('the provider never sent us back');
  }

  /** A form of ours, sent as one of our pages would. */
  async send(url: string, fields: Record<string, string>): Promise<LightMyRequestResponse> {
    const answer = await this.server.inject({
      method: 'POST',
      url,
      headers: {
        ...{ host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
        ...{ accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        cookie: this.cookiesFor('http://localhost'),
      },
      payload: new URLSearchParams(fields).toString(),
    });
    this.keep('http://localhost', [answer.headers['set-cookie'] ?? []].flat());
    return answer;
  }

  session = (): string | undefined => this.jar('http://localhost').get('alongside');
}
