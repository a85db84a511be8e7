import type { Frame } from '../../platform/ui/frame.ts';
import type { Own } from '../frame/own.ts';
import type { OwnPlace } from '../frame/places.ts';
import { readAloudScript } from './read-aloud.ts';

/** At the top: reading aloud where the browser can, and the way to easier reading. */
export function ReadingTop({ own: { words }, frame }: { own: Own; frame: Frame }) {
  return (
    <p class="app-own-reading" data-quiet>
      <button type="button" class="app-link-button" data-aloud={words.reading.stop} hidden>
        {words.reading.aloud}
      </button>{' '}
      <a href="#reading">{words.reading.easier}</a>
      <script type="module" nonce={frame.nonce}>
        {readAloudScript}
      </script>
    </p>
  );
}

const sizes = ['normal', 'big', 'very-big'] as const;

/** At the foot: a button for each way of reading but the present one. It holds from then on, on every page of theirs. */
export function ReadingChoice({ own, place, frame }: { own: Own; place: OwnPlace; frame: Frame }) {
  const { reading, words, base } = own;
  return (
    <form method="post" action={`${base}/reading`} class="app-own-reading" id="reading">
      <input type="hidden" name="csrf" value={frame.csrf ?? ''} />
      <input type="hidden" name="submission" value={frame.submissionId()} />
      <input type="hidden" name="place" value={place} />
      <h2>{words.reading.title}</h2>
      <p>{words.reading.now(words.reading.sizes[reading.size])}</p>
      {sizes
        .filter((size) => size !== reading.size)
        .map((size) => (
          <Choice value={size}>{words.reading.sizes[size]}</Choice>
        ))}
      <Choice value={reading.isEasyRead ? 'not-easy' : 'easy'}>
        {reading.isEasyRead ? words.reading.notEasy : words.reading.easy}
      </Choice>
    </form>
  );
}

function Choice({ value, children }: { value: string; children: string }) {
  return (
    <button type="submit" name="reading" value={value} class="app-link-button">
      {children}
    </button>
  );
}
