import type { ComponentChildren } from 'preact';
import { longDate } from '../../../platform/ui/dates.ts';
import { Details, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import type { Story } from '../publishing.store.ts';
import { ApartTold } from './apart-told.tsx';
import type { Bundle } from './bundle.ts';
import { HowFarTold, HowSoonTold, SharesChart } from './told-charts.tsx';
import {
  againstAsTold,
  forWhom,
  groupInWords,
  reachedAsTold,
  supportAsTold,
  waitAsTold,
} from './told-words.ts';

export interface ToldProps {
  bundle: Bundle;
  stories: readonly Story[];
  /** Where the figures are as a file; a preview has none yet. */
  csv?: string | undefined;
}

/** A site as everybody sees it: the public page and the preview are this and nothing else. Every chart is drawn from the bundle. */
export function Told({ bundle, stories, csv }: ToldProps) {
  const { site, finding } = bundle;
  const of = { bundle, csv };
  return (
    <>
      <p class="app-when">
        {site.name}, since {longDate(site.startedOn)}
      </p>
      <p class="govuk-body-l">{finding}</p>
      <p>
        <b>What it cannot show:</b> that {site.name} is why, what it costs, or whether anybody’s life is
        better for it.
      </p>
      {bundle.isMadeUp ? (
        <InsetText>
          Most of what is counted here is made up, so that there is something to count. None of it is a
          finding about any real place.
        </InsetText>
      ) : null}
      <ToldBlock
        bundle={bundle}
        stories={stories}
        beside="people"
        title="Who came to draw on ongoing support"
      >
        <SharesChart {...of} measure="people" />
        <HowSoonTold {...of} />
      </ToldBlock>
      <ApartTold bundle={bundle} />
      <ToldBlock
        {...{ bundle, stories }}
        beside="returns"
        title="Who came back, and how far conversations went"
        against={supportAsTold(bundle)}
      >
        <SharesChart {...of} measure="returns" />
        <HowFarTold {...of} />
      </ToldBlock>
      <ToldBlock bundle={bundle} stories={stories} beside="waits" title="How soon somebody was spoken with">
        {bundle.waits.map((wait) => (
          <p>
            <b>{groupInWords(wait.group, site)}.</b> {waitAsTold(wait)}
          </p>
        ))}
      </ToldBlock>
      <InFull bundle={bundle} stories={stories} csv={csv} />
      <HowToRead bundle={bundle} />
    </>
  );
}

/** What a page read in two minutes leaves to whoever asks for it. */
function InFull({ bundle, stories, csv }: ToldProps) {
  return (
    <>
      <Details summary="In full: how far conversations went, and the same over contact episodes, as national figures count">
        {bundle.reached.map((reached) => (
          <p>
            <b>{groupInWords(reached.group, bundle.site)}.</b> {reachedAsTold(reached)}
          </p>
        ))}
        <SharesChart bundle={bundle} csv={csv} measure="episodes" />
        <Stories stories={stories} beside="episodes" />
        <p>What stands against it: {againstAsTold(bundle)}.</p>
      </Details>
      <Details summary="What this shows and cannot, for a director, a councillor and a citizen">
        <ForWhom site={bundle.site} asAt={bundle.asAt} />
      </Details>
    </>
  );
}

interface ToldBlockProps extends ToldProps {
  beside: Story['beside'];
  title: string;
  against?: string;
  children: ComponentChildren;
}

/** Figures, what stands against them, and the story told beside them, in one block (E8). */
function ToldBlock({ bundle, stories, beside, title, against, children }: ToldBlockProps) {
  return (
    <section class="app-figures">
      <h2>{title}</h2>
      <div class="app-beside-each-other app-two">{children}</div>
      <p class="app-against">
        <b>What stands against it:</b> {against ?? againstAsTold(bundle)}.
      </p>
      <Stories stories={stories} beside={beside} />
    </section>
  );
}

function ForWhom({ site, asAt }: { site: Bundle['site']; asAt: string }) {
  return (
    <Table
      caption="What this shows, and what it cannot"
      firstCellIsHeader
      head={['', 'Shows', 'Cannot show']}
      rows={forWhom(site, asAt).map(({ reader, shows, cannot }) => [reader, shows, cannot])}
    />
  );
}

function Stories({ stories, beside }: { stories: readonly Story[]; beside: Story['beside'] }) {
  return (
    <>
      {stories
        .filter((story) => story.beside === beside)
        .map((story) => (
          <InsetText key={story.id}>
            “{story.words}” <span class="app-by">{story.toldBy}</span>
          </InsetText>
        ))}
    </>
  );
}

function HowToRead({ bundle }: { bundle: Bundle }) {
  return (
    <section>
      <h2>How to read the numbers</h2>
      <p>
        “Hidden” is 7 or fewer, none among them, or a number kept back so that another stays hidden. The rest
        are to the nearest 5, so they need not add up, and one that has moved by fewer than 8 since it was
        last told is told as before. Shares and ranges are worked out from these numbers.{' '}
        {bundle.definitions.interval}
      </p>
      <p>
        Set beside: {bundle.site.comparison}
        {bundle.site.comparisonMark ? <b> The comparison was {bundle.site.comparisonMark}.</b> : null} Counted
        as at {longDate(bundle.asAt)}
        {bundle.toldOn ? `, told to everybody on ${longDate(bundle.toldOn)}` : ''}.
      </p>
      {['newPerson', 'people', 'cameBack', 'died'].map((name) =>
        bundle.definitions[name] ? (
          <p key={name} class="app-soft">
            {bundle.definitions[name]}
          </p>
        ) : null,
      )}
    </section>
  );
}
