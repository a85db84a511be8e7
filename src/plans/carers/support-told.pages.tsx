import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { moneyInWords } from '../budget.ts';
import type { Support } from '../support.store.ts';

/** What runs each week, with its total, apart from what was paid once: one-off support is not ongoing support (E3). */
export function SupportTold({ support, today }: { support: readonly Support[]; today: Day }) {
  const once = support.filter(({ kind }) => kind === 'one-off');
  const lasting = support.filter(({ kind }) => kind !== 'one-off');
  const ended = lasting.filter(({ endedOn }) => endedOn !== null && endedOn < today);
  const coming = lasting.filter(({ startedOn }) => startedOn > today);
  const running = lasting.filter((one) => !ended.includes(one) && !coming.includes(one));
  const weekly = running.reduce((sum, { weeklyPence }) => sum + weeklyPence, 0);
  return (
    <>
      <List heading="Each week" support={running} />
      {weekly ? (
        <p>
          <b>{moneyInWords(weekly)} a week from the council in all.</b>
        </p>
      ) : null}
      <List heading="To come" support={coming} />
      <List heading="Once" support={once} />
      <List heading="Before" support={ended} />
    </>
  );
}

function List({ heading, support }: { heading: string; support: readonly Support[] }) {
  if (!support.length) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul class="app-plain-list">
        {support.map((one) => (
          <li>
            {supportInWords(one)}
            {one.kind !== 'one-off' && !one.endedOn ? <HowItEnds support={one} /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function HowItEnds({ support: { id, what, untilOn } }: { support: Support }) {
  return (
    <>
      {untilOn ? `. Met at once, and looked at again on ${longDate(untilOn)}` : ''}{' '}
      <a href={`/support/${id}/end`}>
        If it ends<span class="govuk-visually-hidden">: {what}</span>
      </a>
    </>
  );
}

function supportInWords({ kind, what, startedOn, endedOn, weeklyPence }: Support): string {
  if (kind === 'one-off') return `${what}, once, ${longDate(startedOn)}`;
  const cost = weeklyPence ? `, ${moneyInWords(weeklyPence)} a week from the council` : '';
  return endedOn
    ? `${what}, ${longDate(startedOn)} to ${longDate(endedOn)}`
    : `${what}, since ${longDate(startedOn)}${cost}`;
}
