import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { kindInWords } from '../conversation.ts';
import { HowItRests } from '../conversations.pages.tsx';
import { detailsInWords } from '../fact-fields.tsx';
import { factKind } from '../facts.ts';
import type { Missing } from '../known-facts.ts';
import type { StillToAsk } from '../moments/gaps.ts';
import { Question } from './question.tsx';
import type { SaidBefore, ToRest } from './rest.store.ts';

/** What is settled, what is still to find out, each answerable here, and the one way to rest. */
export function RestPage(
  { identity, today, conversation, facts, missing, stillToAsk, before }: ToRest,
  frame: Frame,
  again?: Again,
) {
  const { id, kind, restingOn } = conversation;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      title="Letting a conversation rest"
      frame={frame}
      again={again}
    >
      <h2>
        Conversation {kind}, {kindInWords[kind]}
      </h2>
      {restingOn ? <HowItRests conversation={conversation} today={today} /> : null}
      {facts.length ? <h3>What we know</h3> : null}
      <ul class="app-plain-list">
        {facts.map((fact) => (
          <li key={fact.id}>
            <b>{factKind(fact.kind).title}</b>: <a href={`/entries/${fact.entryId}/facts`}>“{fact.phrase}”</a>
            {detailsInWords(fact.kind, fact.details).map((line) => ` ${sentence(line)}`)}
          </li>
        ))}
      </ul>
      {restingOn ? null : (
        <>
          <StillToFindOut id={id} missing={missing} before={before} frame={frame} again={again} />
          <AlsoLookedFor
            id={id}
            gaps={stillToAsk.filter(({ kind }) => !missing.some(({ answers }) => answers.includes(kind)))}
            before={before}
            frame={frame}
            again={again}
          />
        </>
      )}
      {restingOn ? null : (
        <Form action={`/conversations/${id}/rest`} frame={frame}>
          {again?.refusal ? <NotYet missing={missing} /> : null}
          {missing.length ? null : (
            <p>Everything is there. {nameFor(identity)} can come back at any time, to the same story.</p>
          )}
          <Button preventDoubleClick>Let it rest</Button>
        </Form>
      )}
    </PersonFrame>
  );
}

function NotYet({ missing }: { missing: Missing[] }) {
  return (
    <InsetText>
      <p>Not yet:</p>
      <ul class="app-plain-list">
        {missing.map(({ refused, because, satisfyBy }) => (
          <li key={because}>
            {because}. To go on: {satisfyBy}. <span class="app-soft">Rule {refused}</span>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

interface StillProps {
  id: string;
  missing: Missing[];
  before: SaidBefore[];
  frame: Frame;
  again: Again | undefined;
}

/** Each thing missing, with the questions whose answer would settle it; a question is asked once. */
function StillToFindOut({ id, missing, before, frame, again }: StillProps) {
  if (!missing.length) return null;
  const asked = missing.map(({ answers }, index) => {
    const earlier = new Set(missing.slice(0, index).flatMap((one) => one.answers));
    return answers.filter((kind) => !earlier.has(kind));
  });
  return (
    <>
      <h3>Still to find out</h3>
      <ul class="app-plain-list">
        {missing.map(({ because }, index) => (
          <li key={because}>
            <p>{upper(because)}.</p>
            {asked[index]?.map((kind) => (
              <Question
                key={kind}
                id={id}
                kind={kind}
                said={before.find((one) => one.kind === kind)}
                frame={frame}
                again={again}
              />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

interface AlsoProps extends Omit<StillProps, 'missing'> {
  gaps: StillToAsk[];
}

/** C3-4: what else the law looks for here, as plain questions. None of it holds anything up. */
function AlsoLookedFor({ id, gaps, before, frame, again }: AlsoProps) {
  if (!gaps.length) return null;
  return (
    <>
      <h3>Also looked for here</h3>
      <p>The law looks for each of these in time. None of them holds anything up today.</p>
      <ul class="app-plain-list">
        {gaps.map(({ kind, law }) => (
          <li key={kind}>
            <Question
              id={id}
              kind={kind}
              said={before.find((one) => one.kind === kind)}
              frame={frame}
              again={again}
            />
            <span class="app-soft">{law}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
