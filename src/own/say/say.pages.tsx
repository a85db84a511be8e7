import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage, type OwnPlace } from '../frame/own-page.tsx';
import type { Line, LineKind } from '../line/line.ts';
import type { OwnLine } from './say.store.ts';
import { waysFor } from './say.ts';
import type { ToldLine } from './told.ts';

export interface SayValue {
  line: ToldLine;
  said: OwnLine[];
  today: Day;
  /** Whether a worker puts in what came back on paper, line by line. */
  isFromPaper?: boolean;
}

/** Where each kind of line is read. */
const places: Record<LineKind, { place: OwnPlace; path: string }> = {
  talked: { place: 'talked', path: '/talked' },
  promise: { place: 'now', path: '' },
  need: { place: 'plan', path: '/plan' },
  about: { place: 'about', path: '/about' },
  around: { place: 'around', path: '/around' },
  matters: { place: 'now', path: '' },
  caring: { place: 'caring', path: '/caring' },
  story: { place: 'stories', path: '/stories' },
};

/** One line as it stands, what they said of it before, and one place to say more. */
export function SayPage(
  { own, line, said, isFromPaper }: SayValue & { own: Own },
  frame: Frame,
  again?: Again,
) {
  const { words, base } = own;
  const { place, path } = places[line.kind];
  return (
    <OwnPage own={own} place={place} heading={words.say.heading} frame={frame} again={again}>
      <h2>{words.say.stands}</h2>
      <Stands line={line} own={own} />
      <SaidBefore said={said} own={own} />
      <p>
        {words.say.keeps} {words.say.sees}
      </p>
      <OwnForm
        own={own}
        again={again}
        frame={frame}
        action={`/say/${line.kind}/${line.id}`}
        told={isFromPaper ? 'paper' : 'together'}
      >
        <WhatToSay line={line} own={own} again={again} />
        <Textarea {...asked(again, 'words')} label={words.say.words} hint={words.say.wordsHint} rows={4} />
        {own.togetherWith ? (
          <Input
            {...asked(again, 'on')}
            label={words.say.on}
            hint={words.say.onHint}
            class="govuk-input--width-20"
          />
        ) : null}
        <Button preventDoubleClick>{words.say.send}</Button>
      </OwnForm>
      <p>
        <a href={`${base}${isFromPaper ? '/paper' : path}`}>{words.say.back}</a>
      </p>
    </OwnPage>
  );
}

function Stands({ line: { heading, pieces, written }, own: { words } }: { line: ToldLine; own: Own }) {
  return (
    <>
      {heading ? (
        <p>
          <b>{heading}</b>
        </p>
      ) : null}
      {pieces.map((piece) => (
        <>
          {piece.whose ? <p>{piece.whose}</p> : null}
          <Words words={piece.words} />
        </>
      ))}
      {heading || pieces.length ? null : <Words words={words.say.nothingYet} />}
      {written ? <p class="app-soft">{written}</p> : null}
    </>
  );
}

/** Words as they were written, line for line. */
function Words({ words }: { words: string }) {
  return (
    <blockquote class="app-own-words">
      {words.split('\n').map((line) => (
        <p>{line}</p>
      ))}
    </blockquote>
  );
}

function SaidBefore({ said, own: { words } }: { said: OwnLine[]; own: Own }) {
  if (!said.length) return null;
  return (
    <>
      <h2>{words.say.saidBefore}</h2>
      <ul class="app-plain-list">
        {said.map((one) => (
          <li>
            {words.say.you[one.what]} {one.words ? <q>{one.words}</q> : null}{' '}
            <span class="app-soft">
              {words.dates.day(one.saidOn)}
              {one.told === 'themselves' ? '' : ` · ${words.frame.told[one.told]} · ${one.byName}`}
            </span>
            {one.what === 'correction' && one.was ? (
              <Details summary={words.say.stood}>
                <Words words={one.was} />
              </Details>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function WhatToSay({ line, own: { words }, again }: { line: Line; own: Own; again: Again | undefined }) {
  const { say } = words;
  return (
    <Radios
      name="what"
      legend={say.question}
      value={valueOf(again, 'what')}
      error={errorOf(again, 'what')}
      items={waysFor(line).map((way) => ({
        value: way,
        label: say.ways[way],
        hint: say.hints[way],
        conditional:
          way === 'correction' && line.around ? <AroundFields line={line} say={say} again={again} /> : null,
      }))}
    />
  );
}

/** Somebody around them is put right part by part, each beginning as it stands. */
function AroundFields({
  line,
  say,
  again,
}: {
  line: Line;
  say: Own['words']['say'];
  again: Again | undefined;
}) {
  if (!line.around) return null;
  const { name, relation, phone, gives } = line.around;
  return (
    <>
      <Input {...asked(again, 'name', name)} label={say.aroundName} />
      <Input {...asked(again, 'relation', relation)} label={say.aroundRelation} />
      <Input {...asked(again, 'phone', phone)} label={say.aroundPhone} type="tel" />
      <Input {...asked(again, 'gives', gives)} label={say.aroundGives} />
    </>
  );
}
