import { roleInWords } from '../../access/roles.ts';
import type { Day } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { When } from '../../platform/ui/telling.tsx';
import { type Identity, nameFor } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';
import type { LookNamed } from './pages-named.ts';

export interface WhoLookedValue {
  identity: Identity;
  looks: LookNamed[];
  more: string | null;
  today: Day;
}

const did: Record<string, string> = {
  read: 'read',
  write: 'wrote',
  print: 'printed',
  address: 'opened the address',
};

const roles: Record<string, string> = {
  ...roleInWords,
  person: 'at a page of their own',
  delegate: 'somebody it is shared with',
};

/** Who looked, newest first (W3), for staff. The person has their own, which leaves out what would tell (W1). */
export function WhoLookedPage({ identity, looks, more, today }: WhoLookedValue, frame: Frame) {
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="looked" frame={frame} title="Who looked">
      <h2>Who looked</h2>
      <p>
        Everybody who opened or wrote in {name}’s record. {name} has a list of their own:{' '}
        <a href={`/people/${identity.personId}/together/looked`}>look at it together</a>. Do not show them
        this one: it names what may be held back from them.
      </p>
      <ul class="app-plain-list">
        {looks.map((look) => (
          <li key={look.id}>
            <b>{look.who}</b>
            {look.role in roles ? `, ${roles[look.role]?.toLowerCase()},` : ''} {did[look.act] ?? look.act}:{' '}
            {look.page}{' '}
            <span class="app-by">
              <When at={look.at} />
            </span>
            {look.reason ? <p class="app-soft">Reason: {look.reason}</p> : null}
          </li>
        ))}
      </ul>
      {more ? (
        <p>
          <a href={`/people/${identity.personId}/who-looked?before=${more}`}>Earlier</a>
        </p>
      ) : null}
    </PersonFrame>
  );
}
