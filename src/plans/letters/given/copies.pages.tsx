import { type Identity, nameFor } from '../../../people/person.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { kindsInWords, type LetterKind } from '../letter.ts';
import type { CopySent } from './copies.store.ts';
import { GiveForm } from './give-form.pages.tsx';
import { GivenCopies } from './given-copies.pages.tsx';
import { ownFormat } from './own-format.ts';

export interface CopiesProps {
  of: LetterKind;
  thingId: string;
  identity: Identity;
  copies: CopySent[];
  today: Day;
  frame: Frame;
}

/** The copies to print of one thing, those that were given, and a form for the next. */
export function Copies({ of, thingId, identity, copies, today, frame }: CopiesProps) {
  const at = `/letters/${kindsInWords[of].place}/${thingId}`;
  const name = nameFor(identity);
  const about = { personId: identity.personId, name, own: ownFormat(identity) };
  return (
    <>
      <h2>Copies</h2>
      <p>
        <a href={at}>A copy to print</a> · <a href={`${at}?format=large-print`}>A copy in large print</a> ·{' '}
        <a href={`${at}?format=easy-read`}>A copy in Easy Read layout</a> ·{' '}
        <a href={`${at}/letter.pdf`}>A copy as a PDF</a>
      </p>
      {copies.length ? <GivenCopies copies={copies} /> : <p>{name} has not been given a copy yet.</p>}
      <GiveForm {...{ letter: { of, thingId }, ...about, today, frame, again: undefined }} />
    </>
  );
}
