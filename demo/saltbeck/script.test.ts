import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isFactName } from '../../src/conversations/facts.ts';
import { findWords } from '../../src/conversations/writing/words.ts';
import { determine } from '../../src/plans/determinations/determine.ts';
import { council, site, staff, teams } from './council.ts';
import { groups } from './groups.ts';
import { stories } from './people.ts';
import type { Act, EntryAct, Fact, Moment, OpenAct, Story } from './script.ts';
import { bornOn } from './script.ts';

type Of<Kind extends Act['do']> = Extract<Act, { do: Kind }>;

/** Minutes before (negative) or after the end of today, so that moments can be compared. */
function order(moment: Moment): number {
  const [hours = 0, minutes = 0] = moment.time.split(':').map(Number);
  return -moment.daysAgo * 1440 + hours * 60 + minutes;
}

function actsOf<Kind extends Act['do']>(story: Story, kind: Kind): Of<Kind>[] {
  return story.acts.filter((act): act is Of<Kind> => act.do === kind);
}

function before(story: Story, moment: Moment): Act[] {
  return story.acts.filter((act) => order(act.at) < order(moment));
}

function factsBefore(story: Story, conversation: string, moment: Moment): Fact[] {
  return before(story, moment)
    .filter((act): act is EntryAct => act.do === 'entry' && act.conversation === conversation)
    .flatMap((entry) => entry.facts ?? []);
}

/** When a conversation stopped being open: its rest or its end. */
function stoppedAt(story: Story, conversation: string): number {
  const end = story.acts.find(
    (act) => (act.do === 'rest' || act.do === 'end-intensive') && act.conversation === conversation,
  );
  return end ? order(end.at) : Number.POSITIVE_INFINITY;
}

function openAt(story: Story, moment: Moment, kind: 1 | 2 | 3): OpenAct[] {
  return actsOf(story, 'open').filter(
    (act) =>
      act.kind === kind &&
      order(act.at) < order(moment) &&
      stoppedAt(story, act.conversation) > order(moment),
  );
}

/** C1-1: what a first conversation still needs before it may rest. */
function lacking(facts: Fact[]): string[] {
  const kinds = new Set(facts.map((fact) => fact.fact));
  const needed: Fact['fact'][] = [
    'what-matters',
    'carer-asked',
    'information-given',
    'how-to-come-back',
    'check-back',
  ];
  const isSettled = facts.some(
    (fact) =>
      fact.fact === 'under-way' ||
      (fact.fact === 'declined' && fact.abuseRisk === 'no') ||
      (fact.fact === 'may-have-needs' && fact.answer === 'no'),
  );
  return [...needed.filter((kind) => !kinds.has(kind)), ...(isSettled ? [] : ['may-have-needs settled'])];
}

function sentences(text: string): number {
  return (text.match(/[.?!](\s|$)/g) ?? []).length;
}

describe('the words of Saltbeck', () => {
  it('every tagged phrase is exactly in the voice it is tagged in', () => {
    let tagged = 0;
    for (const story of stories) {
      for (const entry of actsOf(story, 'entry')) {
        for (const fact of entry.facts ?? []) {
          tagged += 1;
          assert.ok(isFactName(fact.fact), fact.fact);
          assert.ok(entry[fact.in]?.includes(fact.phrase), `${entry.conversation}: “${fact.phrase}”`);
        }
      }
    }
    assert.ok(tagged > 50);
  });

  it('uses no word of the left column outside what people themselves said', () => {
    const find = (text: string) => findWords(text).map((hit) => hit.word);
    assert.ok(find('She was referred on and the case was closed').length > 0);
    const written = [
      ...stories.flatMap((story) => ourWords(story)),
      ...ourWords(groups),
      ...ourWords([council, teams, staff, site]),
    ];
    const found = written.flatMap((text) => find(text).map((word) => `${word}: ${text}`));
    assert.deepEqual(found, []);
  });
});

describe('the people of Saltbeck', () => {
  const people = stories.map((story) => story.person);

  it('no two share a key, an NHS number or a council number', () => {
    for (const key of ['key', 'nhsNumber', 'councilId'] as const) {
      assert.equal(new Set(people.map((person) => person[key])).size, people.length, key);
    }
  });

  it('every NHS number is synthetic, with a right check digit', () => {
    for (const { nhsNumber } of people) {
      assert.match(nhsNumber, /^999\d{7}$/);
      const sum = [...nhsNumber.slice(0, 9)].reduce(
        (total, digit, at) => total + Number(digit) * (10 - at),
        0,
      );
      assert.equal((11 - (sum % 11)) % 11, Number(nhsNumber[9]), nhsNumber);
    }
  });

  it('every telephone number is for drama, every postcode invented, every email nobody’s', () => {
    const everything = JSON.stringify([stories, groups, council, teams, staff]);
    const numbers = everything.match(/\b0\d{3,4} ?\d{3} ?\d{3}\b/g) ?? [];
    assert.ok(numbers.length > 80);
    for (const number of numbers) assert.match(number, /^(01632 960\d{3}|07700 900\d{3})$/);
    for (const email of everything.match(/[^\s"]+@[^\s"]+/g) ?? []) assert.match(email, /@example\.org$/);
    for (const { address } of people) assert.match(address.postcode, /^SB[1-6] \d[A-Z]{2}$/);
    for (const { place } of groups) assert.match(place.postcode, /^SB[1-6]( \d[A-Z]{2})?$/);
  });

  it('a date of birth gives the age on the day', () => {
    assert.equal(bornOn(82, '03-09', '2026-11-21'), '1944-03-09');
    assert.equal(bornOn(96, '12-01', '2026-11-21'), '1929-12-01');
  });

  it('everybody named is somebody: people around, colleagues, groups, other records', () => {
    const groupKeys = new Set(groups.map((group) => group.key));
    const staffKeys = new Set<string>(staff.map((colleague) => colleague.key));
    const personKeys = new Set(people.map((person) => person.key));
    for (const story of stories) {
      const around = new Set(story.person.around.map((somebody) => somebody.name));
      for (const { record } of story.person.around) assert.ok(!record || personKeys.has(record));
      for (const act of story.acts) {
        assert.ok(staffKeys.has(act.by), act.by);
        if (act.do === 'introduction') assert.ok(groupKeys.has(act.group), act.group);
        if (act.do !== 'entry') continue;
        for (const name of act.with) {
          const isKnown =
            around.has(name) || staffKeys.has(name) || (name === 'guests' && act.guests?.length);
          assert.ok(isKnown, `${act.conversation}: ${name}`);
        }
        for (const { who } of act.promises ?? []) {
          if ('family' in who) assert.ok(around.has(who.family), who.family);
          if ('group' in who) assert.ok(groupKeys.has(who.group), who.group);
        }
      }
    }
    for (const key of staffKeys)
      assert.ok(teams.some((team) => staff.some((s) => s.key === key && s.team === team.key)));
  });

  it('a carer with their own record is never written into the other’s conversations', () => {
    for (const story of stories) {
      for (const entry of actsOf(story, 'entry')) {
        const own = story.person.around
          .filter((somebody) => somebody.record)
          .map((somebody) => somebody.name);
        assert.deepEqual(
          entry.with.filter((name) => own.includes(name)),
          [],
          entry.conversation,
        );
      }
    }
  });
});

describe('the acts happen in an order that could happen', () => {
  it('each story is told in time, and nothing is later than today', () => {
    for (const { acts, person } of stories) {
      const times = acts.map((act) => order(act.at));
      assert.deepEqual(
        times,
        [...times].sort((a, b) => a - b),
        person.key,
      );
      assert.ok(acts.every((act) => act.at.daysAgo >= 0 && /^[0-2]\d:[0-5]\d$/.test(act.at.time)));
      for (const { stages } of acts.filter((act) => act.do === 'introduction')) {
        const staged = stages.map((stage) => order(stage.at));
        assert.deepEqual(
          staged,
          [...staged].sort((a, b) => a - b),
          person.key,
        );
      }
    }
  });

  it('what is written in a conversation is written while it is open', () => {
    for (const story of stories) {
      for (const act of story.acts) {
        if (!('conversation' in act) || act.do === 'open' || act.do === 'return') continue;
        const opened = actsOf(story, 'open').find((open) => open.conversation === act.conversation);
        assert.ok(opened && order(opened.at) <= order(act.at), `${act.conversation} ${act.do}`);
        const isStopped = stoppedAt(story, act.conversation) < order(act.at);
        assert.equal(isStopped, act.do === 'checked-back', `${act.conversation} ${act.do}`);
      }
    }
  });

  it('every contact spoken of exists before it is used, and three are still unanswered', () => {
    const unanswered: number[] = [];
    for (const story of stories) {
      const contacts = new Map(actsOf(story, 'contact').map((act) => [act.key, act.at]));
      for (const act of story.acts) {
        if (act.do === 'contact' || !('contact' in act) || !act.contact) continue;
        const came = contacts.get(act.contact);
        assert.ok(came && order(came) <= order(act.at), act.contact);
      }
      if (actsOf(story, 'open').length === 0) {
        unanswered.push(...[...contacts.values()].map((at) => at.daysAgo));
      }
    }
    assert.deepEqual(unanswered, [3, 9, 29]);
  });
});

describe('the acts keep the rules', () => {
  it('C1-1 a first conversation rests only with everything it needs', () => {
    const rests = stories.flatMap((story) =>
      actsOf(story, 'rest')
        .filter((rest) =>
          actsOf(story, 'open').some((o) => o.conversation === rest.conversation && o.kind === 1),
        )
        .map((rest) => ({ story, rest })),
    );
    assert.ok(rests.length >= 6);
    for (const { story, rest } of rests) {
      assert.deepEqual(lacking(factsBefore(story, rest.conversation, rest.at)), [], rest.conversation);
      const checkBacks = actsOf(story, 'entry').flatMap((entry) =>
        (entry.facts ?? [])
          .filter((fact) => fact.fact === 'check-back' && entry.conversation === rest.conversation)
          .map((fact) => ('inDays' in fact ? entry.at.daysAgo - fact.inDays : 0)),
      );
      assert.ok(Math.min(...checkBacks) <= rest.at.daysAgo, rest.conversation);
    }
  });

  it('C1-2 a "no" does not count where there is a risk of abuse, and that alone is why a rest is refused', () => {
    const refused = stories.flatMap((story) =>
      actsOf(story, 'refused').flatMap((act) =>
        'rest' in act.attempt ? [{ story, act, attempt: act.attempt }] : [],
      ),
    );
    assert.equal(refused.length, 1);
    for (const { story, act, attempt } of refused) {
      const facts = factsBefore(story, attempt.rest, act.at);
      assert.deepEqual(lacking(facts), ['may-have-needs settled']);
      assert.ok(facts.some((fact) => fact.fact === 'declined' && fact.abuseRisk === 'yes'));
    }
  });

  it('C2-1 C2-2 a crisis plan has a named person and a different cover; a change has both people’s yes', () => {
    const crises = stories.flatMap((story) => actsOf(story, 'open')).filter((open) => open.kind === 2);
    assert.ok(crises.length >= 4);
    for (const { crisis } of crises) assert.ok(crisis && crisis.namedPerson !== crisis.cover);
    for (const change of stories.flatMap((story) => actsOf(story, 'named-person')))
      assert.ok(change.theyAgreed);
  });

  it('C2-4 three are in crisis now: five days in, twenty-three, and one let go for nine days', () => {
    const now: Moment = { daysAgo: 0, time: '23:59' };
    const inCrisis = stories.flatMap((story) => openAt(story, now, 2).map((open) => ({ story, open })));
    assert.deepEqual(
      inCrisis.map(({ open }) => open.at.daysAgo).sort((a, b) => a - b),
      [5, 23, 40],
    );
    const gaps = inCrisis.map(({ story, open }) => {
      const days = story.acts
        .filter(
          (act) => (act.do === 'logged' || act.do === 'entry') && act.conversation === open.conversation,
        )
        .map((act) => act.at.daysAgo);
      return Math.max(...days.map((day, at) => (at === 0 ? 0 : (days[at - 1] ?? 0) - day)));
    });
    assert.equal(Math.max(...gaps), 9);
  });

  it('C2-3 C3-1 C3-2 conversation 3 opens after a peer test by others, or by a logged exception', () => {
    const thirds = stories.flatMap((story) =>
      actsOf(story, 'open')
        .filter((open) => open.kind === 3)
        .map((open) => ({ story, open })),
    );
    assert.ok(thirds.length >= 5);
    for (const { story, open } of thirds) {
      assert.deepEqual(openAt(story, open.at, 2), [], open.conversation);
      if (open.exception) continue;
      const test = before(story, open.at)
        .filter((act) => act.do === 'peer-test')
        .at(-1);
      assert.ok(test, open.conversation);
      assert.ok(test.peers.some((peer) => peer !== test.by));
      assert.equal(sentences(test.whyOneIsUsedUp), 1);
      assert.equal(sentences(test.whyTwoIsUsedUp), 1);
      const rereads = before(story, open.at).filter((act) => act.do === 'reread');
      assert.ok(rereads.every((reread) => order(reread.at) < order(test.at)));
    }
    assert.ok(thirds.some(({ open }) => open.exception));
  });

  it('every refused attempt would really be refused at that moment', () => {
    const refused = stories.flatMap((story) => actsOf(story, 'refused').map((act) => ({ story, act })));
    assert.ok(refused.length >= 3);
    for (const { story, act } of refused) {
      if (!('open' in act.attempt)) continue;
      const isInCrisis = openAt(story, act.at, 2).length > 0;
      const hasTest = before(story, act.at).some((earlier) => earlier.do === 'peer-test');
      assert.equal(act.attempt.without === 'ended conversation 2', isInCrisis);
      assert.ok(isInCrisis || !hasTest);
    }
  });

  it('C3-3 C3-4 N3 told beforehand, an advocate in place where needed, every outcome with its words', () => {
    for (const story of stories) {
      for (const decided of actsOf(story, 'determination')) {
        const told = before(story, decided.at).some(
          (act) => act.do === 'told-beforehand' && act.conversation === decided.conversation,
        );
        assert.ok(told, decided.conversation);
        for (const advocate of actsOf(story, 'advocate')) {
          assert.ok(advocate.supportedBy && order(advocate.supportedBy.inPlace) < order(decided.at));
        }
        const outcomes: { outcome: string; finding: string; sense?: string; words: string }[] =
          decided.outcomes;
        assert.equal(new Set(outcomes.map((one) => one.outcome)).size, decided.test === 'adult' ? 10 : 8);
        assert.equal(outcomes.length, decided.test === 'adult' ? 10 : 8);
        for (const one of outcomes)
          assert.equal(one.finding === 'unable', one.sense !== undefined, one.words);
        const { isEligible, gaps } = determine({
          kind: decided.test,
          causeIsMet: true,
          outcomes: decided.outcomes.map((one) => ({ ...one, sense: one.sense ?? null })),
          healthAtRisk: decided.test === 'carer' && decided.isHealthAtRisk,
          impactIsMet: decided.hasSignificantImpact,
        });
        assert.deepEqual(gaps, []);
        assert.equal(decided.isEligible, isEligible);
        assert.ok(decided.isEligible || decided.advice);
        assert.ok(decided.copySent.daysAgo <= decided.at.daysAgo);
      }
    }
  });

  it('C3-5 P2 a plan follows its determination, its sums are right, and its catch-up is in time', () => {
    for (const story of stories) {
      for (const plan of actsOf(story, 'plan')) {
        const earlier = before(story, plan.at);
        assert.ok(earlier.some((act) => act.do === 'determination' && act.isEligible));
        const money = earlier.find((act) => act.do === 'money-worked-out');
        assert.equal(money?.sharePencePerWeek, plan.budget.personPencePerWeek);
        const total = plan.budget.parts.reduce((sum, part) => sum + part.pencePerWeek, 0);
        assert.equal(total, plan.budget.councilPencePerWeek + plan.budget.personPencePerWeek);
        const startedDaysAgo = plan.at.daysAgo - plan.startsInDays;
        const caughtUp = actsOf(story, 'catch-up')[0];
        if (startedDaysAgo > 56) assert.ok(caughtUp, plan.conversation);
        const after = caughtUp ? startedDaysAgo - caughtUp.at.daysAgo : 42;
        assert.ok(after >= 42 && after <= 56, `${plan.conversation} ${after}`);
      }
    }
    const answers = stories.flatMap((story) => actsOf(story, 'plan')).map((plan) => plan.agreement.answer);
    assert.ok(answers.includes('in part') && answers.includes('agreed'));
  });

  it('R2 whoever returns had rested, and is read their story again', () => {
    const returns = stories.flatMap((story) => actsOf(story, 'return').map((act) => ({ story, act })));
    assert.ok(returns.length > 0);
    for (const { story, act } of returns) {
      assert.ok(before(story, act.at).some((earlier) => earlier.do === 'rest'));
      assert.ok(act.storyOfferedBack);
    }
  });
});

describe('the groups of Saltbeck', () => {
  it('there are about forty-five, each with its own key, somewhere near, at hours that make sense', () => {
    assert.ok(groups.length >= 45);
    assert.equal(new Set(groups.map((group) => group.key)).size, groups.length);
    for (const group of groups) {
      assert.ok(Math.abs(group.place.latitude - 53.05) < 0.1 && Math.abs(group.place.longitude - 0.2) < 0.1);
      for (const part of group.schedule) {
        assert.match(part.byday, part.freq === 'MONTHLY' ? /^[1-4][A-Z]{2}$/ : /^(MO|TU|WE|TH|FR|SA|SU)$/);
        assert.ok(part.opensAt < part.closesAt, group.key);
      }
    }
  });

  it('some have not been checked for more than ninety days, as in life', () => {
    const stale = groups.filter((group) => group.checked.daysAgo > 90).length;
    assert.ok(stale >= 3 && stale < groups.length / 4);
  });
});

/** Fields that hold somebody’s own words, whichever act they are in. */
const ownWords = new Set([
  'said',
  'readBack',
  'personsWish',
  'whatMatters',
  'goodLife',
  'inTheirWords',
  'householdWords',
  'whatItIsLike',
  'phrase',
  'was',
  'is',
]);
/** Acts whose `words` are ours, one line about a contact, and not the person’s. */
const oursByAct = new Set(['logged', 'tried']);

/** Every text of ours in a value: quotations taken out, and the one statutory term that is always explained. */
function ourWords(value: unknown, isOurs = true): string[] {
  if (typeof value === 'string') {
    return isOurs ? [value.replace(/“[^”]*”/g, '').replace(/(needs|carer’s) assessment/gi, '')] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => ourWords(item, isOurs));
  if (typeof value !== 'object' || value === null) return [];
  const act = 'do' in value ? String(value.do) : '';
  const isFinding = 'finding' in value && 'outcome' in value;
  return Object.entries(value).flatMap(([key, inner]) => {
    if (['key', 'by', 'do', 'conversation', 'group', 'contact', 'email'].includes(key)) return [];
    const isTheirs = ownWords.has(key) || (key === 'words' && !oursByAct.has(act) && !isFinding);
    return ourWords(inner, isOurs && !isTheirs);
  });
}
