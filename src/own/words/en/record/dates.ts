import {
  agoInWords,
  clockTime,
  longDate,
  momentOf,
  nearDate,
  weekdayDate,
} from '../../../../platform/ui/dates.ts';

/** Days and times as they are said. Another language says them its own way. */
export const dates = {
  /** A day, with its year. */
  day: longDate,
  /** A day near today, with its name. */
  near: nearDate,
  weekday: weekdayDate,
  ago: agoInWords,
  time: clockTime,
  /** A day and its time. */
  moment: momentOf,
};
