import jsQR from 'jsqr';

/** Reads a QR as a camera would see it: each module several points wide, dark on white. For tests. */
export function seen({ size, path }: { size: number; path: string }): string | null {
  const scale = 4;
  const side = size * scale;
  const picture = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < Number(run) * scale; dx += 1) {
        const at = ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4;
        picture.fill(0, at, at + 3);
      }
  return jsQR.default(picture, side, side)?.data ?? null;
}

/** Every QR on a page, read. */
export function seenOn(page: string): (string | null)[] {
  const codes = page.matchAll(/class="app-qr" viewBox="0 0 (\d+) [^>]*>.*?fill="#000" d="([^"]+)"/g);
  return [...codes].map(([, size, path]) => seen({ size: Number(size), path: path ?? '' }));
}
