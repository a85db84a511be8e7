import { longDate } from '../../platform/ui/dates.ts';
import { type WishesKept, wishesInWords } from './wishes.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** How somebody wants to be reached, for whoever is about to: what not to do first. */
export function WishesTold({ wishes, name }: { wishes: WishesKept; name: string }) {
  if (!wishes.version || !wishes.since) return <p>Nobody has asked {name} yet how to be reached.</p>;
  const ways = ['mayRing', 'mayText', 'mayEmail', 'mayPost'] as const;
  const [may, mayNot] = [ways.filter((way) => wishes[way]), ways.filter((way) => !wishes[way])];
  const said = [
    ['Please do not', wishes.pleaseDoNot],
    ['Not to be told that we are in touch', wishes.notToBeTold],
    ['Say nothing of', wishes.sayNothingOf],
    ['Best times', wishes.bestTimes],
    ['Never before or after', quietHours(wishes)],
    ['Never on', wishes.notDays.map((day) => days[day - 1]).join(', ')],
  ].filter(([, words]) => words);
  return (
    <>
      <ul>
        <li>{may.length ? `${sentenceOf(may)}.` : 'None of ring, text, e-mail or letter.'}</li>
        {mayNot.length && may.length ? (
          <li>Not: {mayNot.map((way) => wishesInWords[way].replace('we may ', '')).join(', ')}.</li>
        ) : null}
        {said.map(([label, words]) => (
          <li>
            <b>{label}:</b> {words}
          </li>
        ))}
      </ul>
      <p class="app-soft">
        {name} told us on {longDate(wishes.since)}.
      </p>
    </>
  );
}

const sentenceOf = (ways: readonly ('mayRing' | 'mayText' | 'mayEmail' | 'mayPost')[]): string =>
  `We may ${ways.map((way) => wishesInWords[way].replace('we may ', '')).join(', ')}`;

const quietHours = ({ notBefore, notAfter }: WishesKept): string | null =>
  notBefore && notAfter ? `${notBefore}, ${notAfter}` : null;
