import { howToChallenge } from './challenge.ts';

/** Whom to ring about a copy: the council's number when it has set one, and the team that answers. */
export interface WhoToRing {
  team: string | null;
  phone: string | null;
}

/** Ends every copy: who to ring, how to challenge, and that this is the end. */
export function CopyEnd({ ring, councilName }: { ring: WhoToRing; councilName: string }) {
  return (
    <>
      <h2>If you do not agree</h2>
      <ul>
        {howToChallenge.map((way) => (
          <li>{way}</li>
        ))}
      </ul>
      <h2>Who to ring</h2>
      <p>
        {councilName}
        {ring.team ? `, ${ring.team}` : ''}
        {ring.phone ? (
          <>
            : <b>{ring.phone}</b>
          </>
        ) : (
          '. Ring the council’s main number and ask for us by name'
        )}
        . Any of us will answer. You can ring for any reason, at any time from now on.
      </p>
      <p>End of letter</p>
    </>
  );
}
