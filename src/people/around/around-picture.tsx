import { type Circle, circlesOf } from './circles.ts';
import type { PersonNear, PictureWords } from './near.ts';

interface AroundPictureProps {
  people: readonly PersonNear[];
  words: PictureWords;
  /** The id of the list that says the same: it is the picture's text. */
  listId: string;
}

/** People around somebody as a picture, below the list that says the same. */
export function AroundPicture({ people, words, listId }: AroundPictureProps) {
  const { width, height, me, bands, circles } = circlesOf(people, words);
  return (
    <figure class="app-around" aria-labelledby={`${listId}-picture`}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.pictureSays}
        aria-describedby={listId}
      >
        {bands.map((band) => (
          <rect x={band.x} y={band.y} width={band.width} height={band.height} rx={28} />
        ))}
        {bands.map(({ label }) => (
          <text x={label.x} y={label.y} class="app-around-label">
            {label.words}
          </text>
        ))}
        <circle cx={me.x} cy={me.y} r={me.r} class="app-around-me" />
        <text x={me.x} y={me.y + 5} class="app-around-me-name">
          {words.me}
        </text>
        {circles.map((circle) => (
          <OneCircle circle={circle} />
        ))}
      </svg>
      <figcaption id={`${listId}-picture`}>{words.pictureSays}</figcaption>
    </figure>
  );
}

function OneCircle({ circle: { x, y, r, isRungFirst, isKeptFrom, lines } }: { circle: Circle }) {
  return (
    <g>
      <circle cx={x} cy={y} r={r} class={isKeptFrom ? 'app-around-kept' : undefined} />
      {isRungFirst ? <circle cx={x} cy={y} r={r - 5} /> : null}
      {lines.map((line) => (
        <text x={line.x} y={line.y}>
          {line.words}
        </text>
      ))}
    </g>
  );
}
