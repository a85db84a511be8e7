import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

export type Json = Record<string, unknown>;

/** The other face of the same routes: no browser in it, only what a program sends. */
export interface Program {
  get<Answer>(path: string): Promise<Answer>;
  /** Sends, and expects it done. */
  post<Answer = Json>(path: string, body?: Json): Promise<Answer>;
  /** Sends, and expects a rule or a field to say no. */
  refused(path: string, body?: Json): Promise<{ status: number; type: string | null; body: Json }>;
}

/** A program that goes in with the session and the token somebody signed in for. */
export async function programOf(page: Page): Promise<Program> {
  const origin = new URL(page.url()).origin;
  const csrf = await page.locator('input[name=csrf]').first().inputValue();
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { accept: 'application/json', cookie, origin, 'x-csrf-token': csrf };
  const send = (path: string, body: Json = {}) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    get: async <Answer>(path: string) => {
      const answer = await fetch(`${origin}${path}`, { headers });
      assert.equal(answer.status, 200, path);
      return (await answer.json()) as Answer;
    },
    post: async <Answer>(path: string, body?: Json) => {
      const answer = await send(path, body);
      const text = await answer.text();
      assert.equal(answer.status, 200, `${path}: ${text}`);
      return JSON.parse(text) as Answer;
    },
    refused: async (path, body) => {
      const answer = await send(path, body);
      const type = answer.headers.get('content-type');
      return { status: answer.status, type, body: (await answer.json()) as Json };
    },
  };
}
