import { create } from 'qrcode';

/** A QR as one path on a square of `size` modules, its quiet margin of four included (ISO/IEC 18004). */
export interface Qr {
  size: number;
  path: string;
}

const margin = 4;

/**
 * An address as a QR, at the middle level of mending (15% may be torn or stained).
 * @example qrOf('https://alongside.example/at/saltbeck/l/k7m2-pq9x').size // 41
 */
export function qrOf(address: string): Qr {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, row) =>
    runsIn(modules.data.subarray(row * modules.size, (row + 1) * modules.size), row),
  );
  return { size: modules.size + 2 * margin, path: rows.join('') };
}

/** Dark modules beside each other are drawn as one. */
function runsIn(row: Uint8Array, at: number): string {
  let path = '';
  for (let from = 0; from < row.length; from += 1) {
    if (!row[from]) continue;
    let to = from;
    while (row[to + 1]) to += 1;
    path += `M${from + margin} ${at + margin}h${to - from + 1}v1h-${to - from + 1}z`;
    from = to;
  }
  return path;
}
