import { addDays, type Day, daysBetween } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** Somebody asks how the plan is going, or asks for it to be looked at (Care Act 2014 s27(1)(b)). */
export interface CatchUpRequest {
  id: string;
  personId: string;
  askedOn: Day;
  askedBy: string;
  words: string;
  answer: 'yes' | 'no' | null;
  answeredOn: Day | null;
  answerWords: string | null;
  daySet: Day | null;
  toldHowToChallenge: boolean;
  answeredBy: string | null;
  /** The day of the catch-up that was held because of it. */
  heldOn: Day | null;
}

export interface Answer {
  answer: 'yes' | 'no';
  daySet: Day | null;
  words: string | null;
  toldHowToChallenge: boolean;
}

/** P2: anybody may ask, and asking is written at once; only not before it happened. */
export function mayAsk(askedOn: Day, today: Day): Refusal | null {
  if (askedOn <= today) return null;
  return refuse('P2', 'that day has not come yet', 'write the day they asked');
}

/**
 * P2: may a request be answered so? A reasonable request is answered with a day, no later than the site's number of
 * days after it was asked, unless it says why later; a no says why, and how to challenge it (s27(1)(b), guidance 13.32).
 * @example answerRequest(request, { answer: 'no', daySet: null, words: null, … }, 28, '2026-11-21') // refused 'P2'
 */
export function answerRequest(
  request: Pick<CatchUpRequest, 'askedOn' | 'answer'>,
  answer: Answer,
  withinDays: number,
  today: Day,
): Refusal | null {
  if (request.answer)
    return refuse('P2', 'it was answered already', 'write what they say about the answer as a new request');
  return answer.answer === 'yes' ? yes(request.askedOn, answer, withinDays, today) : no(answer);
}

function yes(askedOn: Day, { daySet, words }: Answer, withinDays: number, today: Day): Refusal | null {
  if (!daySet) return refuse('P2', 'it does not say on which day', 'agree a day with them, and write it');
  if (daySet < today) return refuse('P2', 'that day is over', 'agree a day with them from today on');
  if (daySet > addDays(askedOn, withinDays) && !words?.trim())
    return refuse(
      'P2',
      `that day is more than ${withinDays} days after they asked, and it does not say why`,
      'agree a sooner day, or write why it suits them better',
    );
  return null;
}

function no({ words, toldHowToChallenge }: Answer): Refusal | null {
  if (!words?.trim())
    return refuse('P2', 'it does not say why not', 'write why, as you told them, or agree a day instead');
  if (!toldHowToChallenge)
    return refuse('P2', 'nobody has told them how to challenge it', 'tell them how, and say that you did');
  return null;
}

/** Days since somebody asked, while nobody has answered; null once somebody has. */
export function daysUnanswered({ askedOn, answer }: Pick<CatchUpRequest, 'askedOn' | 'answer'>, today: Day) {
  return answer ? null : daysBetween(askedOn, today);
}
