export interface IdentityBandProps {
  name: string;
  /** Short phrases after the name: "likes to be called Wilf", "82", "lives over the old chandlery". */
  likes?: readonly (string | null | undefined | false)[] | undefined;
  /** What matters, in their own words. */
  matters?: string | null | undefined;
  needs?: readonly { kind: 'communication' | 'good-to-know'; need: string }[] | undefined;
  /** One plain sentence when the record is restricted. */
  restricted?: string | undefined;
}

/** Who this is, on every page about them: the name is the page's `<h1>`. */
export function IdentityBand({ name, likes = [], matters, needs = [], restricted }: IdentityBandProps) {
  const line = likes.filter(Boolean).join(' · ');
  return (
    <section class="app-identity" aria-label="Who this is">
      <div>
        <h1>{name}</h1>
        {line && <p class="app-likes">{line}</p>}
        {matters && <blockquote class="app-matters">{matters}</blockquote>}
        {needs.length > 0 && (
          <ul class="app-needs" aria-label="Before you speak">
            {needs.map(Need)}
          </ul>
        )}
        {restricted && <p class="app-restricted">{restricted}</p>}
      </div>
    </section>
  );
}

/** A communication need opens in bold: it is read in a doorway. */
function Need({ kind, need }: { kind: string; need: string }) {
  const [, first = '', rest = ''] = /^(.*?[.!?])(?:\s+(.*))?$/s.exec(need) ?? [undefined, need];
  return <li>{kind === 'communication' ? [<b>{first}</b>, ' ', rest] : need}</li>;
}

export interface SubNavProps {
  items: readonly { href: string; text: string; isCurrent: boolean }[];
  label?: string;
}

export function SubNav({ items, label = 'About this person' }: SubNavProps) {
  return (
    <nav class="app-sub-nav" aria-label={label}>
      <ul>
        {items.map(({ href, text, isCurrent }) => (
          <li>
            <a href={href} aria-current={isCurrent ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
