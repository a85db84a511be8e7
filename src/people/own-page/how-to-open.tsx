import { QrCode } from '../../access/links/qr-view.tsx';
import type { WayIn } from '../../access/own-page/own-codes.ts';

/** How a letter with a way in is used: a short address and a code, or a square; and the number that is not in it. */
export function HowToOpen({ way, door }: { way: WayIn; door: string }) {
  return (
    <>
      <h2>To open it</h2>
      <ol>
        <li>
          Go to <b class="app-address">{door.replace(/^https?:\/\//, '')}</b>
        </li>
        <li>
          Type this code: <b class="app-code">{way.code.toUpperCase()}</b>
        </li>
        <li>Type the number you chose. It has six figures. It is not in this letter.</li>
      </ol>
      <p>Or point a telephone’s camera at this square. It asks for your number too.</p>
      <QrCode address={`${door}/${way.token}`} label="A square that opens the same page" />
    </>
  );
}
