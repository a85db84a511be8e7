import { longDate } from '../../../platform/ui/dates.ts';
import { Details, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import type { Story } from '../publishing.store.ts';
import type { Bundle, ToldFigure } from './bundle.ts';
import {
  forWhom,
  groupInWords,
  measureInWords,
  reachedAsTold,
  shareAsTold,
  toldInWords,
  waitAsTold,
} from './told-words.ts';

export interface ToldProps {
  bundle: Bundle;
  stories: readonly Story[];
}

/** A site as everybody sees it: the public page and the preview are this and nothing else. */
export function Told({ bundle, stories }: ToldProps) {
  const { site, asAt, finding } = bundle;
  return (
    <>
      <p class="app-when">
        {site.name}, since {longDate(site.startedOn)}
      </p>
      {bundle.isMadeUp ? (
        <InsetText>
          Most of what is counted here is made up, so that there is something to count. None of it is a
          finding about any real place.
        </InsetText>
      ) : null}
      <p class="govuk-body-l">{finding}</p>
      <ForWhom name={site.name} asAt={asAt} />
      <Shares bundle={bundle} measure="people" />
      <Stories stories={stories} beside="people" />
      <Shares bundle={bundle} measure="returns" />
      <Stories stories={stories} beside="returns" />
      <section>
        <h2>How soon somebody was spoken with</h2>
        {bundle.waits.map((wait) => (
          <p>
            <b>{groupInWords(wait.group, site.name)}.</b> {waitAsTold(wait)}
          </p>
        ))}
        <Stories stories={stories} beside="waits" />
      </section>
      <section>
        <h2>How far conversations went</h2>
        {bundle.reached.map((reached) => (
          <p>
            <b>{groupInWords(reached.group, site.name)}.</b> {reachedAsTold(reached)}
          </p>
        ))}
      </section>
      <Details summary="The same over contact episodes, as national figures count">
        <Shares bundle={bundle} measure="episodes" />
        <Stories stories={stories} beside="episodes" />
      </Details>
      <HowToRead bundle={bundle} />
    </>
  );
}

function ForWhom({ name, asAt }: { name: string; asAt: string }) {
  return (
    <Table
      caption="What this shows, and what it cannot"
      firstCellIsHeader
      head={['', 'Shows', 'Cannot show']}
      rows={forWhom(name, asAt).map(({ reader, shows, cannot }) => [reader, shows, cannot])}
    />
  );
}

const headings: Record<ToldFigure['measure'], string> = {
  people: 'Who came to draw on ongoing support',
  episodes: 'Over contact episodes',
  returns: 'What stands against it: who came back',
};

const definitionOf = { people: 'people', episodes: 'episodes', returns: 'cameBack' } as const;

function Shares({ bundle, measure }: { bundle: Bundle; measure: ToldFigure['measure'] }) {
  const figures = bundle.figures.filter((one) => one.measure === measure);
  return (
    <section>
      <h2>{headings[measure]}</h2>
      <Table
        caption={`${measureInWords[measure]}, followed to ${longDate(bundle.asAt)}.`}
        tabIndex={0}
        firstCellIsHeader
        head={['Within', 'Who', 'Number, share and its 95% range', 'Not yet known', 'Died, and moved away']}
        rows={[...figures]
          .sort((one, other) => one.windowDays - other.windowDays)
          .map((one) => [
            `${one.windowDays} days`,
            groupInWords(one.group, bundle.site.name),
            shareAsTold(one),
            toldInWords(one.notYetKnown),
            `${toldInWords(one.died)}, and ${toldInWords(one.moved)}`,
          ])}
      />
      <p class="app-soft">{bundle.definitions[definitionOf[measure]]}</p>
    </section>
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
        Set beside: {bundle.site.comparison} Counted as at {longDate(bundle.asAt)}
        {bundle.toldOn ? `, told to everybody on ${longDate(bundle.toldOn)}` : ''}.
      </p>
    </section>
  );
}
