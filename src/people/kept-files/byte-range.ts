/** From which byte to which, both included. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * What a Range header asks of a file of this size (RFC 9110, section 14). Null asks for all of it, as does anything but one
 * range; `none` is beyond its end.
 * @example rangeOf('bytes=100-', 250) // { from: 100, to: 249 }
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '')
    return Number(last) === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size - 1 };
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return null;
  return from >= size ? 'none' : { from, to };
}
