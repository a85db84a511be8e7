import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { daysInWords, nearDate } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { detailsInWords } from '../fact-fields.tsx';
import { factKind } from '../facts.ts';
import type { OfferedBack } from '../moments/again.store.ts';
import type { ToldBefore } from './returning.store.ts';

/** R2: the earlier story offered back, so that nobody tells it twice; each line right still, or put right. */
export function ToldBeforePage({ identity, today, offered, cameBack, wayBack }: ToldBefore, frame: Frame) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      title="What they told us before"
      frame={frame}
    >
      <h2>What {name} told us before</h2>
      <p>
        Read it back rather than ask again. Each line is right still, or is put right; the earlier words stay
        in the story with their day.
      </p>
      {cameBack ? (
        <p>
          {name} came back {daysInWords(cameBack.days)} after everything had come to rest.
          {wayBack ? ` What we had agreed: ${wayBack}` : ''}
        </p>
      ) : null}
      {offered.length === 0 ? (
        <p>Nothing has been marked in the story yet. There is nothing to read back.</p>
      ) : null}
      {offered.map((one) => (
        <Offered key={one.factId} one={one} name={name} today={today} frame={frame} />
      ))}
    </PersonFrame>
  );
}

interface OfferedProps {
  one: OfferedBack;
  name: string;
  today: string;
  frame: Frame;
}

function Offered({ one, name, today, frame }: OfferedProps) {
  const about = <span class="govuk-visually-hidden">: {factKind(one.kind).title}</span>;
  return (
    <section class="app-entry">
      <h3>{factKind(one.kind).title}</h3>
      <blockquote class="app-matters">{one.phrase}</blockquote>
      <p class="app-when">
        {[one.saidBy, nearDate(one.happenedOn, today)].filter(Boolean).join(', ')}
        {detailsInWords(one.kind, one.details).map((line) => `. ${line}`)}
        {one.stillRightOn
          ? `. Still right on ${nearDate(one.stillRightOn, today)}, said ${one.stillRightBy}`
          : ''}
      </p>
      {one.stillRightOn === today ? null : (
        <Form action={`/facts/${one.factId}/said-again`} frame={frame}>
          <input type="hidden" name="saidBy" value={name} />
          <button class="app-link-button" type="submit">
            {name} says it is right still{about}
          </button>{' '}
          <a href={`/facts/${one.factId}/correction`}>Put it right{about}</a>
        </Form>
      )}
    </section>
  );
}
