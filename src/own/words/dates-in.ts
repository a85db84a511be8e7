import { type Day, daysBetween } from '../../platform/clock.ts';
import type { Words } from './english.ts';

const style = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  near: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  moment: {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit' },
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * Days and times as a language says them, by its sign; for a language that is not known to the system, as English
 * does. @example datesIn('cy').day('2026-11-21') // '21 Tachwedd 2026'
 */
export function datesIn(lang: string): Words['dates'] {
  const signs = [lang, 'en-GB'];
  const say = (how: keyof typeof style) => {
    const format = new Intl.DateTimeFormat(signs, { ...style[how], timeZone: 'Europe/London' });
    return (when: Day | Date): string => format.format(instantOf(when));
  };
  const [day, weekday, near, time, moment] = [
    say('day'),
    say('weekday'),
    say('near'),
    say('time'),
    say('moment'),
  ];
  const apart = new Intl.RelativeTimeFormat(signs, { numeric: 'auto' });
  return {
    ...{ day, weekday, time, moment },
    near: (one, today) => (one.slice(0, 4) === today.slice(0, 4) ? near(one) : weekday(one)),
    ago: (one, today) => apart.format(-daysBetween(one, today), 'day'),
  };
}

const instantOf = (when: Day | Date): Date => (when instanceof Date ? when : new Date(`${when}T12:00:00Z`));
