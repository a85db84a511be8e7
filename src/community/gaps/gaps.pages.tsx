import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { Paged, When } from '../../platform/ui/telling.tsx';
import type { GapLine, Told } from './counted.ts';
import type { GapsAsked } from './gaps.forms.ts';
import type { Gap } from './gaps.store.ts';

export interface GapsValue {
  asked: GapsAsked;
  since: Day;
  lines: GapLine[];
  /** What was asked in people's words, for those who answer it. */
  words: Gap[];
  hasMore: boolean;
  mayRead: boolean;
}

/** What people wanted and nobody nearby offers: what a place might grow next. */
export function GapsPage(value: GapsValue, frame: Frame, again?: Again) {
  const { asked, since, lines, words, hasMore, mayRead } = value;
  const place = asked.district ? ` around ${asked.district}` : '';
  return (
    <Page title="Asked for and not there" frame={frame} again={again} section="Community">
      {mayRead ? (
        <BackLink href="/community">Community</BackLink>
      ) : (
        <BackLink href="/evidence">Evidence</BackLink>
      )}
      <h1>Asked for and not there</h1>
      <p>
        What people wanted{place} since {longDate(since)} and nobody nearby offers. Few are told as “a few”,
        and the rest is rounded to five, so that nobody is picked out.
      </p>
      <form method="get" action="/community/gaps" class="app-one-line">
        <Input name="district" label="Half a postcode" value={asked.district ?? ''} />
        <Input name="months" label="How many months back" value={String(asked.months)} inputMode="numeric" />
        <Button class="govuk-button--secondary">Show</Button>
      </form>
      {lines.length === 0 ? (
        <p>Nothing was asked for that is not there. Ask people again.</p>
      ) : (
        <Lines lines={lines} />
      )}
      {lines.length > 0 ? (
        <p>
          <a
            href={`/community/gaps.csv?months=${asked.months}${asked.district ? `&district=${asked.district}` : ''}`}
          >
            The same as a file
          </a>
        </p>
      ) : null}
      {mayRead ? <InTheirWords asked={asked} words={words} hasMore={hasMore} frame={frame} /> : null}
    </Page>
  );
}

/** A sentence for each, which a narrow screen and a voice can follow. */
function Lines({ lines }: { lines: GapLine[] }) {
  return (
    <ul class="app-plain-list">
      {lines.map(({ thing, district, asked, looked }) => (
        <li key={`${thing} ${district}`}>
          <b>{thing}</b>, {district ? `around ${district}` : 'nobody said where'}:{' '}
          {wantedInWords(asked, looked)}
        </li>
      ))}
    </ul>
  );
}

/** @example 'asked of us about 10 times; looked for in vain a few times' */
const wantedInWords = (asked: Told, looked: Told): string =>
  [
    asked.rounded === 0 ? '' : `asked of us ${asked.words}`,
    looked.rounded === 0 ? '' : `looked for in vain ${looked.words}`,
  ]
    .filter(Boolean)
    .join('; ');

type WordsProps = Pick<GapsValue, 'asked' | 'words' | 'hasMore'> & { frame: Frame };

function InTheirWords({ asked, words, hasMore, frame }: WordsProps) {
  const href = (page: number) => `/community/gaps?months=${asked.months}&page=${page}`;
  return (
    <>
      <h2>In the words it was asked in</h2>
      {words.length === 0 ? <p>Nothing is waiting.</p> : null}
      <Paged page={asked.page} pages={hasMore ? asked.page + 1 : asked.page} href={href}>
        <ul class="app-plain-list">
          {words.map((gap) => (
            <li key={gap.gapId}>
              {gap.words}
              {gap.place ? `, near ${gap.place}` : ''}{' '}
              <span class="app-by">
                <When at={gap.askedAt} />
              </span>
              <Form action={`/community/gaps/${gap.gapId}/met`} frame={frame}>
                <button type="submit" class="app-link-button">
                  It is there now<span class="govuk-visually-hidden">: {gap.words}</span>
                </button>
              </Form>
            </li>
          ))}
        </ul>
      </Paged>
    </>
  );
}
