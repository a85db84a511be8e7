import type { Entitlement } from '../../conversations/moments/rights.store.ts';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';
import { CannotWait } from '../messages/who-to-ring.tsx';
import type { WhoToRing } from '../now/now.ts';

export interface EntitledValue {
  entitlement: Entitlement | null;
  ring: WhoToRing;
  today: Day;
}

/** N1: what asking means, the button, and from then on since when the days count and what happens next. */
export function EntitledPage({ own, ...value }: EntitledValue & { own: Own }, frame: Frame, again?: Again) {
  const { entitled } = own.words;
  const { entitlement, ring } = value;
  const isWaiting = entitlement !== null && entitlement.clock.state !== 'answered';
  return (
    <OwnPage own={own} place="plan" heading={entitled.heading} frame={frame} again={again}>
      {entitlement ? <Standing own={own} entitlement={entitlement} today={value.today} /> : null}
      {isWaiting ? null : (
        <>
          {[...entitled.means, ...(own.isCarer ? entitled.carer : [])].map((sentence) => (
            <p>{sentence}</p>
          ))}
          <AskingForm own={own} frame={frame} again={again} />
        </>
      )}
      <h2>{entitled.next}</h2>
      <ol>
        {[...entitled.talk[own.isCarer ? 'carer' : 'needs'], ...entitled.steps].map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <h2>{entitled.who}</h2>
      <CannotWait own={own} ring={ring} />
    </OwnPage>
  );
}

function AskingForm({ own, frame, again }: { own: Own; frame: Frame; again: Again | undefined }) {
  const { entitled, say } = own.words;
  return (
    <OwnForm own={own} again={again} frame={frame} action="/entitled">
      <Textarea {...asked(again, 'words')} label={entitled.ownWords} hint={entitled.ownWordsHint} rows={2} />
      {own.togetherWith ? <Input {...asked(again, 'on')} label={say.on} hint={say.onHint} /> : null}
      <Button preventDoubleClick>{entitled.button}</Button>
    </OwnForm>
  );
}

/** Since when the days count, and where the answer is. */
function Standing({
  own: { words },
  entitlement: { clock, words: asked },
  today,
}: {
  own: Own;
  entitlement: Entitlement;
  today: Day;
}) {
  const { entitled, dates } = words;
  const { since, answeredOn, answeredBy, answerBy, isLate, state } = clock;
  return (
    <>
      <p>
        <b>{entitled.counting(dates.day(since))}</b> <q>{asked}</q>
      </p>
      {answeredOn ? (
        <p>
          {answeredBy === 'decision'
            ? entitled.answered(dates.day(answeredOn))
            : entitled.saidNo(dates.day(answeredOn))}{' '}
          {entitled.again}
        </p>
      ) : (
        <>
          <p>
            {entitled.days(dates.ago(since, today))}{' '}
            {isLate ? entitled.late(dates.day(answerBy)) : entitled.by(dates.day(answerBy))}
          </p>
          <p>{state === 'under-way' ? entitled.underWay : entitled.notBegun}</p>
        </>
      )}
    </>
  );
}
