import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { agoInWords, longDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { capitalised } from '../../finder/card.ts';
import { type NeedKind, needKinds } from './need-kinds.ts';
import type { GroupMatters, Need } from './own-page.store.ts';

export const needInWords: Record<NeedKind, string> = {
  room: 'a room',
  driver: 'a driver',
  tea: 'somebody to make the tea',
  people: 'more people',
  'something else': 'something else',
};

interface NeedsProps {
  code: string;
  needs: readonly Need[];
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

/** What the group needs: said in a line, and taken off when it is met. */
export function Needs({ code, needs, today, frame, again }: NeedsProps) {
  const back = cameBack(again, 'need');
  return (
    <section>
      <h2>What you need</h2>
      <ul class="app-plain-list">
        {needs.map((need) => (
          <li key={need.needId}>
            <NeedLine need={need} today={today} />
            {need.metOn ? null : (
              <Form action={`/g/${code}/needs/${need.needId}/met`} frame={frame}>
                <button type="submit" class="app-link-button">
                  We have it now<span class="govuk-visually-hidden">: {need.words}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Details summary="Say what you need" open={back !== undefined}>
        <Form action={`/g/${code}/needs`} frame={frame}>
          <Select
            {...asked(back, 'kind')}
            label="What kind of thing"
            items={needKinds.map((kind) => ({ value: kind, text: capitalised(needInWords[kind]) }))}
          />
          <Input
            {...asked(back, 'need')}
            label="What you need, in a sentence"
            hint="Such as “A driver on Tuesdays at 10, from Larkfield”. People may see this."
          />
          <Button class="govuk-button--secondary">Tell people</Button>
        </Form>
      </Details>
    </section>
  );
}

function NeedLine({ need: { kind, words, sinceOn, metOn }, today }: { need: Need; today: Day }) {
  return (
    <p>
      <b>{capitalised(needInWords[kind])}</b>: {words}{' '}
      <span class="app-soft">
        {metOn
          ? `Found ${longDate(metOn)}. Thank you to whoever it was.`
          : `Said ${agoInWords(sinceOn, today)}.`}
      </span>
    </p>
  );
}

interface ThanksProps {
  value: Pick<GroupMatters, 'thanks' | 'stories'> & { code: string };
  frame: Frame;
  again: Again | undefined;
}

/** Words to the group by nobody's name, and its own story back. */
export function Thanks({ value: { code, thanks, stories }, frame, again }: ThanksProps) {
  const back = cameBack(again, 'story');
  return (
    <section>
      <h2>Thank you</h2>
      {thanks.length === 0 ? <p>For keeping this right. Nobody has written to you here yet.</p> : null}
      {thanks.map((note) => (
        <Said key={note.words} words={note.words} by={`Written for you, ${longDate(note.on)}`} />
      ))}
      {stories.map((story) => (
        <Said key={story.words} words={story.words} by={`Your story, ${longDate(story.on)}`} />
      ))}
      <Details summary="Tell us a story back" open={back !== undefined}>
        <Form action={`/g/${code}/stories`} frame={frame}>
          <Textarea
            {...asked(back, 'story')}
            label="Something good that happened"
            hint="Without anybody’s name. Those who introduce people to you read it."
            rows={4}
          />
          <Button class="govuk-button--secondary">Send it</Button>
        </Form>
      </Details>
    </section>
  );
}

function Said({ words, by }: { words: string; by: string }) {
  return (
    <blockquote class="app-said">
      <p>{words}</p>
      <p class="app-by">{by}</p>
    </blockquote>
  );
}
