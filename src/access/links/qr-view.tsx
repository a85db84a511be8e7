import { qrOf } from './qr.ts';

/** A QR, black on white whatever the page's colours, at least 20 mm wide. It stands beside the address in words. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const { size, path } = qrOf(address);
  return (
    <svg class="app-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
