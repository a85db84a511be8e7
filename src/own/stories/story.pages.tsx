import type { Again } from '../../platform/http/routes.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { ToldStory } from '../../stories/told-story.tsx';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import type { StoryValue, Unfinished } from './own-stories.store.ts';
import { SeenBy } from './seen-by.tsx';

type Value = StoryValue & { own: Own };

/** One story as it stands, and what can be done with it. */
export function StoryPage(value: Value, frame: Frame, again?: Again) {
  const { own, story, version, face } = value;
  const words = own.words.stories;
  const at = `${own.base}/stories/${story.id}`;
  return (
    <OwnPage own={own} place="stories" heading={words.storyHeading} frame={frame} again={again}>
      <ToldStory face={face} fileAt={(fileId) => `${at}/files/${fileId}`} words={words} />
      <Standing {...value} />
      {version.shows === 'words' && version.retelling === '' ? <p>{words.nothingToldAgain}</p> : null}
      <Mirror {...value} />
      <GivesAway {...value} />
      <SeenBy {...value} frame={frame} />
      <ul>
        <li>
          <a href={`${at}/words`}>{words.change}</a>
        </li>
        <li>
          <a href={`${at}/pieces`}>{words.addPiece}</a>
        </li>
        <li>
          <a href={`${at}/poster`}>{own.words.posters.heading}</a>
        </li>
        {version.approval ? (
          <li>
            <a href={`${own.base}/share/story/${story.id}`}>{own.words.about.share}</a>
          </li>
        ) : null}
        <li>
          <a href={`${own.base}/say/story/${story.id}`}>{own.words.talked.say}</a>
        </li>
        <li>
          <a href={`${at}/take-down`}>{words.takeDown}</a>
        </li>
      </ul>
      <p>{words.noChange}</p>
    </OwnPage>
  );
}

/** Where their yes stands, and the one thing to do next. */
function Standing({ own, story, version, approvedNumber, consents, unfinished }: Value) {
  const words = own.words.stories;
  const at = `${own.base}/stories/${story.id}`;
  if (!version.approval)
    return (
      <InsetText>
        <p>{approvedNumber === null ? words.yes.not : words.yes.changed}</p>
        <Button href={`${at}/yes`}>{words.yes.read}</Button>
      </InsetText>
    );
  return (
    <InsetText>
      <p>{words.yes.given(own.words.dates.day(version.approval.approvedAt))}</p>
      {story.withdrawnAt && consents.length === 0 ? (
        <p>{words.wasDown(own.words.dates.day(story.withdrawnAt))}</p>
      ) : null}
      {unfinished ? (
        <GoOn own={own} at={`${at}/seen-by`} unfinished={unfinished} />
      ) : consents.length === 0 ? (
        <Button href={`${at}/seen-by`}>{words.letOthers}</Button>
      ) : (
        <a href={`${at}/seen-by`}>{words.letOthers}</a>
      )}
    </InsetText>
  );
}

/** A yes they began: what it waits for, and the way on. */
function GoOn({ own, at, unfinished }: { own: Own; at: string; unfinished: Unfinished }) {
  const words = own.words.stories.unfinished;
  const { stands, found } = unfinished;
  return (
    <>
      <p>{words.stands[stands]}</p>
      {found && stands === 'not-yet' ? <p>{words.found(found)}</p> : null}
      {stands === 'settled' ? (
        <Button href={at}>{words.sayYes}</Button>
      ) : stands === 'begun' ? (
        <a href={at}>{words.goOn}</a>
      ) : (
        <a href={`${at}?step=who`}>{words.another}</a>
      )}
    </>
  );
}

/** S-10: what a retelling says by what is missing; it changes nothing. */
export function Mirror({ own, reflections }: Pick<Value, 'own' | 'reflections'>) {
  const words = own.words.stories;
  if (reflections.length === 0) return null;
  return (
    <Details summary={words.mirror}>
      <p>{words.mirrorIntro}</p>
      <ul>
        {reflections.map(({ word, why, say }) => (
          <li>
            <q>{word}</q> <span>{why}</span> {words.mirrorSay(say)}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** S-6: what might tell who they are, as plain questions. */
export function GivesAway({ own, giveaways }: Pick<Value, 'own' | 'giveaways'>) {
  const words = own.words.stories;
  if (giveaways.length === 0) return null;
  return (
    <Details summary={words.away}>
      {words.awayIntro.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <ul>
        {giveaways.map(({ kind, words: found }) => (
          <li>
            {words.awayKinds[kind]}: “{found}”
          </li>
        ))}
      </ul>
    </Details>
  );
}
