import { typedAddress } from './short-address.ts';

/** An address as people type it; where it must break it breaks before a stroke. */
export function ShortAddress({ address }: { address: string }) {
  const [host, ...parts] = typedAddress(address).split('/');
  return (
    <span class="app-address">
      {host}
      {parts.map((part) => (
        <>
          <wbr />/{part}
        </>
      ))}
    </span>
  );
}
