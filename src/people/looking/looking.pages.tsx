import type { Look } from '../../access/governance/audit.store.ts';
import { roleInWords } from '../../access/roles.ts';
import type { Day } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { When } from '../../platform/ui/telling.tsx';
import { type Identity, nameFor } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';

export interface WhoLookedValue {
  identity: Identity;
  looks: Look[];
  more: Date | null;
  today: Day;
}

const did: Record<string, string> = {
  read: 'read',
  write: 'wrote',
  print: 'printed',
  address: 'opened the address on',
};

/** Who looked, newest first. The person may ask for this at any time (W3). */
export function WhoLookedPage({ identity, looks, more, today }: WhoLookedValue, frame: Frame) {
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="looked" frame={frame} title="Who looked">
      <h2>Who looked</h2>
      <p>
        Everybody who opened or wrote in {name}’s record. {name} may see this list at any time.
      </p>
      <ul class="app-plain-list">
        {looks.map((look, index) => (
          <li key={`${look.at.toISOString()}-${index}`}>
            <b>{look.who}</b>
            {look.role in roleInWords
              ? `, ${roleInWords[look.role as keyof typeof roleInWords].toLowerCase()},`
              : ''}{' '}
            {did[look.act] ?? look.act} {pageInWords(look.route)}{' '}
            <span class="app-by">
              <When at={look.at} />
            </span>
            {look.reason ? <p class="app-soft">Reason: {look.reason}</p> : null}
          </li>
        ))}
      </ul>
      {more ? (
        <p>
          <a href={`/people/${identity.personId}/who-looked?before=${more.toISOString()}`}>Earlier</a>
        </p>
      ) : null}
    </PersonFrame>
  );
}

/** A route as somebody would say it: '/people/:id/around' is 'people around'. */
function pageInWords(route: string): string {
  const parts = route.split('/').filter((part) => part && !part.startsWith(':'));
  const last = parts.at(-1) ?? 'page';
  return last === 'people'
    ? route.includes(':id')
      ? 'the record'
      : 'a list with their name'
    : last.replaceAll('-', ' ');
}
