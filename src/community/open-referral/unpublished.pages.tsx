import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink } from '../../platform/ui/govuk/blocks.tsx';
import { Page } from '../../platform/ui/page.tsx';
import type { PublishProblem } from './records/publish-check.ts';

/** A listing our own check keeps from being given away. */
export interface Stopped {
  listingId: string;
  name: string;
  because: PublishProblem[];
}

export interface UnpublishedValue {
  published: number;
  /** Listed here, and never given away: the place may have to stay unknown. */
  mayBeRefuge: number;
  refuges: { listingId: string; name: string }[];
  stoppedInAll: number;
  stopped: Stopped[];
}

/** What others may read of the directory, and what stays here and why. */
export function UnpublishedPage(value: UnpublishedValue, frame: Frame) {
  const { published, mayBeRefuge, refuges, stoppedInAll, stopped } = value;
  const leftOut = mayBeRefuge + stoppedInAll;
  return (
    <Page title="Given away as open data" frame={frame} section="Community">
      <BackLink href="/community/feeds">Keeping the directory right</BackLink>
      <h1>Given away as open data</h1>
      <p>
        Others read {listings(published)} of ours at <a href="/open-referral">/open-referral</a>.{' '}
        {leftOut === 0 ? 'None is left out.' : `${isOrAre(leftOut)} not published.`} A mobile number, an
        e-mail address that may be somebody’s own, and whom to ask for stay here unless the group itself said
        them.
      </p>
      {mayBeRefuge > 0 ? (
        <>
          <h2>A place that may have to stay unknown: {mayBeRefuge}</h2>
          <p>A refuge is never given away, nor anything that reads like one.</p>
          <Names listings={refuges} />
        </>
      ) : null}
      {stoppedInAll > 0 ? (
        <>
          <h2>Something in it to put right: {stoppedInAll}</h2>
          <Names listings={stopped} />
        </>
      ) : null}
    </Page>
  );
}

function Names({
  listings,
}: {
  listings: { listingId: string; name: string; because?: PublishProblem[] }[];
}) {
  return (
    <ul class="app-plain-list">
      {listings.map(({ listingId, name, because = [] }) => (
        <li key={listingId}>
          <a href={`/community/${listingId}`}>{name.trim() || 'No name'}</a>
          {because.length > 0
            ? `: ${because.map(({ field, problem }) => `${field}: ${problem}`).join('. ')}`
            : ''}
        </li>
      ))}
    </ul>
  );
}

const listings = (count: number): string =>
  count === 1 ? '1 listing' : `${count.toLocaleString('en-GB')} listings`;
const isOrAre = (count: number): string =>
  count === 1 ? '1 listing is' : `${count.toLocaleString('en-GB')} listings are`;
