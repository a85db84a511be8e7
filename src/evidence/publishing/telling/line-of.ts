/**
 * The line of a JSON text on which the value at a path begins; the line of the nearest value around it when it is missing.
 * The text must be JSON. @example lineOf('{\n"figures": [\n1,\n2]}', ['figures', 1]) // 4
 */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g)];
  let at = 0;
  for (const step of path) {
    const child = childOf(tokens, at, step);
    if (child === null) break;
    at = child;
  }
  return text.slice(0, tokens[at]?.index ?? 0).split('\n').length;
}

/** Where, among the tokens, the value under a name or number of the value at `at` begins. */
function childOf(tokens: readonly RegExpExecArray[], at: number, step: PropertyKey): number | null {
  const isObject = tokens[at]?.[0] === '{';
  if (!isObject && tokens[at]?.[0] !== '[') return null;
  let depth = 0;
  let position = 0;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next]?.[0] ?? '';
    if (depth === 0) {
      if (!isObject && position === step) return next;
      if (isObject && token === JSON.stringify(step) && tokens[next + 1]?.[0] === ':') return next + 2;
      if (token === ',') position += 1;
    }
    if ('{['.includes(token)) depth += 1;
    else if ('}]'.includes(token)) depth -= 1;
    if (depth < 0) return null;
  }
  return null;
}
