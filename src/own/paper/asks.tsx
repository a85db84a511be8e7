import type { Own } from '../frame/own.ts';
import { formats } from '../wishes/wishes.ts';
import { Box, Ticks } from './boxes.tsx';
import type { Paper } from './paper.store.ts';

interface AsksProps {
  own: Own;
  paper: Paper;
}

/** What belongs to no one line: asking, messages, sharing, letters, how to be reached, shutting the page. */
export function Asks({ own, paper }: AsksProps) {
  const { words } = own;
  return (
    <>
      <h2>{words.paper.asks}</h2>
      <Ticks choices={[words.paper.entitled]} />
      <p>{words.paper.entitledMeans}</p>
      <Box label={words.paper.message} />
      <Box label={words.paper.newAbout} />
      {own.isCarer ? <Box label={words.paper.newCaring} /> : null}
      <Box label={words.paper.newStory} />
      <Shared own={own} paper={paper} />
      <Letters own={own} paper={paper} />
      <Ideas own={own} paper={paper} />
      <Looked own={own} paper={paper} />
      <Wishes own={own} paper={paper} />
      <Box label={words.paper.signed} isLine />
    </>
  );
}

function Shared({ own: { words }, paper: { sharings } }: AsksProps) {
  return (
    <>
      <h2>{words.frame.places.sharing}</h2>
      {sharings.map(({ name }) => (
        <>
          <p>{words.paper.shared(name)}</p>
          <Ticks choices={[words.paper.stop]} />
        </>
      ))}
      <Box label={words.paper.share} />
    </>
  );
}

function Letters({ own: { words }, paper: { letters } }: AsksProps) {
  if (!letters.length) return null;
  return (
    <>
      <h2>{words.frame.places.letters}</h2>
      {letters.map(({ of, since }) => (
        <>
          <p>
            {words.letters.kinds[of]} {since ? words.letters.from(words.dates.day(since)) : ''}
          </p>
          <Ticks choices={[words.paper.letters]} />
        </>
      ))}
    </>
  );
}

function Ideas({ own: { words }, paper: { ideas } }: AsksProps) {
  if (!ideas.length) return null;
  return (
    <>
      <h2>{words.frame.places.ideas}</h2>
      {ideas.map(({ name, where, phone }) => (
        <>
          <p>
            <b>{name}</b>
            <br />
            {where ? words.ideas.where(where) : ''}
            <br />
            {phone}
          </p>
          <Ticks choices={[words.paper.tryIt]} />
        </>
      ))}
    </>
  );
}

function Looked({ own: { words }, paper: { looks } }: AsksProps) {
  if (!looks.length) return null;
  return (
    <>
      <h2>{words.frame.places.looked}</h2>
      <ul>
        {looks.map(({ day, name, role, accountId, did }) => (
          <li>
            <b>{words.dates.day(day)}</b>{' '}
            {role === 'person' ? words.looked.you : accountId ? name : words.looked.nobody}:{' '}
            {did.map((kind) => words.looked.did[kind]).join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Wishes({ own: { words }, paper: { wishes } }: AsksProps) {
  const { way, format } = words.wishes;
  const ways = ['ring', 'text', 'email', 'post'] as const;
  return (
    <>
      <h2>{words.frame.places.wishes}</h2>
      <p>{wishes.since ? words.wishes.since(words.dates.day(wishes.since)) : words.wishes.never}</p>
      <Ticks legend={words.paper.mayWe} choices={ways.map((one) => way[one])} />
      <Box label={words.paper.phone} isLine />
      <Box label={words.paper.email} isLine />
      <Box label={words.paper.best} />
      <Box label={words.paper.doNot} />
      <Ticks legend={words.paper.formats} choices={formats.map((one) => format[one])} />
      <Ticks choices={[words.wishes.shut]} />
    </>
  );
}
