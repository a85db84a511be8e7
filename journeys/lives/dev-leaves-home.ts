import { anyName, catchUp, lightLook, need, part, peerTest, reasonsFor } from './answers.ts';
import { decide } from './deciding.ts';
import { tells, tellsNothingOf } from './letters.ts';
import { type Answers, scenesOf, type Worker } from './steps.ts';

const dev = 'Dev Anand';

/** Dev wants his own key, a kitchen and a dog. */
export function devLeavesHome(worker: () => Promise<Worker>): void {
  let rowan: Worker;
  const toMatching = async (home: RegExp) => {
    for (const link of ['Plan', 'A home with somebody (Shared Lives)', home]) await rowan.follow(link);
  };

  scenesOf(
    'a young man leaves home',
    () => rowan,
    (scene) => {
      scene('his mother rings, and he says it himself', async () => {
        rowan = await worker();
        await rowan.signIn();
        await rowan.follow('Somebody gets in touch');
        await rowan.send({ [anyName]: dev }, 'Look');
        await rowan.send(ring, 'Save, and it is mine');
        await rowan.follow('Write about a conversation');
        await rowan.send(firstTalk, 'Save');
        await rowan.press('Yes, keep these');
        await rowan.follow(/^Back to Dev’s story/);
        await rowan.follow('People around');
        await rowan.send({ 'In a sentence': 'Easy Read, with pictures. One thing at a time.' }, 'Add');
      });

      scene('N4 where to live is looked at as one decision, and he can decide it', async () => {
        await rowan.follow('Rights and safety');
        await rowan.follow('One decision at a time, and who may decide something for them');
        await rowan.follow('Write down what was found about a decision');
        await rowan.send({ ...canDecide, 'The day it was looked at': rowan.day() }, 'Write it and mark it');
        await rowan.follow('Rights and safety');
        await rowan.follow('Help to be heard');
        await rowan.send(hardToBeHeard, 'Write it down');
      });

      scene('conversation 3 opens, and he is offered to lead it himself', async () => {
        await rowan.later(7, dev);
        await rowan.follow('Plan');
        await rowan.follow('Where we are before building a good life');
        await rowan.send(
          peerTest('He knows the town and the town knows him.', 'There is no crisis, only a wish.'),
          'Write it down',
        );
        await rowan.press('Begin building a good life');
        await rowan.send({ How: ['In Easy Read'] }, 'Write it down');
        await rowan.follow('What is still to find out in this conversation');
        await rowan.send(
          {
            'Offered to lead it themselves': 'Yes. I will do the drawing.',
            'What did they say?': ['Yes please'],
          },
          'Write it and mark it',
        );
      });

      scene('N3 no decision is given until his advocate is in place', async () => {
        await rowan.follow('Plan');
        await rowan.follow('Work out what the law says we must do');
        await rowan.isRefused(decided, 'Give the decision', /N3/);
        await rowan.follow('Rights and safety');
        await rowan.follow('Help to be heard');
        await rowan.send(
          { 'What for': 'To say what home would be', 'Who was asked': 'Speak Up Saltbeck' },
          'Write that they were asked',
        );
        await rowan.later(5, dev);
        await rowan.follow('Rights and safety');
        await rowan.follow('Help to be heard');
        await rowan.send({ 'Who it is': 'Beth Osei' }, 'They are in place');
        await rowan.follow('Plan');
        await rowan.follow('Work out what the law says we must do');
        await decide(rowan, { outcomes: asTheyAre, answers: decided });
      });

      scene('P5 he meets a home that shares, and a no is nobody’s fault', async () => {
        await rowan.follow('Plan');
        await rowan.follow('A home with somebody (Shared Lives)');
        await rowan.send(hopedHome, 'Write it down');
        await rowan.follow('Homes that share');
        await rowan.send(
          home('The Brightwells', 'Two of us and a piano', 'Loud and late, and everybody sings', 'The Pans'),
          'Write it down',
        );
        await rowan.follow('Every home that shares');
        await rowan.send(
          home(
            'The Okonedos',
            'Femi, Ruth and the dog',
            'Early, quiet, and something in the oven',
            'Harbour end',
          ),
          'Write it down',
        );
        await rowan.meet(dev);
        await rowan.follow('Plan');
        await rowan.follow('A home with somebody (Shared Lives)');
        await rowan.send(
          begins('The Brightwells', 'They all like a noise.', 'I would like to hear the piano.'),
          'Begin',
        );
        await visit(
          'Tea together',
          /Brightwells/,
          'The Brightwells',
          'The piano was good. I could not hear me.',
          'A lovely lad, and very quiet.',
        );
        await rowan.send(answered('The Brightwells', 'No, thank you'), 'Write it down');
        await rowan.says('Nobody has to say why. Thank them both.');
        await rowan.saysNothingOf(/Brightwells said no/);
      });

      scene('P5 he has tea, a night and a weekend with another, and moves in', async () => {
        await rowan.send(
          begins('The Okonedos', 'Early risers with a dog.', 'What is the dog called?'),
          'Begin',
        );
        for (const [kind, his, theirs] of visits) await visit(kind, /Okonedos/, 'The Okonedos', his, theirs);
        for (const who of ['Dev', 'The Okonedos', 'the scheme'])
          await rowan.send(answered(who, 'Yes'), 'Write it down');
        await rowan.press('They have moved in');
        await rowan.says(`They have lived together since ${rowan.day()}.`);
      });

      scene('his plan, with money to arrange some of it himself, agreed in part (C3-5)', async () => {
        await rowan.follow('Plan');
        await rowan.press('Begin a plan');
        await rowan.send(
          need(
            'A home with somebody beside me',
            paid,
            'The Okonedos',
            'You live with them; letters and cooking are done side by side',
          ),
          'Set it down',
        );
        await rowan.send(
          need(
            'Somebody to cook with on Saturdays',
            paid,
            'Somebody you choose',
            'Three hours on a Saturday',
          ),
          'Set it down',
        );
        await rowan.send(part('Dev', 'A home', 'Living with the Okonedos', '410', '22'), 'Add it');
        await rowan.send(part('Dev', 'Somebody to cook', 'Saturdays, three hours', '54', '0'), 'Add it');
        await rowan.follow('Write about a good life');
        await rowan.send(inWords, 'Save the words');
        await rowan.follow('What Dev pays, and how it is worked out');
        await rowan.send(
          lightLook('Dev', '22', 'From your benefits. Your bus and college money is yours.'),
          'Keep it',
        );
        await rowan.readAndAgree();
        await rowan.send(
          {
            'Does Dev agree?': ['In part'],
            'In their words': 'Yes to the house. I want two Saturdays, not one.',
            'Somebody to cook with on Saturdays': true,
          },
          'Let the plan stand',
        );
        await rowan.follow('Plan');
        await rowan.follow('direct payments');
        await rowan.send(directPayment, 'Agree it');
        await rowan.send({ 'The day the money first arrived': rowan.day() }, 'Write the first payment');
      });

      scene('Dev reads his letters, in Easy Read', async () => {
        const plan = await rowan.give('The plan', {});
        tells(
          plan,
          'My own key. Biscuit. Bread on Sundays.',
          'The Okonedos will do this.',
          'This is called a direct payment.',
        );
        tells(
          plan,
          'You agree with part of this plan.',
          'I want two Saturdays, not one.',
          rowan.day(42),
          'Ombudsman',
        );
        tellsNothingOf(plan, 'Brightwells', 'Mum cries');
        tells(await rowan.give('The decision', {}), 'Rowan Teale decided this', 'I can do eggs.');
        tells(await rowan.give('What was talked about and found', {}), 'My own key, a kitchen and a dog.');
        tells(await rowan.give('How the share was worked out', {}), '£22');
      });

      scene('the family makes a plan of its own, and we back it', async () => {
        await rowan.follow('Plan');
        await rowan.follow('A plan the family makes');
        await rowan.send(
          {
            'What did they say, if they have?': ['Yes'],
            'In their words, if they said more': 'If Mum does not cry.',
          },
          'Write it down',
        );
        await rowan.send({ ...broughtTogether, 'The day it is to be': rowan.day(10) }, 'Write it down');
        await rowan.later(10, dev);
        await rowan.follow('Plan');
        await rowan.follow('A plan the family makes');
        await rowan.follow(/^Offered on/);
        await rowan.send({ ...familyPlan, 'By which day': rowan.day(14) }, 'Write it down');
        await rowan.says('Sunday lunch at Mum’s, every week.');
      });

      scene('P2 the plan is asked about at six weeks, and the money at six months', async () => {
        await rowan.later(35, dev);
        await rowan.follow('Plan');
        await rowan.follow('Catch-ups');
        await rowan.send(
          catchUp(
            'Dev',
            'It was time to ask',
            'I have a key. Biscuit sleeps on my feet.',
            'Nothing changes',
            'We go on.',
          ),
          'Keep it',
        );
        await rowan.later(130, dev);
        await rowan.follow('Plan');
        await rowan.follow('direct payments');
        await rowan.follow('Write a catch-up about it');
        await rowan.send(
          {
            ...catchUp(
              'Dev',
              'It was time to ask',
              'Tom cooks with me. Mum liked the curry.',
              'A small change that takes nothing away',
              'Tom comes on Fridays when there is a match.',
            ),
            'Nothing in the plan is taken away by it': true,
          },
          'Keep it',
        );
      });

      scene('P4 he moves to another council, and nothing stops until it has taken over', async () => {
        await rowan.later(190, dev);
        await rowan.follow('Plan');
        await rowan.follow('Moving between councils');
        await rowan.send(
          { ...movesAway, 'The day they mean to move, if they know': rowan.day(30) },
          'Write it down',
        );
        await rowan.send({ ...isGenuine, 'The day we sent our plan': rowan.day() }, 'Write it down');
        await rowan.later(31, dev);
        await rowan.follow('Plan');
        await rowan.follow(/^If it ends.*Living with the Okonedos/);
        await rowan.isRefused({ 'Why does it end?': [moved] }, 'It ends', /Rule P4/);
        await rowan.follow('Back to the plan');
        await rowan.follow('Moving between councils');
        await rowan.follow(/Westmere/);
        await rowan.says('Support here goes on');
        await rowan.send(
          { 'Who there said so, and what they said': 'Ines Calder: his plan there began today.' },
          'They have taken over',
        );
        await rowan.follow('Plan');
        await rowan.follow(/^If it ends.*Living with the Okonedos/);
        await rowan.send(
          { 'Why does it end?': [moved], 'What Dev said, in their words': 'Biscuit came too.' },
          'It ends',
        );
      });

      async function visit(
        kind: string,
        home: RegExp,
        they: string,
        his: string,
        theirs: string,
      ): Promise<void> {
        await rowan.send({ 'What kind of visit': [kind], 'The day': rowan.day(6) }, 'Plan it');
        await rowan.later(6, dev);
        await toMatching(home);
        await rowan.follow(/^How was it\?/);
        await rowan.send({ 'How it was for Dev': his, [`How it was for ${they}`]: theirs }, 'Keep it');
      }
    },
  );
}

const paid = 'By support that is paid for';
const himself = 'He does this himself.';
const moved = 'They moved, and another council meets their needs now';

const ring: Answers = {
  'What did they say?':
    'Dev is twenty-four and wants to leave home. I am not sure he can, and I am not sure I can.',
  'Who is speaking?': ['Somebody else, and the person knows and agrees'],
  'If it is somebody else, their name': 'Sunita Anand',
  'And who they are to the person': 'mother',
};

const firstTalk: Answers = {
  'Where, or how?': 'on the front, walking',
  'What Dev said': 'I want my own key. I want to cook. Not a place with a rota. Mum cries when I say it.',
  'What I noticed': 'He stops when there is too much at once, and starts again when it is drawn.',
  'What we agreed': '- I draw what we said and bring it on Monday',
};

const canDecide: Answers = {
  'Deciding this for themselves': 'It would be quiet and I would burn things and I still want to.',
  'Which decision': 'Where he lives, and with whom',
  'What is it about?': ['Care, health, or where to live'],
  'What helped them decide': 'Drawings, one thing at a time, no hurry',
  'What was found': ['They can decide it'],
  'Who was asked': 'Sunita, and his tutor',
};

const hardToBeHeard: Answers = {
  'To keep it in mind': true,
  'To weigh it up': true,
  'What shows it': 'When three people talk at once he agrees with the last one.',
};

const asTheyAre = {
  'Eating and drinking well': { unable: 'can, and it puts', words: 'I can do eggs.' },
  'Keeping clean': himself,
  'Using the toilet': himself,
  'Being dressed for the day and the weather': himself,
  'Getting about their home safely': himself,
  'Keeping the home fit to live in': {
    unable: 'cannot without help',
    words: 'I cannot do the letters with windows.',
  },
  'Making and keeping up with family, friends and others': 'His mother, his tutor, the pier.',
  'Work, training, learning or volunteering': 'Catering college, two days.',
  'Getting to what is nearby': 'I can do the bus to the pier.',
  'Looking after a child they are responsible for': 'None.',
};

const decided = reasonsFor('Dev', {
  cause: 'A learning disability, since you were born.',
  difference: 'Without somebody beside you, leaving home would be a place with a rota.',
  wants: 'My own key, a kitchen and a dog.',
  view: 'Dev learns anything that is drawn.',
  reasons:
    'You need somebody beside you with letters and cooking, or living away from home would not be safe. So the law says we must help.',
});

const hopedHome: Answers = {
  'What home would be, in their words': 'My own key, a kitchen and a dog. Somebody to say goodnight to.',
  'What would not work': 'A rota. Shouting.',
};

const home = (name: string, who: string, like: string, where: string): Answers => ({
  'What they are called': name,
  'Who lives there, in their words': who,
  'What home is like, in their words': like,
  'The area': where,
  'The day the scheme approved them': '1 June 2026',
  'Approved until': '1 June 2029',
});

const begins = (home: string, why: string, said: string): Answers => ({
  'Which home': home,
  'Why these people might like each other': why,
  'What Dev said on hearing of them': said,
});

const answered = (who: string, what: string): Answers => ({
  'Who said it?': [who],
  'What did they say to living together?': [what],
});

const visits = [
  ['Tea together', 'The dog is called Biscuit.', 'He washed up without being asked.'],
  ['A night', 'I slept till the gulls.', 'He was up before Femi.'],
  ['A weekend', 'We made bread.', 'Come back.'],
] as const;

const inWords: Answers = {
  'What a good life is to Dev': 'My own key. Biscuit. Bread on Sundays.',
  'If things go wrong': 'Ring Beth or Rowan. Nobody has to leave the same day.',
  'Advice on what else can help': 'The cooking club at the college.',
  'Would Dev like a direct payment?': ['Yes, they would like the money to arrange it themselves'],
};

const directPayment: Answers = {
  'What the money is for': 'Somebody to cook with, that I choose',
  'How much each week': '54',
  'Whose idea was it?': ['Dev asked for it'],
  'Who looks after the money?': ['Somebody they chose does'],
  'Their name, if it is somebody else': 'Sunita Anand',
};

const broughtTogether: Answers = {
  'The coordinator': 'Grace Mbeki',
  'They are independent of the team and of the family': true,
  'Who speaks up for them, if somebody does': 'Beth Osei',
};

const familyPlan: Answers = {
  'Who came': 'Dev, Sunita, his aunt Lata, the Okonedos',
  'Was Dev there?': ['Yes'],
  'Did the family have time by themselves?': ['Yes'],
  'The plan, in the family’s own words':
    'Sunday lunch at Mum’s, every week. Lata does the letters with windows.',
  'What we will do to back it': 'Rowan writes to the college about the bus',
};

const movesAway: Answers = {
  'Where is Dev moving?': ['Away, to another council'],
  'The other council': 'Westmere',
  'Who told us': 'Dev, and the Okonedos, who are moving too',
};

const isGenuine: Answers = {
  'What was said or seen': 'The Okonedos have bought a house there, with a room that is his.',
};
