import { InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { When } from '../../../platform/ui/telling.tsx';
import type { FeedLine } from './feeds.store.ts';

export const howOftenInWords = {
  never: 'Only when asked',
  day: 'Every day',
  week: 'Every week',
  month: 'Every month',
} as const;

const count = (number: number): string => number.toLocaleString('en-GB');

/** When a directory is next read, how far a reading has come, and why one stopped. */
export function DirectoryTold({ feed }: { feed: FeedLine }) {
  const { isPaused, nextReadAt, reading } = feed;
  if (reading) return <ReadingTold feed={feed} reading={reading} />;
  if (feed.url === null) return <p>Read from a file or by command, not by itself.</p>;
  if (isPaused) return <p>Paused: nothing is asked of it until you let it go on.</p>;
  if (nextReadAt === null) return <p>Read only when you ask.</p>;
  return (
    <p>
      Next read <When at={nextReadAt} />.
    </p>
  );
}

function ReadingTold({ feed, reading }: { feed: FeedLine; reading: NonNullable<FeedLine['reading']> }) {
  const { records, said, stoppedBecause, isChangesOnly, startedAt } = reading;
  const soFar = `${count(records)}${said === null ? '' : ` of ${count(said)}`} records so far`;
  const what = isChangesOnly ? 'what changed' : 'all of it';
  if (feed.isPaused) return <p>Paused while being read: {soFar}. What came is kept.</p>;
  if (stoppedBecause === null)
    return (
      <p>
        Being read since <When at={startedAt} />, {what}: {soFar}.
      </p>
    );
  return (
    <InsetText>
      The reading stopped: {stoppedBecause}. {soFar}, and they are kept.{' '}
      {feed.nextReadAt ? (
        <>
          It goes on from there <When at={feed.nextReadAt} />.
        </>
      ) : null}
    </InsetText>
  );
}
