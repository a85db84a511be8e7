import type { ComponentChildren } from 'preact';
import type { Frame } from '../../platform/ui/frame.ts';
import { typedAddress } from '../public/short-address.ts';

/** A short address as it is typed, which opens one thing only. */
export function ShortAddress(props: { code: string; frame: Frame; children: ComponentChildren }) {
  const { code, frame, children } = props;
  const address = `${frame.origin ?? ''}/g/${code}`;
  return (
    <div class="app-aside">
      <p>{children}</p>
      <p>
        <b>{typedAddress(address)}</b>
      </p>
      <p>
        <a href={`/g/${code}/card`}>Print it as a card</a>
      </p>
    </div>
  );
}
