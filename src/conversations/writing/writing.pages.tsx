import { howLongField } from '../../community/patch/how-long.forms.ts';
import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { Promises } from '../../people/promises/promises.tsx';
import { Voices } from '../../people/timeline/voices.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { momentOf } from '../../platform/ui/dates.ts';
import { errorOf, Form, valueOf, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Aside, When } from '../../platform/ui/telling.tsx';
import { type Conversation, type EntryVoice, kindInWords, spokenIn, voices } from '../conversation.ts';
import { factKind } from '../facts.ts';
import type { ToWrite } from './writing.store.ts';

/** Record while it is warm, once. Only who, when and the words are asked for. */
export function WritePage(value: ToWrite, frame: Frame, again?: Again) {
  const { identity, today, draft } = value;
  const personId = identity.personId;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      title="Write about a conversation"
      frame={frame}
      again={again}
      aside={<Beside value={value} />}
    >
      <h2>Write about a conversation</h2>
      {draft && !again ? (
        <p>
          Here is what you were writing, as you left it <When at={draft.savedAt} />.
        </p>
      ) : null}
      <Form
        action={`/people/${personId}/entries`}
        draft={`/people/${personId}/draft`}
        version={draft?.version ?? 0}
        frame={frame}
      >
        <WriteFields value={value} again={again} />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Save</Button>
          <Button class="govuk-button--secondary" formAction={`/people/${personId}/draft`}>
            Keep as a draft
          </Button>
        </div>
      </Form>
    </PersonFrame>
  );
}

function WriteFields({ value, again }: { value: ToWrite; again: Again | undefined }) {
  const { identity, draft, last, now, open } = value;
  const name = nameFor(identity);
  const kept = draft?.fields;
  const field = (of: string, begins: string) => ({
    name: of,
    value: valueOf(again, of, kept?.[of] ?? begins),
    error: errorOf(again, of),
  });
  // A box left unticked is not sent, so a kept form without it says no.
  const wasThere = kept?.withWhom === undefined ? ['yes'] : [kept.isWithPerson ?? ''];
  return (
    <>
      <WhichConversation
        open={open}
        chosen={valueOf(again, 'conversation', kept?.conversation ?? open[0]?.id ?? '')}
      />
      <Input {...field('withWhom', name)} label="Who did you speak with?" autoComplete="off" />
      <Checkboxes
        name="isWithPerson"
        items={[
          {
            value: 'yes',
            label: `${name} was there, and we spoke`,
            hint: 'Leave it empty for a voicemail, or when it was only about them',
          },
        ]}
        values={valuesOf(again, 'isWithPerson', wasThere)}
      />
      <Input
        {...field('when', momentOf(now))}
        label="When?"
        hint="Such as yesterday 2pm, or 17 November 2026, 2:30pm"
        autoComplete="off"
      />
      <Input
        {...field('place', last?.place || 'by phone')}
        label="Where, or how?"
        hint="A guess. Change it if it is wrong"
        autoComplete="off"
      />
      <Input {...field('howLong', '')} {...howLongField} />
      {voices.map((voice) => (
        <Textarea
          {...field(voice, '')}
          label={askFor(voice, name)}
          hint={prompts[voice]}
          rows={voice === 'said' ? 8 : 4}
        />
      ))}
    </>
  );
}

const askFor = (voice: EntryVoice, name: string): string =>
  ({ said: `What ${name} said`, noticed: 'What I noticed', think: 'What I think', agreed: 'What we agreed' })[
    voice
  ];

const prompts: Record<EntryVoice, string> = {
  said: 'In their words: what matters, what is working, what worries them, who is around',
  noticed: 'What you saw and heard',
  think: 'Your own view, kept apart from theirs',
  agreed:
    'Who does what by when. A line that begins with a dash is a promise: - I ring the boat shed by Friday',
};

/** Nothing to choose while one conversation is open, or none: then this begins conversation 1. */
function WhichConversation({ open, chosen }: { open: Conversation[]; chosen: string }) {
  const [only, ...others] = open;
  if (!only) return <p class="app-soft">This begins conversation 1, {kindInWords[1]}.</p>;
  if (!others.length)
    return (
      <>
        <input type="hidden" name="conversation" value={only.id} />
        <p class="app-soft">
          This goes on with conversation {only.kind}, {kindInWords[only.kind]}.
        </p>
      </>
    );
  return (
    <Radios
      name="conversation"
      legend="Which conversation does it go on with?"
      value={chosen}
      items={open.map(({ id, kind }) => ({ value: id, label: `Conversation ${kind}, ${kindInWords[kind]}` }))}
    />
  );
}

function Beside({ value: { identity, last, promises, questions, today } }: { value: ToWrite }) {
  return (
    <>
      {last ? (
        <Aside heading="Last time">
          <p class="app-soft">
            <When at={last.happenedAt} />
            {last.author ? ` · ${last.author}` : ''}
          </p>
          <Voices voices={spokenIn(last, nameFor(identity))} />
        </Aside>
      ) : null}
      {promises.length ? (
        <Aside heading="Promises">
          <Promises promises={promises} today={today} />
        </Aside>
      ) : null}
      {questions.length ? (
        <Aside heading="Worth listening out for">
          <ul class="app-plain-list">
            {questions.map((name) => (
              <li key={name}>{factKind(name).question}</li>
            ))}
          </ul>
          <p class="app-soft">Once it is saved, you can mark the answers in your words.</p>
        </Aside>
      ) : null}
    </>
  );
}
