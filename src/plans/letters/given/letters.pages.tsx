import { nameFor } from '../../../people/person.ts';
import { PersonFrame } from '../../../people/person-frame.tsx';
import type { Again } from '../../../platform/http/routes.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { kindsInWords, letterKinds } from '../letter.ts';
import type { LetterOfTheirs } from '../letters.store.ts';
import { GiveForm } from './give-form.pages.tsx';
import { GivenCopies } from './given-copies.pages.tsx';
import type { LettersValue } from './letters-page.store.ts';
import { owedInWords, titleOf } from './owed.ts';
import { layoutFor, ownFormatSaid } from './own-format.ts';

const windows = {
  known:
    'Their address shows in the window of an envelope. Check with them that it is right before you post anything.',
  none: 'No address is kept for them: hand letters over, or ask where to send them.',
  private: 'Kept private: hand it over, or send it the way they asked.',
};

/** What somebody must be given, what has been, and what is still owed. */
export function LettersPage(value: LettersValue, frame: Frame, again?: Again) {
  const { identity, today, own, window } = value;
  const name = nameFor(identity);
  const letters = value.letters.toSorted(inOrder);
  const owed = letters.filter(({ isOwed }) => isOwed);
  const others = letters.filter(({ isOwed }) => !isOwed);
  const one = (letter: LetterOfTheirs) => <OneLetter {...{ letter, value, frame, again }} />;
  return (
    <PersonFrame identity={identity} today={today} here="letters" frame={frame} again={again} title="Letters">
      <p>Here is what the law says {name} must be given, made from the record, and what has been given.</p>
      <p>
        {ownFormatSaid(own, name)}{' '}
        {own ? null : <a href={`/people/${identity.personId}/around`}>Ask, and write it down</a>}
      </p>
      <InsetText>
        {windows[window]}{' '}
        <a href={`/people/${identity.personId}/details#address`}>
          {window === 'none' ? 'Write down their address' : 'Their address'}
        </a>
      </InsetText>
      <h2>Still to give</h2>
      {owed.length ? owed.map(one) : <p>{name} has been given everything there is to give.</p>}
      {others.length ? (
        <>
          <h2>Given, or not needed now</h2>
          {others.map(one)}
        </>
      ) : null}
    </PersonFrame>
  );
}

/** In the order that things happen; the latest of each kind first. */
const inOrder = (one: LetterOfTheirs, other: LetterOfTheirs): number =>
  letterKinds.indexOf(one.of) - letterKinds.indexOf(other.of) ||
  (other.since ?? '9').localeCompare(one.since ?? '9');

interface OneLetterProps {
  letter: LetterOfTheirs;
  value: LettersValue;
  frame: Frame;
  again: Again | undefined;
}

function OneLetter({ letter, value, frame, again }: OneLetterProps) {
  const { identity, own, today } = value;
  const name = nameFor(identity);
  const at = `/letters/${kindsInWords[letter.of].place}/${letter.thingId}`;
  const layout = layoutFor(own);
  return (
    <section class="app-letter">
      <h3>{titleOf(letter)}</h3>
      {letter.isOwed ? <p>{owedInWords(letter, name)}</p> : null}
      <p>
        <a href={`${at}?format=${layout}`}>
          A page to print<span class="govuk-visually-hidden">: {titleOf(letter)}</span>
        </a>{' '}
        ·{' '}
        <a href={`${at}/letter.pdf?format=${layout}`}>
          PDF<span class="govuk-visually-hidden">: {titleOf(letter)}</span>
        </a>
      </p>
      <GivenCopies copies={letter.copies} />
      <GiveForm {...{ letter, personId: identity.personId, name, own, today, frame, again }} />
    </section>
  );
}
