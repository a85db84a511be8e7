import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import type { HowLong, HowSpread } from '../figures.ts';
import { count, groupInWords, openingOf, tidy } from '../in-words.ts';
import { otherDefinitions } from '../other-definitions.ts';
import type { HowItWentValue } from '../value.ts';
import { SharesFolded } from './share-table.tsx';

/** E7: conversation 2. */
export function StayingClose({ looked: { site }, figures, ...value }: HowItWentValue) {
  return (
    <section id="staying-close">
      <h2>Staying close in a crisis</h2>
      <p>{openingOf(site, figures.staying, 'stayed-close')}</p>
      <Table
        caption="How we stayed in touch, and for how long"
        tabIndex={0}
        firstCellIsHeader
        head={[
          'Who',
          'Contacts a week while open',
          'Longest gap, in days',
          'Days until half had come to rest',
        ]}
        rows={value.howLong.map((long, at) => [
          groupInWords(long.group, site),
          middleHalf(value.contactsAWeek[at]),
          gap(value.longestGap[at]),
          howLongInWords(long),
        ])}
      />
      <SharesFolded
        also={['over-rhythm', 'ended-resting', 'ended-conversation-3', 'went-on']}
        caption="How it began, kept its rhythm and ended"
        site={site}
        figures={figures.staying}
      />
      <Details summary="How contacts, gaps and days are counted">
        <p>
          {otherDefinitions['contacts-a-week'].words} {otherDefinitions['longest-gap'].words}{' '}
          {otherDefinitions['how-long'].words}
        </p>
      </Details>
    </section>
  );
}

/** @example middleHalf(spread) // 'half had 3.5 or more; the middle half 2.1 to 5 (64 people)' */
export function middleHalf(spread: HowSpread | undefined): string {
  if (!spread || spread.people === 0) return 'nobody yet';
  if (!spread.numbers) return `too few to compare (${count(spread.people)})`;
  const { lower, median, upper } = spread.numbers;
  return `${tidy(median)} in the middle; half between ${tidy(lower)} and ${tidy(upper)} (${count(spread.people)} people)`;
}

function gap(spread: HowSpread | undefined): string {
  if (!spread || spread.people === 0) return 'nobody yet';
  if (!spread.numbers) return `too few to compare (${count(spread.people)})`;
  const { median, ninetieth, most } = spread.numbers;
  return `${tidy(median)} in the middle; nine in ten ${tidy(ninetieth)} or less; the most ${tidy(most)}`;
}

function howLongInWords({ conversations, stillOpen, median, tooFew }: HowLong): string {
  if (conversations === 0) return 'nobody yet';
  const open = `${count(conversations)} began, ${count(stillOpen)} still open`;
  if (tooFew) return `too few to compare (${open})`;
  return `${median === null ? 'not yet reached' : tidy(median)} (${open})`;
}
