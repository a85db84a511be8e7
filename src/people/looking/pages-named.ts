import type { Look } from '../../access/governance/audit.store.ts';
import type { RouteRecord } from '../../platform/http/routes.ts';

/** A look, with what was looked at as its page is named. */
export interface LookNamed extends Look {
  page: string;
}

/** W3: each look with the name of its page, so that nobody reads an address; one that is no more is the record. */
export function namedLooks(
  looks: readonly Look[],
  routes: readonly Pick<RouteRecord, 'method' | 'url' | 'name'>[],
): LookNamed[] {
  const names = new Map<string, string>();
  // By its method first; what is printed or opened is read too, and may stand under another.
  for (const { method, url, name } of routes)
    for (const key of [`${method} ${url}`, url]) if (!names.has(key)) names.set(key, name);
  return looks.map((look) => {
    const method = look.act === 'write' ? 'POST' : 'GET';
    return { ...look, page: names.get(`${method} ${look.route}`) ?? names.get(look.route) ?? 'The record' };
  });
}
