import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { Paged, When } from '../../platform/ui/telling.tsx';
import type { PairsAsked } from './duplicates.forms.ts';
import type { PairLine, PairState } from './pairs.store.ts';

export interface DuplicatesValue extends PairsAsked {
  pages: number;
  counts: Record<PairState, number>;
  pairs: PairLine[];
}

const states = { found: 'To decide', joined: 'Joined', 'kept-apart': 'Kept apart' } as const;

/** Listings that may be one group told twice: by two directories, or by one of them twice. */
export function DuplicatesPage({ state, page, pages, counts, pairs }: DuplicatesValue, frame: Frame) {
  const href = (to: { state?: string; page?: number }) =>
    `/community/duplicates?state=${to.state ?? state}&page=${to.page ?? 1}`;
  const countOf = (one: keyof typeof states) => counts[one === 'kept-apart' ? 'kept apart' : one];
  return (
    <Page title="Listings that may be the same" frame={frame} section="Community">
      <BackLink href="/community/feeds">Keeping the directory right</BackLink>
      <h1>Listings that may be the same</h1>
      <p>
        One group is often told twice, by two directories. Look at the two and say; both ways can be undone.
      </p>
      <ul class="app-plain-list">
        {(Object.keys(states) as (keyof typeof states)[]).map((one) => (
          <li key={one}>
            <a href={href({ state: one })} aria-current={one === state ? 'page' : undefined}>
              {states[one]}: {countOf(one)}
            </a>
          </li>
        ))}
      </ul>
      <h2>{states[state]}</h2>
      {pairs.length === 0 ? <p>None.</p> : null}
      <Paged page={page} pages={pages} href={(to) => href({ page: to })}>
        <ul class="app-plain-list">
          {pairs.map((pair) => (
            <li key={pair.pairId}>
              <PairTold pair={pair} />
            </li>
          ))}
        </ul>
      </Paged>
      <Form action="/community/duplicates/look" frame={frame}>
        <Button class="govuk-button--secondary">Look for more now</Button>
      </Form>
    </Page>
  );
}

function PairTold({
  pair: { pairId, names, sources, same, decidedAt, decidedBy, isUnseen },
}: {
  pair: PairLine;
}) {
  const [one, other] = names;
  return (
    <>
      <a href={`/community/duplicates/${pairId}`}>
        {one}
        <span class="govuk-visually-hidden"> and </span>
        <span aria-hidden="true"> / </span>
        {other}
      </a>
      <p class="app-soft">
        {[...new Set(sources)].map((source) => source ?? 'Our own').join(' and ')}. {same.join('. ')}.
      </p>
      {decidedAt ? (
        <p class="app-by">
          {decidedBy}, <When at={decidedAt} />
        </p>
      ) : null}
      {isUnseen ? (
        <InsetText>
          The one that was shown rests, so nobody finds either. Take them apart to show the other.
        </InsetText>
      ) : null}
    </>
  );
}
