import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Answer, answerRequest, daysUnanswered, mayAsk } from './catch-up-request.ts';

const request = { askedOn: '2026-11-01', answer: null };
const yes: Answer = { answer: 'yes', daySet: '2026-11-25', words: null, toldHowToChallenge: false };
const no: Answer = { answer: 'no', daySet: null, words: 'We talked last week.', toldHowToChallenge: true };
const today = '2026-11-21';
const why = (answer: Answer, withinDays = 28) =>
  answerRequest(request, answer, withinDays, today)?.because ?? '';

describe('P2 somebody asks for a catch-up', () => {
  it('P2 anybody may, today or before', () => {
    assert.equal(mayAsk(today, today), null);
    assert.match(mayAsk('2026-11-22', today)?.because ?? '', /not come yet/);
  });

  it('P2 yes is answered with a day, from today on', () => {
    assert.equal(why(yes), '');
    assert.equal(why({ ...yes, daySet: today }), '');
    assert.match(why({ ...yes, daySet: null }), /on which day/);
    assert.match(why({ ...yes, daySet: '2026-11-20' }), /day is over/);
  });

  it('P2 the day is within the site’s number of days of asking, or it says why later', () => {
    assert.equal(why({ ...yes, daySet: '2026-11-29' }), '');
    assert.match(why({ ...yes, daySet: '2026-11-30' }), /more than 28 days after/);
    assert.equal(why({ ...yes, daySet: '2026-11-30', words: 'After her hip.' }), '');
    assert.match(
      why({ ...yes, daySet: '2026-11-29' }, 27),
      /more than 27 days/,
      'each site has its own number',
    );
  });

  it('P2 no says why, and how to challenge it', () => {
    assert.equal(why(no), '');
    assert.match(why({ ...no, words: ' ' }), /why not/);
    assert.match(why({ ...no, toldHowToChallenge: false }), /how to challenge/);
  });

  it('P2 an answer is given once', () => {
    assert.match(
      answerRequest({ ...request, answer: 'no' }, yes, 28, today)?.because ?? '',
      /answered already/,
    );
  });

  it('P2 days are counted until somebody answers', () => {
    assert.equal(daysUnanswered(request, today), 20);
    assert.equal(daysUnanswered({ ...request, askedOn: today }, today), 0);
    assert.equal(daysUnanswered({ ...request, answer: 'yes' }, today), null);
  });
});
