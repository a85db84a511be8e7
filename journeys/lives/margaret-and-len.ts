import {
  anyName,
  catchUp,
  declinedDirectPayment,
  leansOn,
  lightLook,
  met,
  need,
  part,
  peerTest,
  reasonsFor,
} from './answers.ts';
import { decide } from './deciding.ts';
import { tells, tellsNothingOf } from './letters.ts';
import { type Answers, scenesOf, type Worker } from './steps.ts';

const len = 'Len Tarrant';
const margaret = 'Margaret Tarrant';
const standard: Answers = { 'In what format': ['In standard print'] };

/** Margaret looks out for Len, until her back will not. */
export function margaretAndLen(worker: () => Promise<Worker>): void {
  let rowan: Worker;

  scenesOf(
    'a couple, and the one who looks out is hurt',
    () => rowan,
    (scene) => {
      scene('Margaret rings, and Len is listened to at home', async () => {
        rowan = await worker();
        await rowan.signIn();
        await rowan.follow('Somebody gets in touch');
        await rowan.send({ [anyName]: len }, 'Look');
        await rowan.says('We have not met anybody by that name');
        await rowan.send(ring, 'Save, and it is mine');
        await rowan.says('Not yet spoken with.');
        await rowan.follow('Write about a conversation');
        await rowan.send(firstTalk, 'Save');
        await rowan.press('Yes, keep these');
        await rowan.follow(/^Back to Len’s story/);
        await rowan.follow('People around');
        await rowan.send({ 'In a sentence': 'Large print: he reads with a glass.' }, 'Add');
        await rowan.send(wife, 'Add them');
      });

      scene(
        'Margaret has a record of her own, and says what she is willing and able to do (N5, W2)',
        async () => {
          await rowan.follow(`A record of ${margaret}’s own`);
          await rowan.send({ [`${margaret} was asked, and said yes`]: true }, 'Make it theirs');
          await rowan.follow('Write about a conversation');
          await rowan.send(
            { 'What Margaret said': 'I used to swim on Thursdays. I want to go on looking after him.' },
            'Save',
          );
          await rowan.follow('Rights and safety');
          await rowan.follow('They ask what they are entitled to');
          await rowan.send(
            { 'What they asked, in their words': 'What am I entitled to, as his wife?' },
            'Start counting',
          );
          await rowan.press('Begin the conversation that answers it');
          await rowan.send({ How: ['Out loud'] }, 'Write it down');
          await rowan.follow('What Margaret is willing and able to do');
          await rowan.send(
            willingAndAble('Nights', 'Yes', 'Yes', 'I will do the nights. He knows my step.'),
            'Write it down',
          );
          await rowan.send(
            willingAndAble('Lifting', 'Yes', 'Yes', 'I can, if he helps me.'),
            'Write it down',
          );
          await rowan.follow('Rights and safety');
          await rowan.follow('Write it down and mark it');
          await rowan.send({ 'What is it about?': 'A carer’s own life' }, 'Go on');
          await rowan.send(
            { 'A carer’s own life': 'I used to swim on Thursdays, and see Pat after.' },
            'Write it and mark it',
          );
        },
      );

      scene(
        'Margaret has a decision and a plan of her own, with support that goes on and support given once',
        async () => {
          await rowan.follow('Plan');
          await rowan.follow('Work out what the law says we must do');
          await decide(rowan, { outcomes: hersAsTheyAre, answers: hersDecided });
          await rowan.follow('Plan');
          await rowan.press('Begin a plan');
          await rowan.send(
            need(
              'Thursdays out of the house',
              paid,
              lantern,
              'Four hours each Thursday, with Len, who has said yes to it',
            ),
            'Set it down',
          );
          await rowan.send(
            need('A week to sleep', paid, lantern, 'Seven nights in January, once'),
            'Set it down',
          );
          await rowan.send(part('Margaret', 'Thursdays', 'Thursdays, four hours', '72', '0'), 'Add it');
          await rowan.send(
            { ...part('Margaret', 'A week', 'Seven nights in January', '490', '0'), 'How often': ['Once'] },
            'Add it',
          );
          await rowan.follow('Write about a good life');
          await rowan.send(hersInWords, 'Save the words');
          await rowan.follow('What Margaret pays, and how it is worked out');
          await rowan.send(
            lightLook(
              'Margaret',
              '0',
              'We do not charge people for support given to them as carers, so we did not ask about your money.',
            ),
            'Keep it',
          );
          await rowan.readAndAgree();
          await rowan.send(
            { 'Does Margaret agree?': ['Yes'], 'In their words': 'Yes. I will be in the water by ten.' },
            'Let the plan stand',
          );
        },
      );

      scene('Margaret reads her letters', async () => {
        const plan = await rowan.give('The plan', standard);
        tells(plan, 'Thursdays out of the house.', '£490', 'I will be in the water by ten.');
        tells(plan, 'If you do not agree', 'Ombudsman', rowan.day(42), 'By hand');
        const decision = await rowan.give('The decision', standard);
        tells(
          decision,
          'Rowan Teale decided this',
          'You give care that Len cannot do without',
          'carer’s assessment',
        );
        tellsNothingOf(decision, 'signalman');
        tells(await rowan.give('What was talked about and found', standard), 'My Thursdays back');
        tells(await rowan.give('How the share was worked out', standard), 'You will pay nothing');
      });

      scene('she hurts her back, and we stay close (C2-1, C2-5, C2-6)', async () => {
        await rowan.later(16, margaret);
        await rowan.follow('What Margaret is willing and able to do');
        await rowan.follow('Something has changed about Lifting');
        await rowan.send(
          saidNow('Yes', 'No', 'I went down with him on the landing. I cannot lift a kettle.'),
          'Write it down',
        );
        await rowan.follow(len);
        await rowan.follow('It is a crisis: stay close');
        await rowan.send(crisis, 'Stay close');
        await rowan.send(
          {
            'Log a contact in one line': 'Len: “She gets me up like a parcel, but she gets me up.”',
            'With Len themselves': true,
          },
          'Log it',
        );
        await rowan.send({ 'How much': '38.00', 'What it was for': 'a bed lever' }, 'Write it down');
        await rowan.send(
          { 'Ama Boateng': true, 'What we heard': 'Ask the falls team today, not on Monday.' },
          'Write it down',
        );
        for (const days of [1, 7]) {
          await rowan.later(days, len);
          await rowan.follow('What must change now');
          await rowan.send(
            {
              'Log a contact in one line': 'Read it through together.',
              'With Len themselves': true,
              'We read the plan again together': true,
            },
            'Log it',
          );
        }
        await rowan.send(crisisEnds, 'Write it down');
      });

      scene(
        'conversation 3 opens once a colleague has tested it (C3-1), and Len is told beforehand (C3-3)',
        async () => {
          await rowan.later(1, len);
          await rowan.follow('Plan');
          await rowan.follow('Where we are before building a good life');
          await rowan.send(
            peerTest(
              'Everybody near them is doing what they can.',
              'He is safe in the mornings; the days are the question now.',
            ),
            'Write it down',
          );
          await rowan.press('Begin building a good life');
          await rowan.send({ How: ['In large print'] }, 'Write it down');
          await rowan.later(4, len);
          await rowan.follow('Write about a conversation');
          await rowan.send(
            {
              'Which conversation does it go on with?': ['Conversation 3, build a good life'],
              'What Len said':
                'I would like to be shaved by nine and in my chair for the ten-fourteen. I am frightened on those stairs.',
            },
            'Save',
          );
        },
      );

      scene('Len has a decision, and a plan that leans on Margaret for one thing (C3-4, C3-5)', async () => {
        await rowan.follow('Plan');
        await rowan.follow('Work out what the law says we must do');
        await decide(rowan, { outcomes: hisAsTheyAre, answers: hisDecided });
        await rowan.follow('Plan');
        await rowan.press('Begin a plan');
        await rowan.send(
          need(
            'Up, washed and dressed by nine',
            paid,
            lantern,
            'Two people, an hour each morning, seven days',
          ),
          'Set it down',
        );
        await rowan.send(
          need(
            'Somebody there in the night',
            'By family or friends',
            margaret,
            'Margaret is in the next bed and says when, with the lever and no lifting',
            { [leansOn]: `${margaret}: Nights` },
          ),
          'Set it down',
        );
        await rowan.send(
          part('Len', 'Up, washed', 'Seven mornings, two people', '248.60', '61.40'),
          'Add it',
        );
        await rowan.follow('Write about a good life');
        await rowan.send(hisInWords, 'Save the words');
        await rowan.follow('What Len pays, and how it is worked out');
        await rowan.send(hisMoney, 'Keep it');
        await rowan.readAndAgree();
        await rowan.send(
          { 'Does Len agree?': ['Yes'], 'In their words': 'Put it in ink. Nine o’clock, mind.' },
          'Let the plan stand',
        );
      });

      scene('Len reads his letters, in large print', async () => {
        tells(
          await rowan.give('What this conversation is', {}),
          'What our next conversation is for',
          'advocate',
        );
        const decision = await rowan.give('The decision', {});
        tells(
          decision,
          'Rowan Teale decided this',
          'Buttons are an hour.',
          'Somebody who was not part of the decision',
        );
        tells(await rowan.give('What was talked about and found', {}), 'I am frightened on those stairs.');
        tells(
          await rowan.give('How the share was worked out', {}),
          'You will pay at most £61.40 a week',
          'Railway pension',
        );
        const plan = await rowan.give('The plan', {});
        tells(
          plan,
          `${margaret} will do this.`,
          '£310 a week: the council pays £248.60 and you pay £61.40.',
          rowan.day(42),
        );
        tellsNothingOf(plan, 'He knows my step', 'kettle');
      });

      scene(
        'six weeks on we ask how it is going (P2), and then Margaret can do no more nights (N5)',
        async () => {
          await rowan.later(45, len);
          await rowan.follow('Plan');
          await rowan.follow('Catch-ups');
          await rowan.send(
            catchUp(
              'Len',
              'It was time to ask',
              'I have seen the ten-fourteen every day but two.',
              'Nothing changes',
              'We leave it as it is.',
            ),
            'Keep it',
          );
          await rowan.later(20, margaret);
          await rowan.follow('What Margaret is willing and able to do');
          await rowan.follow('Something has changed about Nights');
          await rowan.send(
            saidNow('No', 'No', 'I am finished by four and I have not told him.'),
            'Write it down',
          );
          await rowan.meet(len);
          await rowan.says(
            `${margaret} can no longer do nights: the plan is open again.`,
            /Nothing in the plan is cut/,
          );
          await rowan.saysNothingOf('I am finished by four');
        },
      );

      scene('a later plan leans on her no more; money is asked about again (C3-5)', async () => {
        await rowan.follow('See the plan');
        await rowan.press('Begin a later plan');
        await rowan.follow('Change “Somebody there in the night”');
        await rowan.send(
          met(paid, lantern, 'Somebody awake in the house, ten till seven, five nights', {
            [leansOn]: 'It does not',
          }),
          'Save this need',
        );
        await rowan.send(part('Len', 'Somebody there', 'Five nights, awake', '540', '0'), 'Add it');
        await rowan.follow('Read it together and agree it');
        const says: Answers = { 'Does Len agree?': ['Yes'], 'In their words': 'If it lets her sleep, yes.' };
        await rowan.isRefused(says, 'Let the plan stand', /Rule C3-5/);
        await rowan.follow('Change something');
        await rowan.follow('Change these words');
        await rowan.send(declinedDirectPayment('Len'), 'Save the words');
        await rowan.follow('Read it together and agree it');
        await rowan.send(says, 'Let the plan stand');
        tells(await rowan.give('The plan', {}), 'Somebody awake in the house, ten till seven, five nights.');
        await rowan.follow('Conversations');
        await rowan.follow('What is still to find out');
        await rowan.send(
          { 'How to come back': 'Ring Rowan, or anybody in Harbour. We will know you.' },
          'Write it and mark it',
        );
        await rowan.press('Let it rest');
      });

      scene('Margaret asks for a catch-up, and has a day for it (P2)', async () => {
        await rowan.later(60, len);
        await rowan.follow('Plan');
        await rowan.follow('who asked for one');
        await rowan.send(
          {
            'Who asks': margaret,
            'What they ask, in their words': 'Can we talk about the mornings? He is quicker now.',
          },
          'Write it down',
        );
        await rowan.send({ 'What you answered': ['Yes'], 'We talk on': rowan.day(10) }, 'Keep the answer');
        await rowan.later(10, len);
        await rowan.follow('Plan');
        await rowan.follow('who asked for one');
        await rowan.follow('Write the catch-up');
        await rowan.send(
          catchUp(
            'Len',
            'They asked, or somebody asked for them',
            'I can do my own buttons. Leave the mornings be till I am sure.',
            'Nothing changes',
            'We leave the mornings until he says so.',
          ),
          'Keep it',
        );
      });

      scene('a year after, he wants less, and we look again from the beginning', async () => {
        await rowan.later(260, len);
        await rowan.follow('Plan');
        await rowan.follow('Catch-ups');
        await rowan.send(
          catchUp(
            'Len',
            'Something in their life has changed',
            'Graham has moved in downstairs. I want one person, not two, and Sundays with nobody.',
            lookAgain,
            'We look again from the beginning.',
          ),
          'Keep it',
        );
        await rowan.send(
          {
            'In a sentence: what is so for Len':
              'His brother lives downstairs, and he wants a quieter Sunday.',
          },
          'Begin to look again',
        );
        await rowan.send({ How: ['In large print'] }, 'Write it down');
        await rowan.follow('Plan');
        await rowan.press('Begin a later plan');
        await rowan.follow('Change “Up, washed and dressed by nine”');
        await rowan.send(
          met(paid, lantern, 'One person, half an hour, Monday to Saturday'),
          'Save this need',
        );
        await rowan.press(/^Take out.*Seven mornings/);
        await rowan.send(part('Len', 'Up, washed', 'Six mornings, one person', '30', '61.40'), 'Add it');
        await rowan.follow('Change these words');
        await rowan.send({ ...declinedDirectPayment('Len'), 'If things go wrong': '' }, 'Save the words');
      });

      scene('P1 nothing goes down while one thing is wanting, and then it does', async () => {
        const says: Answers = {
          'Does Len agree?': ['Yes'],
          'In their words': 'It was my idea. Sundays are ours.',
          'The plan starts on': rowan.day(14),
        };
        const isRefusedFor = async (because: RegExp) => {
          await rowan.follow('Plan');
          await rowan.follow('Go on writing the plan');
          await rowan.follow('Read it together and agree it');
          await rowan.isRefused(says, 'Let the plan stand', because);
          await rowan.follow(/^Need by need/);
        };
        await isRefusedFor(/no decision has been given/i);
        await rowan.follow('Plan');
        await rowan.follow('Work out what the law says we must do');
        await decide(rowan, { outcomes: hisAYearAfter, answers: hisDecidedAgain });
        await isRefusedFor(/how “Up, washed and dressed by nine” will be met with less/);
        await rowan.send(
          {
            'How it will be met now':
              'One person for half an hour, Monday to Saturday; Graham makes Sunday’s breakfast.',
          },
          'Set them beside each other',
        );
        await isRefusedFor(/how they were involved/);
        await rowan.send(
          {
            'How Len was involved, and who else was':
              'We talked at the window with Graham, on three afternoons.',
          },
          'Save what they are told',
        );
        await isRefusedFor(/what has changed in their life/);
        await rowan.send(whyLess, 'Save what they are told');
        await isRefusedFor(/which day they were told/);
        await rowan.send(
          { 'The day Len was told, with the reasons': rowan.day() },
          'Save what they are told',
        );
        await isRefusedFor(/does not work/);
        await rowan.follow('Change these words');
        await rowan.send(
          {
            'If things go wrong':
              'If six mornings are too few, ring Rowan, and the seventh is back the same week.',
          },
          'Save the words',
        );
        await rowan.follow('Read it together and agree it');
        await rowan.send(says, 'Let the plan stand');
      });

      scene('Len reads what goes down, why, and from when', async () => {
        const plan = await rowan.give('The plan', {});
        tells(
          plan,
          'What is different from your plan before, and why',
          'you asked for one person',
          `We told you on ${rowan.day()}.`,
        );
        tells(
          plan,
          `Your plan before runs until ${rowan.day(14)}.`,
          'the seventh is back the same week',
          'Ombudsman',
        );
        tells(await rowan.give('The decision', {}), 'a bad start costs you the day');
        tells(await rowan.give('What was talked about and found', {}), 'One person, not two');
        await rowan.says('Len has been given everything there is to give.');
      });
    },
  );
}

const paid = 'By support that is paid for';
const lantern = 'Lantern Lane support';
const lookAgain = 'We look again together, from the beginning';
const himself = 'He does this himself.';
const herself = 'She does this herself.';
const noHelp = 'cannot without help';

const ring: Answers = {
  'What did they say?': 'Len is up four times a night and I am the one who gets him back into bed.',
  'Who is speaking?': ['Somebody else, and the person knows and agrees'],
  'If it is somebody else, their name': margaret,
  'And who they are to the person': 'wife',
  'Is somebody caring for them?': 'I am, I suppose.',
};

const firstTalk: Answers = {
  'Where, or how?': 'at their home',
  'What Len said':
    'I want to sleep in my own bed, beside Margaret. I was a signalman, I know about being woken.',
  'What I noticed': 'He stands up in three goes. Her hand is under his arm before he asks.',
  'What I think': 'They are a team, and one of the team is tired out.',
  'What we agreed': '- I bring the bed lever on Friday\n- I ring Margaret on her own on Wednesday',
};

const wife: Answers = {
  'Their name': margaret,
  'Who they are': 'wife',
  'What they give': 'Nights, lifting, every meal',
  'What would happen if it stopped': 'He could not stay at home',
  'They think of themselves as a carer, or do what a carer does': true,
};

const saidNow = (willing: string, able: string, words: string): Answers => ({
  'Is Margaret willing?': [willing],
  'Is Margaret able?': [able],
  'In Margaret’s words': words,
});

const willingAndAble = (thing: string, willing: string, able: string, words: string): Answers => ({
  'Which thing': thing,
  ...saidNow(willing, able, words),
});

const hersAsTheyAre = {
  'Looking after a child they are responsible for': 'No children at home.',
  'Caring for others they look after': 'Nobody else.',
  'Keeping their own home fit to live in': herself,
  'Eating and drinking well': herself,
  'Making and keeping up with family, friends and others': {
    unable: noHelp,
    words: 'I used to see Pat after swimming.',
  },
  'Work, training, learning or volunteering': 'She is retired, and misses nothing of it.',
  'Getting to what is nearby': herself,
  'Time for themselves and what they enjoy': {
    unable: 'can, with great pain',
    words: 'I used to swim on Thursdays.',
  },
};

const hersDecided: Answers = {
  'Does what Margaret needs come from care that somebody cannot do without?': ['Yes'],
  'What it comes from': 'Looking after Len, day and night.',
  'Is caring making Margaret’s health worse, in body or mind, or likely to?': ['Yes'],
  'Does it make a significant difference to Margaret’s wellbeing, or is it likely to?': ['Yes'],
  'What difference it makes': 'You are worn out, and the one thing that was yours has gone.',
  'What Margaret wants': 'My Thursdays back, and to go on looking after Len.',
  'What they think': 'Margaret means to go on, and can if she has time to rest.',
  'Your decision: the reasons':
    'You give care that Len cannot do without. It is wearing you out, and swimming and seeing Pat are out of reach. So the law says we must help.',
};

const hersInWords: Answers = {
  'What a good life is to Margaret, beside caring': 'Thursdays in the water, and Len at home with me.',
  'What would give Margaret a break?': 'Four hours when I do not listen for him.',
  'If things go wrong': 'If nobody comes on a Thursday, ring Rowan by ten and one of us comes.',
  'Advice on what else can help': 'The carers’ breakfast at the chapel, every other Wednesday.',
  ...declinedDirectPayment('Margaret'),
};

const crisis: Answers = {
  'What must change now': 'Somebody to get me up who is not Margaret.',
  'Their cover': 'Ama Boateng',
  'To keep safe': 'Nobody lifts Len alone. Ring 01632 960199 at night.',
};

const crisisEnds: Answers = {
  'What changed': 'Two people come at eight and at nine. Nobody lifts alone.',
  'What Len says of it': 'It is safe. It is not yet a life.',
  'What is next': ['Building a good life, once peers have tested it'],
  'How to come back, unless it goes on': 'Ring Rowan, or the number on the fridge.',
};

const hisAsTheyAre = {
  'Eating and drinking well': himself,
  'Keeping clean': { unable: noHelp, words: 'I cannot get in or out of the bath.' },
  'Using the toilet': { unable: 'can, and it puts', words: 'I went over on the landing.' },
  'Being dressed for the day and the weather': { unable: 'can, and it takes', words: 'Buttons are an hour.' },
  'Getting about their home safely': {
    unable: 'can, and it puts',
    words: 'I am frightened on those stairs.',
  },
  'Keeping the home fit to live in': 'Margaret and a cleaner do it.',
  'Making and keeping up with family, friends and others': 'The signalmen come on Fridays.',
  'Work, training, learning or volunteering': 'He has no wish for it.',
  'Getting to what is nearby': 'Margaret drives.',
  'Looking after a child they are responsible for': 'None.',
};

const hisDecided = reasonsFor('Len', {
  cause: 'Parkinson’s, for nine years.',
  difference: 'Your day begins at eleven, and it begins with being afraid.',
  wants: 'Up and shaved by nine, and in my chair for the ten-fourteen.',
  view: 'Len can do a great deal if nobody hurries him.',
  reasons:
    'Parkinson’s puts washing, dressing and moving about beyond you without help or danger, and that shapes your whole day. So the law says we must help.',
});

const hisInWords: Answers = {
  'What a good life is to Len': 'My chair, the ten-fourteen, and Margaret laughing.',
  'If things go wrong': 'If the morning team has not come by half past eight, ring Rowan.',
  'Advice on what else can help': 'The falls class at the baths, Tuesdays.',
  ...declinedDirectPayment('Len'),
};

const hisMoney: Answers = {
  'How was it worked out?': ['In full, with a working'],
  'What comes in': 'State pension 221.20\nRailway pension 96.30',
  'What the law leaves out': 'Half the railway pension 48.15',
  'What they must keep': 'What the law says you keep 188.00',
  'What disability costs them': 'Heating and laundry 19.95',
  'How it was worked out, as you would tell them':
    'From your two pensions, less what the law lets you keep, and less what Parkinson’s costs you.',
};

const hisAYearAfter = {
  ...hisAsTheyAre,
  'Using the toilet': himself,
  'Being dressed for the day and the weather': {
    unable: 'can, and it takes',
    words: 'The socks are an age.',
  },
  'Getting about their home safely': { unable: 'can, and it puts', words: 'The stairs at night.' },
};

const hisDecidedAgain = reasonsFor('Len', {
  cause: 'Parkinson’s, for ten years.',
  difference: 'A bad start still costs you the day.',
  wants: 'One person, not two, and Sundays with nobody.',
  view: 'He is surer on his feet, and it is his idea.',
  reasons:
    'Washing, dressing and the stairs at night are still beyond you without help, and a bad start costs you the day. So the law says we must help.',
});

const whyLess: Answers = {
  'Something in their life has changed': true,
  'They would like less, or something different': true,
  'What has changed in Len’s life, and why that means this':
    'You move more easily, Graham lives downstairs, and you asked for one person and for Sundays to yourselves.',
};
