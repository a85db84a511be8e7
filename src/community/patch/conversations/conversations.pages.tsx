import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { Entry, Paged, When } from '../../../platform/ui/telling.tsx';
import { howLongField } from '../how-long.forms.ts';
import type { CommunityConversation } from './conversations.store.ts';
import { broughtInAll, type Guest } from './gathered.ts';

export interface ConversationsValue {
  conversations: CommunityConversation[];
  page: number;
  pages: number;
}

/** What neighbours talked about, newest first. */
export function ConversationsPage({ conversations, page, pages }: ConversationsValue, frame: Frame) {
  return (
    <Page title="Community conversations" frame={frame} section="Community">
      <h1>Community conversations</h1>
      <p>
        Hosted by neighbours, begun with somebody’s story, grown by who brings whom. What comes of them
        belongs to them: nobody here chases it.
      </p>
      <p>
        <a class="govuk-button" href="/community/conversations/new">
          Write one down
        </a>
      </p>
      {conversations.length === 0 ? <p>None is written down yet.</p> : null}
      <Paged page={page} pages={pages} href={(to) => `/community/conversations?page=${to}`}>
        {conversations.map(({ conversationId, place, heldOn, hostedBy, guests, actions }) => (
          <Entry
            key={conversationId}
            title={<a href={`/community/conversations/${conversationId}`}>{place}</a>}
            when={
              <>
                <When on={heldOn} /> · hosted by {hostedBy}
              </>
            }
          >
            <p>
              {guests.length} {guests.length === 1 ? 'person' : 'people'} came. {actionsInWords(actions)}
            </p>
          </Entry>
        ))}
      </Paged>
    </Page>
  );
}

function actionsInWords(actions: CommunityConversation['actions']): string {
  if (actions.length === 0) return 'Nothing to do came of it, and that is fine.';
  const done = actions.filter(({ doneOn }) => doneOn !== null).length;
  return `${actions.length} ${actions.length === 1 ? 'thing' : 'things'} neighbours will do; we have heard what became of ${done}.`;
}

/** One conversation: the story it began with, what was heard, who brought whom, and what became of it. */
export function ConversationPage(conversation: CommunityConversation, frame: Frame, again?: Again) {
  const { place, heldOn, hostedBy, beganWith, heard, partners, nextOn, guests } = conversation;
  return (
    <Page title="A community conversation" frame={frame} again={again} section="Community">
      <BackLink href="/community/conversations">Community conversations</BackLink>
      <h1>{place}</h1>
      <p class="app-when">
        <When on={heldOn} /> · hosted by {hostedBy}
      </p>
      {beganWith ? (
        <>
          <h2>It began with</h2>
          <p>{beganWith}</p>
        </>
      ) : null}
      <h2>What was said</h2>
      {heard.split(/\n{2,}/).map((part) => (
        <p key={part}>{part}</p>
      ))}
      <h2>Who came</h2>
      {guests.length === 0 ? <p>Nobody gave a name.</p> : <WhoBroughtWhom guests={guests} />}
      <h2>What neighbours will do</h2>
      <Actions conversation={conversation} frame={frame} again={again} />
      {partners ? (
        <>
          <h2>Who joined in</h2>
          <p>{partners}</p>
        </>
      ) : null}
      {nextOn ? (
        <p>
          The next one is on <When on={nextOn} />.
        </p>
      ) : null}
    </Page>
  );
}

function WhoBroughtWhom({ guests }: { guests: readonly Guest[] }) {
  return (
    <ul class="app-plain-list">
      {guests.map(({ knownAs, broughtBy }) => {
        const grown = broughtInAll(guests, knownAs);
        return (
          <li key={knownAs}>
            {knownAs}
            {broughtBy ? `, brought by ${broughtBy}` : ''}
            {grown > 1 ? <span class="app-soft"> · through them {grown} more came</span> : null}
          </li>
        );
      })}
    </ul>
  );
}

interface ActionsProps {
  conversation: CommunityConversation;
  frame: Frame;
  again: Again | undefined;
}

function Actions({ conversation: { conversationId, actions }, frame, again }: ActionsProps) {
  if (actions.length === 0) return <p>Nothing was taken on.</p>;
  return (
    <ul class="app-plain-list">
      {actions.map(({ actionId, what, owner, doneOn, became }) => (
        <li key={actionId}>
          <b>{what}</b>: {owner}
          {doneOn ? (
            <p>
              {became} <span class="app-soft">({longDate(doneOn)})</span>
            </p>
          ) : (
            <Form
              action={`/community/conversations/${conversationId}/actions/${actionId}/became`}
              frame={frame}
              class="app-one-line"
            >
              <Input
                {...asked(cameBack(again, 'became'), 'became')}
                id={`became-${actionId}`}
                label={`What became of it, if ${owner} told you`}
              />
              <Button class="govuk-button--secondary">Write it down</Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** One page: where, who hosted, what was said, who came, who will do what. */
export function NewConversationPage({ today }: { today: Day }, frame: Frame, again?: Again) {
  return (
    <Page title="Write down a community conversation" frame={frame} again={again} section="Community">
      <BackLink href="/community/conversations">Community conversations</BackLink>
      <h1>Write down a community conversation</h1>
      <p>
        Only what those who were there said may be written. Names as they gave them; nothing here is linked to
        anybody’s record.
      </p>
      <Form action="/community/conversations" frame={frame}>
        <Input {...asked(again, 'heldOn', longDate(today))} label="The day" />
        <Input {...asked(again, 'place')} label="Where" />
        <Input {...asked(again, 'hostedBy')} label="Who hosted it" hint="A neighbour, not us" />
        <Input {...asked(again, 'howLong')} {...howLongField} />
        <Textarea {...asked(again, 'beganWith')} label="The story it began with, if there was one" rows={2} />
        <Textarea {...asked(again, 'heard')} label="What was said" rows={6} />
        <Textarea
          {...asked(again, 'guests')}
          label="Who came, one to a line"
          hint="Meg. On the next line: Alf, brought by Meg"
          rows={5}
        />
        <Textarea
          {...asked(again, 'actions')}
          label="What neighbours will do, one to a line, and who"
          hint="Repaint the bench: Alf"
          rows={4}
        />
        <Input {...asked(again, 'partners')} label="Who joined in: a school, a shop, a group" />
        <Input {...asked(again, 'nextOn')} label="When is the next one, if there is one" />
        <Button>Save</Button>
      </Form>
    </Page>
  );
}
