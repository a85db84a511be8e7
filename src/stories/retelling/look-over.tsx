import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { GiveawayKind } from '../giving-away/giveaways.ts';
import { faceOf, type StoryVersion, whole } from '../story.ts';
import { ToldStory } from '../told-story.tsx';
import type { RetellingValue } from './in-making.store.ts';

const inWords: Record<GiveawayKind, string> = {
  protected: 'A protected address: take it out',
  person: 'Their name, or of somebody around them',
  address: 'An address, or where they live or have lived',
  postcode: 'A postcode',
  born: 'When they were born',
  date: 'An exact day',
  age: 'An age few people reach',
  number: 'A number or an address to write to',
  rare: 'Something few people have or did',
  named: 'A name: of whom, or where?',
};

type Props = RetellingValue & { frame: Frame; again?: Again | undefined };

/** S-6: what might tell who they are, and what somebody else than the writer makes of it. */
export function LookOver(props: Props) {
  const { version, toLookOver, giveaways, lookedOver, isWriter } = props;
  return (
    <>
      <h3>Could it tell who they are?</h3>
      {toLookOver && toLookOver.id !== version.id ? <SaidYesTo {...props} toLookOver={toLookOver} /> : null}
      {giveaways.length === 0 ? (
        <p>
          Nothing on our lists stands in it. Somebody who knows them might still guess: read it as they would.
        </p>
      ) : (
        <ul>
          {giveaways.map(({ kind, words }) => (
            <li>
              {inWords[kind]}: “{words}”
            </li>
          ))}
        </ul>
      )}
      {lookedOver ? (
        <p>
          {lookedOver.byName}, {longDate(lookedOver.lookedAt)}:{' '}
          {lookedOver.decided === 'settled' ? 'settled' : 'not yet'}. “{lookedOver.words}”
        </p>
      ) : null}
      {!toLookOver ? <p>It is looked over once they have said yes to it.</p> : null}
      {toLookOver && isWriter ? <p>You wrote this retelling, so a colleague looks it over.</p> : null}
      {toLookOver && !isWriter ? <Looked {...props} toLookOver={toLookOver} /> : null}
    </>
  );
}

type ToLookOver = Props & { toLookOver: StoryVersion };

/** Nobody looks over words that are not on the page. */
function SaidYesTo({ identity, story, toLookOver }: ToLookOver) {
  const files = `/people/${identity.personId}/together/stories/${story.id}/files`;
  return (
    <InsetText>
      <p>The words above changed since. These are the ones they said yes to, and the ones to look over.</p>
      <ToldStory face={faceOf(toLookOver, whole)} fileAt={(fileId) => `${files}/${fileId}`} />
    </InsetText>
  );
}

function Looked({ story, toLookOver, lookedOver, frame, again }: ToLookOver) {
  return (
    <Form action={`/stories/${story.id}/looked-over`} frame={frame}>
      <input type="hidden" name="versionId" value={toLookOver.id} />
      <Radios
        {...asked(again, 'decided', lookedOver?.decided ?? '')}
        legend="May everybody see it?"
        items={[
          { value: 'settled', label: 'Yes: it gives nobody away who does not want it' },
          { value: 'not-yet', label: 'Not yet' },
        ]}
      />
      <Textarea
        {...asked(again, 'words')}
        label="How you came to that, in a sentence"
        hint="They read it at their own page when it is not yet."
        rows={2}
      />
      <Button class="govuk-button--secondary">Keep this</Button>
    </Form>
  );
}
