import { type Looked, placeOf } from '../looking/looked.ts';
import { answersOf, type FigureAsked } from './figure-behind.ts';

/** What an address of a figure's people holds beside the site and the day. */
export function figureKept(asked: FigureAsked): Record<string, string> {
  const { group, measure, windowDays, answer } = asked;
  const within = windowDays === null ? {} : { windowDays: String(windowDays) };
  return { group, measure, ...within, ...(answer === answersOf[measure][0] ? {} : { answer }) };
}

/** The address of the people behind a figure. @example drillPath(looked, { group: 'site', measure: 'people', windowDays: 90, answer: 'happened' }) */
export function drillPath(
  looked: Pick<Looked, 'site' | 'asOf' | 'today'>,
  asked: FigureAsked,
  after?: string | null,
): string {
  const more = new URLSearchParams({ ...figureKept(asked), ...(after ? { after } : {}) });
  return `${placeOf('/evidence/people', looked)}&${more}`;
}
