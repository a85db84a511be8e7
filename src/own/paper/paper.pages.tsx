import type { Frame } from '../../platform/ui/frame.ts';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import { CannotWait } from '../messages/who-to-ring.tsx';
import { waysFor } from '../say/say.ts';
import { Asks } from './asks.tsx';
import { Box, Ticks } from './boxes.tsx';
import type { Paper, PaperLine } from './paper.store.ts';
import { type PaperSize, signOf } from './paper.ts';

export interface PaperValue {
  paper: Paper;
  size: PaperSize;
}

type PaperProps = PaperValue & { own: Own };

/** The whole page on paper: to read, write in and send back. Everything that can be done on the screen can be from it. */
export function PaperPage({ own, paper, size }: PaperProps, frame: Frame) {
  const { words } = own;
  return (
    <OwnPage own={own} place="now" heading={words.paper.heading} frame={frame}>
      <Around own={own} size={size} />
      <article class={`app-paper app-paper--${size}`}>
        <h2>{words.paper.whose(own.name, words.dates.day(paper.today))}</h2>
        {words.paper.how.map((sentence) => (
          <p>{sentence}</p>
        ))}
        <SendBack own={own} paper={paper} />
        <CannotWait own={own} ring={paper.ring} />
        {paper.parts.map(({ kind, lines, hasMore }) => (
          <section>
            <h2>{words.paper.parts[kind]}</h2>
            {lines.length ? null : <p>{words.paper.nothing}</p>}
            {lines.map((line) => (
              <OnePart own={own} line={line} />
            ))}
            {hasMore ? <Ticks choices={[words.paper.more]} /> : null}
          </section>
        ))}
        <Asks own={own} paper={paper} />
        <SendBack own={own} paper={paper} />
        <p>{words.paper.end}</p>
        <p class="app-letter-foot">
          {words.paper.whose(own.name, words.dates.day(paper.today))}{' '}
          {words.paper.reference(signOf(own.personId))}
        </p>
      </article>
    </OwnPage>
  );
}

/** On the screen only: how to print it, and for a worker how what comes back is put in. */
function Around({ own, size }: { own: Own; size: PaperSize }) {
  const { paper, ...words } = own.words;
  const others = [
    { path: '/message', text: words.message.heading },
    { path: '/letters', text: words.frame.places.letters },
    { path: '/ideas', text: words.frame.places.ideas },
    { path: '/entitled', text: words.entitled.heading },
    { path: '/wishes', text: words.frame.places.wishes },
    { path: '/sharing', text: words.frame.places.sharing },
    { path: '/about', text: words.frame.places.about },
    { path: '/around', text: words.frame.places.around },
    ...(own.isCarer ? [{ path: '/caring', text: words.frame.places.caring }] : []),
    { path: '/stories', text: words.frame.places.stories },
    { path: '/shut', text: words.wishes.shut },
  ];
  return (
    <div class="app-letter-around">
      <p>
        {paper.print}{' '}
        {size === '16' ? (
          <a href={`${own.base}/paper?size=20`}>{paper.bigger}</a>
        ) : (
          <a href={`${own.base}/paper`}>{paper.smaller}</a>
        )}
      </p>
      {own.togetherWith ? (
        <>
          <h2>{paper.forWorker}</h2>
          {paper.workerDoes.map((sentence) => (
            <p>{sentence}</p>
          ))}
          <ul>
            {others.map(({ path, text }) => (
              <li>
                <a href={`${own.base}${path}`}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function SendBack({ own, paper: { council, ring } }: { own: Own; paper: Paper }) {
  const { paper } = own.words;
  return (
    <p class="app-lines">
      <b>{paper.reference(signOf(own.personId))}</b>
      <br />
      {paper.sendTo([council.name, council.address].filter(Boolean).join('\n'))}
      {ring.phone ? (
        <>
          <br />
          {paper.ring(ring.phone)}
        </>
      ) : null}
    </p>
  );
}

/** One line as it stands, what they said of it, and room to say more. */
function OnePart({ own, line }: { own: Own; line: PaperLine }) {
  const { paper, say } = own.words;
  const ways = waysFor(line).filter((way) => way !== 'beside');
  return (
    <div class="app-paper-part">
      {line.heading ? <h3>{line.heading}</h3> : null}
      {line.pieces.map(({ whose, words }) => (
        <p class="app-lines">
          {whose ? <b>{whose} </b> : null}
          {words}
        </p>
      ))}
      {line.heading || line.pieces.length ? null : <p>{paper.nothing}</p>}
      <p>
        {line.written} <span class="app-paper-sign">{paper.part(signOf(line.id))}</span>{' '}
        {own.togetherWith ? (
          <a class="app-letter-around" href={`${own.base}/say/${line.kind}/${line.id}?told=paper`}>
            {paper.putIn}
          </a>
        ) : null}
      </p>
      {line.said.map(({ what, words }) => (
        <p>
          <b>{say.you[what]}</b> {words}
        </p>
      ))}
      <Ticks legend={paper.tick} choices={ways.map((way) => paper.boxes[way as keyof typeof paper.boxes])} />
      <Box label={paper.write} />
    </div>
  );
}
