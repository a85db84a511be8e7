import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { type Audience, isAskedAbout, staysUntil } from '../../stories/letting-out/letting-out.ts';
import type { Own } from '../frame/own.ts';
import { OwnForm } from '../frame/own-page.tsx';
import type { OwnConsent, StoryValue } from './own-stories.store.ts';

/** Where a story can be seen, until when, and how to take it back: “told …, agreed to be here until …”. */
export function SeenBy({
  own,
  consents,
  version,
  today,
  frame,
}: Pick<StoryValue, 'consents' | 'version' | 'today'> & { own: Own; frame: Frame }) {
  const words = own.words.stories;
  return (
    <>
      <h2>{words.seenBy}</h2>
      <p>{consents.length === 0 ? words.seenByNobody : words.mayBeDown}</p>
      {consents.map((consent) => (
        <section>
          <h3>{audienceOf(own, consent)}</h3>
          <p>{stands(own, consent)}</p>
          {consent.versionNumber < version.number ? <p>{words.older}</p> : null}
          {isAskedAbout(consent, today) ? <StillAllRight own={own} consent={consent} frame={frame} /> : null}
          <OwnForm own={own} action={`/stories/${consent.storyId}/seen/${consent.id}/back`} frame={frame}>
            <Button class="govuk-button--secondary">{words.takeBack}</Button>
          </OwnForm>
        </section>
      ))}
    </>
  );
}

/** @example audienceOf(own, { audience: 'team', teamName: 'Harbour team' }) // 'The people in Harbour team' */
export function audienceOf(own: Own, to: { audience: Audience; teamName: string | null }): string {
  const { audiences, teamUnknown } = own.words.stories;
  return to.audience === 'team' ? audiences.team(to.teamName ?? teamUnknown) : audiences[to.audience];
}

/** By their own choices alone: whether it is up just now may hang on what is held back from them (W1). */
function stands(own: Own, { isWaiting, fromAt, untilOn }: OwnConsent): string {
  const words = own.words.stories;
  return isWaiting ? words.waiting(own.words.dates.day(fromAt)) : words.out(own.words.dates.day(untilOn));
}

/** S-4: asked each year. */
function StillAllRight({ own, consent, frame }: { own: Own; consent: OwnConsent; frame: Frame }) {
  const words = own.words.stories;
  return (
    <InsetText>
      <p>
        <strong>{words.still}</strong> {words.stillIntro(own.words.dates.day(staysUntil(consent)))}
      </p>
      {own.togetherWith ? <p>{words.nobodyForThem(own.name)}</p> : null}
      <OwnForm own={own} action={`/stories/${consent.storyId}/seen/${consent.id}/still`} frame={frame}>
        <Button>{words.stillYes}</Button>
      </OwnForm>
    </InsetText>
  );
}
