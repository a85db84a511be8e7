import { addDays, type Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { comparisonStanding } from './comparison-standing.ts';
import { type KeptSite, type Step, type StepEvidence, standing, steps } from './kept-site.ts';
import { measureStanding } from './registering.ts';
import { QUIET_AFTER_DAYS } from './site-log.ts';

/** Judgement: until somebody has been followed four weeks there is no figure to read. */
const DAYS_TO_FIRST_FIGURES = 28;

/** Where one step stands. It stands by what the record holds; nothing can tick it. */
export interface StepStanding {
  step: Step;
  stands: 'nothing-yet' | 'begun' | 'stands';
  has: string[];
  missing: string[];
  evidence: StepEvidence[];
}

/** [is it there, what to say when it is, what to say when it is not] */
type Asked = [isThere: boolean, has: string, missing: string];
type Asks = (site: KeptSite, today: Day) => Asked[];

const asksOf: Record<Step, Asks> = {
  story: (site) => [
    [
      site.evidence.some(({ step }) => step === 'story'),
      'The story is written down',
      'Nobody has written what is wrong now, and what the site would try instead',
    ],
    [site.aims.length > 0, 'Who owns it is said', 'Nobody owns it yet'],
    [
      Boolean(site.aims.at(-1)?.whatStops && site.aims.at(-1)?.whatMoneyMoves),
      'What stops and what money moves is said',
      'Nobody has said what stops, and what money moves, if it works',
    ],
  ],
  detail: (site) => [
    [
      site.scopes.length > 0,
      'Whose contacts are the site’s is said',
      'Nobody has said whose contacts are the site’s',
    ],
    [standing(site.rules).length > 0, 'Rules are agreed', 'No rule has been agreed'],
    [
      standing(site.rules).some(({ withPeople }) => withPeople),
      'People who are not staff agreed rules too',
      'No rule has been agreed with people who are not staff',
    ],
    [
      site.people.some(({ comesAs }) => comesAs === 'lives-here' || comesAs === 'family'),
      'People who live here are among its people',
      'Nobody who lives here is among its people',
    ],
  ],
  started: (site, today) => [
    [
      Boolean(site.startedOn && site.startedOn <= today),
      `It began on ${site.startedOn ? longDate(site.startedOn) : ''}`,
      site.startedOn ? `It begins on ${longDate(site.startedOn)}` : 'Its first day has not been said',
    ],
  ],
  figures: (site, today) => [
    [
      standing(site.measures).some(({ registeredOn }) => isBefore(registeredOn, site.startedOn)),
      'Measures were registered before the start',
      'No measure was registered before the start',
    ],
    [
      site.baselines.length > 0,
      'What was usual before has been looked at',
      'Nobody has looked at what was usual before',
    ],
    [
      ['named', 'none'].includes(comparisonStanding(site).state),
      'Whom it is set beside was said before the start',
      comparisonStanding(site).state === 'not-named'
        ? 'Nobody has said whom it is set beside'
        : 'Whom it is set beside was not said before the start',
    ],
    [
      Boolean(site.startedOn && addDays(site.startedOn, DAYS_TO_FIRST_FIGURES) <= today),
      'Its first people have been followed for 28 days',
      'Nobody has been followed for 28 days yet',
    ],
  ],
  reflection: (site, today) => {
    const last = site.log.filter(({ kind }) => kind === 'reflected').at(-1);
    return [
      [Boolean(last), 'The team has talked it over', 'The team has not talked it over yet'],
      [
        Boolean(last && addDays(last.onDay, QUIET_AFTER_DAYS) >= today),
        `Last talked over on ${last ? longDate(last.onDay) : ''}`,
        last
          ? `Nothing has been talked over since ${longDate(last.onDay)}`
          : 'There is no week of talking it over',
      ],
      [
        site.log.some(({ kind, whatChanges }) => kind !== 'reflected' || Boolean(whatChanges)),
        'Something was learned or decided from it',
        'Nothing has been learned or decided from it yet',
      ],
    ];
  },
  spread: (site) => [
    ...(['figures', 'people', 'staff'] as const).map(
      (voice): Asked => [
        site.evidence.some(({ step, whoseVoice }) => step === 'spread' && whoseVoice === voice),
        `It cites ${voiceInWords[voice]}`,
        `It does not cite ${voiceInWords[voice]} yet`,
      ],
    ),
    [
      site.begunFromThis.some(({ startedOn }) => startedOn) || isDecidedToSpread(site),
      'It has been decided, or another site has begun from this one',
      'Nothing has been decided, and no other site has begun from this one',
    ],
  ],
};

const voiceInWords = { figures: 'the figures', people: 'what people say', staff: 'what staff say' } as const;

const isBefore = (registeredOn: Day, startedOn: Day | null): boolean =>
  measureStanding(registeredOn, startedOn) !== 'after-the-start';

const isDecidedToSpread = ({ evidence }: KeptSite): boolean =>
  evidence.some(({ step, kind }) => step === 'spread' && kind === 'log');

/**
 * The six steps of making it happen, each by what there is to show for it. A step that stood can be open again: a
 * team that stops talking it over is shown as quiet. Spreading cites figures, people and staff (practice-and-law,
 * table 1 row 5).
 */
export function stepsOf(site: KeptSite, today: Day): StepStanding[] {
  return steps.map((step) => {
    const asks = asksOf[step](site, today);
    const evidence = site.evidence.filter((one) => one.step === step);
    const has = asks.filter(([isThere]) => isThere).map(([, words]) => words);
    const missing = asks.filter(([isThere]) => !isThere).map(([, , words]) => words);
    const isBegun = has.length > 0 || evidence.length > 0;
    const stands = missing.length === 0 ? 'stands' : isBegun ? 'begun' : 'nothing-yet';
    return { step, stands, has, missing, evidence };
  });
}
