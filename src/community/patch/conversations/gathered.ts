/** Somebody who came, as a line people write: "Meg", or "Alf, brought by Meg". */
export interface Guest {
  knownAs: string;
  broughtBy: string | null;
}

/** What neighbours said they will do: "Repaint the bench: Alf". */
export interface ActionSaid {
  what: string;
  owner: string;
}

/** More than this in one room is written as several conversations. */
const mostGuests = 200;

/**
 * Reads who came, one to a line, each perhaps brought by somebody named on another line. Two of one name are told apart
 * by how they are written ("Meg from number 9").
 * @example readGuests('Meg\nAlf, brought by Meg').guests[1] // { knownAs: 'Alf', broughtBy: 'Meg' }
 */
export function readGuests(text: string): { guests: Guest[]; problem: string | null } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const guests = lines.map(guestOf);
  const names = new Set(guests.map(({ knownAs }) => nameKey(knownAs)));
  return { guests, problem: problemWith(guests, names) };
}

function problemWith(guests: readonly Guest[], names: ReadonlySet<string>): string | null {
  if (guests.length > mostGuests) return `Write ${mostGuests} people or fewer`;
  if (names.size < guests.length) return 'Two people are written the same way: say which is which';
  const unknown = guests.find(({ broughtBy }) => broughtBy !== null && !names.has(nameKey(broughtBy)));
  if (unknown) return `“${unknown.broughtBy}” brought ${unknown.knownAs} and is on no line: add them too`;
  const self = guests.find(({ knownAs, broughtBy }) => broughtBy && nameKey(broughtBy) === nameKey(knownAs));
  return self ? `${self.knownAs} cannot have brought themselves` : null;
}

function guestOf(line: string): Guest {
  const parts = /^(.+?)[,;]?\s+(?:was )?brought by\s+(.+)$/i.exec(line);
  return parts
    ? { knownAs: parts[1]?.trim() ?? line, broughtBy: parts[2]?.trim() ?? null }
    : { knownAs: line, broughtBy: null };
}

/** One name however it is written: "meg " is Meg. */
export const nameKey = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * Reads what will be done, one to a line, the neighbour who owns it after the last colon.
 * @example readActions('Repaint the bench: Alf').actions // [{ what: 'Repaint the bench', owner: 'Alf' }]
 */
export function readActions(text: string): { actions: ActionSaid[]; problem: string | null } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const actions = lines.map((line) => {
    const at = line.lastIndexOf(':');
    return { what: line.slice(0, at).trim(), owner: line.slice(at + 1).trim(), line, at };
  });
  const odd = actions.find(({ what, owner, at }) => at < 0 || !what || !owner);
  return {
    actions: actions.map(({ what, owner }) => ({ what, owner })),
    problem: odd ? `Say whose it is after a colon, as in “${odd.line.replace(/:.*$/, '')}: Meg”` : null,
  };
}

/** How many somebody brought, and those they brought in turn: how a conversation grows. */
export function broughtInAll(guests: readonly Guest[], name: string, seen = new Set<string>()): number {
  const key = nameKey(name);
  if (seen.has(key)) return 0;
  seen.add(key);
  return guests
    .filter(({ broughtBy }) => broughtBy !== null && nameKey(broughtBy) === key)
    .reduce((sum, { knownAs }) => sum + 1 + broughtInAll(guests, knownAs, seen), 0);
}
