import {
  anyName,
  catchUp,
  declinedDirectPayment,
  lightLook,
  met,
  need,
  part,
  reasonsFor,
} from './answers.ts';
import { decide } from './deciding.ts';
import { tells, tellsNothingOf } from './letters.ts';
import { type Answers, scenesOf, type Worker } from './steps.ts';

const joyce = 'Joyce Pettifer';
const standard: Answers = { 'In what format': ['In standard print'] };

/** Joyce’s neighbour has her bank card, and her friend is worried. */
export function joyceAndTheNeighbour(worker: () => Promise<Worker>): void {
  let rowan: Worker;

  scenesOf(
    'a woman whose neighbour has her card',
    () => rowan,
    (scene) => {
      scene('her friend rings; nobody has asked Joyce yet', async () => {
        rowan = await worker();
        await rowan.signIn();
        await rowan.follow('Somebody gets in touch');
        await rowan.send({ [anyName]: joyce }, 'Look');
        await rowan.send(ring, 'Save, and it is mine');
        await rowan.follow('Write about a conversation');
        await rowan.send(firstTalk, 'Save');
      });

      scene('N2 an enquiry opens the same minute, and what she wants comes first', async () => {
        await rowan.follow('Rights and safety');
        await rowan.follow('Somebody may be hurting or neglecting them');
        await rowan.send(threeAnswers, 'Keep these answers');
        await rowan.says('An enquiry is open, and you lead it. Ask first what they want to come of it.');
        await rowan.send(
          { 'What would they like to happen?': 'My card back, and for him not to be cross.' },
          'Write what they want',
        );
      });

      scene('C1-2 her “no” is kept, and the law asks us to go on despite it', async () => {
        await rowan.follow('Rights and safety');
        await rowan.follow('Write it down and mark it');
        await rowan.send({ 'What is it about?': 'Said no to a needs assessment' }, 'Go on');
        await rowan.send({ ...no, 'The day they said no': rowan.day() }, 'Write it and mark it');
        await rowan.says(/The law asks us to go on despite the “no”: there may be abuse or neglect/);
        await rowan.follow('Now');
        await rowan.follow('Let it rest');
        await rowan.isRefused({}, 'Let it rest', /C1-/);
      });

      scene('F6 there is food in the house that day', async () => {
        await rowan.follow('Rights and safety');
        await rowan.follow('Something cannot wait: help at once');
        await rowan.send({ ...food, 'Until which day': rowan.day(14) }, 'Keep it');
        await rowan.says('There was one tin in the cupboard.');
      });

      scene('N1 she asks what she is entitled to, and conversation 3 opens at once (C3-2)', async () => {
        await rowan.later(3, joyce);
        await rowan.follow('Rights and safety');
        await rowan.follow('They ask what they are entitled to');
        await rowan.send(
          { 'What they asked, in their words': 'If I did want help, am I entitled to it?' },
          'Start counting',
        );
        await rowan.press('Begin the conversation that answers it');
        await rowan.send({ How: ['Out loud'] }, 'Write it down');
        await decide(rowan, { outcomes: asTheyAre, answers: decided });
      });

      scene('a plan she says yes to', async () => {
        await rowan.follow('Plan');
        await rowan.press('Begin a plan');
        await rowan.send(
          need(
            'Food in the house, and somebody to eat with',
            paid,
            lantern,
            'Shopping together on Mondays and dinner on three days',
          ),
          'Set it down',
        );
        await rowan.send(
          need(
            'Getting to bingo',
            'By family or friends',
            'Doreen Vickers',
            'Doreen calls for you on Thursdays',
            { 'The day they said yes': rowan.day() },
          ),
          'Set it down',
        );
        await rowan.send(part('Joyce', 'Food', 'Monday shopping and three dinners', '63', '0'), 'Add it');
        await rowan.follow('Write about a good life');
        await rowan.send(inWords, 'Save the words');
        await rowan.follow('What Joyce pays, and how it is worked out');
        await rowan.send(
          lightLook('Joyce', '0', 'Your pension is what the law lets you keep, so you pay nothing.'),
          'Keep it',
        );
        await rowan.readAndAgree();
        await rowan.send(
          { 'Does Joyce agree?': ['Yes'], 'In their words': 'If it is Doreen who comes, yes.' },
          'Let the plan stand',
        );
      });

      scene('Joyce reads her letters, and nothing in them is about the enquiry', async () => {
        const plan = await rowan.give('The plan', standard);
        tells(
          plan,
          'Doreen Vickers will do this.',
          'The council will pay all of it.',
          'If it is Doreen who comes, yes.',
          'Ombudsman',
        );
        const decision = await rowan.give('The decision', standard);
        tells(decision, 'Rowan Teale decided this', 'So the law says we must help.');
        const found = await rowan.give('What was talked about and found', standard);
        const money = await rowan.give('How the share was worked out', standard);
        for (const letter of [plan, decision, found, money])
          tellsNothingOf(letter, 'Terry', 'enquiry', 'abuse', 'She has stopped coming', 'without knocking');
      });

      scene('N2 the enquiry ends only with how far what she wanted came about', async () => {
        await rowan.later(12, joyce);
        await rowan.follow('Rights and safety');
        await rowan.follow('Somebody may be hurting or neglecting them');
        await rowan.follow(/Rowan Teale leads it/);
        await rowan.send(
          {
            'What was done, or will be': 'The bank gave her a card of her own',
            'Who does it': 'Joyce and I',
            'Or the day it was done': rowan.day(),
          },
          'Write the step',
        );
        await rowan.isRefused(ends, 'End the enquiry', /N2/);
        await rowan.send(
          {
            'Did it come about, as they see it?': ['In part'],
            'In their words': 'I have my card. He is cross, and I can bear it.',
          },
          'Write it down',
        );
        await rowan.send(ends, 'End the enquiry');
        await rowan.says('There is less risk.');
      });

      scene('R1 everything rests, with how to come back', async () => {
        await rowan.follow('Now');
        await rowan.follow('Let it rest');
        await rowan.send({ 'What matters': 'I used to call the numbers at bingo.' }, mark);
        await rowan.send(
          { 'A carer around': 'Doreen is a friend, and says so.', 'What was the answer?': ['Nobody does'] },
          mark,
        );
        await rowan.send({ ...leaflet, 'The day': rowan.day() }, mark);
        await rowan.send(wayBack, mark);
        await rowan.send({ 'When we ask how it went': 'In a month.', 'The day we ask': rowan.day(30) }, mark);
        await rowan.press('Let it rest');
        await rowan.follow('Conversations');
        await rowan.follow('What is still to find out');
        await rowan.send(wayBack, mark);
        await rowan.press('Let it rest');
      });

      scene('R2 eight months later she comes back to the same story, and one line is put right', async () => {
        await rowan.later(240, joyce);
        await rowan.follow('Today');
        await rowan.follow('Somebody gets in touch');
        await rowan.send({ [anyName]: joyce }, 'Look');
        await rowan.follow(joyce);
        await rowan.send(comesBack, 'Save, and it is mine');
        await rowan.follow('Conversations');
        await rowan.follow('What they told us before');
        await rowan.says(
          'Joyce came back 240 days after everything had come to rest. What we had agreed: Ring Rowan, or tell Doreen to.',
        );
        await rowan.press(/^Joyce says it is right still.*What matters/);
        await rowan.follow(/^Put it right.*How to come back/);
        await rowan.send(
          { 'As it is now': 'Ring Rowan. Doreen is in Leeds now.' },
          'Keep both, and go by this one',
        );
      });

      scene('her plan is changed, with nothing taken away', async () => {
        await rowan.meet(joyce);
        await rowan.follow('Plan');
        await rowan.follow('Catch-ups');
        await rowan.send(
          catchUp(
            'Joyce',
            'Something has changed for somebody who looks out for them',
            'Dinners are lovely. Thursdays are empty.',
            'We look again together, from the beginning',
            'We look again this week.',
          ),
          'Keep it',
        );
        await rowan.send(
          { 'In a sentence: what is so for Joyce': 'Doreen has moved away, and Thursdays went with her.' },
          'Begin to look again',
        );
        await rowan.send({ How: ['Out loud'] }, 'Write it down');
        await decide(rowan, { outcomes: asTheyAre, answers: decided });
        await rowan.follow('Plan');
        await rowan.press('Begin a later plan');
        await rowan.follow('Change “Getting to bingo”');
        await rowan.send(
          met(paid, lantern, 'Somebody walks with you on Thursdays, and stays if you like'),
          'Save this need',
        );
        await rowan.send(part('Joyce', 'Getting to bingo', 'Thursdays, three hours', '54', '0'), 'Add it');
        await rowan.follow('Change these words');
        await rowan.send(declinedDirectPayment('Joyce'), 'Save the words');
        await rowan.follow('Read it together and agree it');
        await rowan.send(
          { 'Does Joyce agree?': ['Yes'], 'In their words': 'Legs eleven.' },
          'Let the plan stand',
        );
        const plan = await rowan.give('The plan', standard);
        tells(
          plan,
          'Somebody walks with you on Thursdays',
          'Legs eleven.',
          '£117 a week: the council pays all of it.',
          rowan.day(42),
        );
        tellsNothingOf(plan, 'Terry', 'Doreen Vickers will do this');
      });
    },
  );
}

const paid = 'By support that is paid for';
const lantern = 'Lantern Lane support';
const mark = 'Write it and mark it';
const herself = 'She does this herself.';

const ring: Answers = {
  'What did they say?':
    'The man next door has her bank card. She says he is kind. She has stopped coming to bingo.',
  'Who is speaking?': ['Somebody else, and we have not yet asked the person'],
  'If it is somebody else, their name': 'Doreen Vickers',
  'And who they are to the person': 'friend',
  'Are they safe right now?': 'Not sure: he comes in when he likes.',
};

const firstTalk: Answers = {
  'Where, or how?': 'at her home, the radio on',
  'What Joyce said':
    'Terry gets my shopping. He keeps the card because I lose things. I used to call the numbers at bingo.',
  'What I noticed': 'One tin in the cupboard. He came in without knocking and answered for her.',
};

const threeAnswers: Answers = {
  'Is Joyce safe right now?': ['We are not sure'],
  'What is happening': 'Her neighbour holds her bank card, and there is no food in the house.',
  'Who told us': 'Doreen Vickers',
  'Do they have care and support needs?': ['We suspect so'],
  'Are they experiencing abuse or neglect, or at risk of it?': ['Yes'],
  'Because of those needs, can they not protect themselves from it?': ['We suspect so'],
};

const no: Answers = {
  'Said no to a needs assessment': 'I do not want anybody looking into me.',
  'Could they decide this for themselves?': ['Yes, nobody doubts it'],
  'Is there a risk of abuse or neglect?': ['Yes, or there may be'],
  'What would bring the offer back': 'If she asks, or he comes back',
};

const food: Answers = {
  'What was done, or is being done': 'A week’s shopping, and a hot dinner each day',
  'Why it could not wait': 'There was one tin in the cupboard.',
  'What it costs the council': '45',
  'I have talked with Joyce about it': true,
};

const asTheyAre = {
  'Eating and drinking well': {
    unable: 'cannot without help',
    words: 'I lose things, and then there is no dinner.',
  },
  'Keeping clean': herself,
  'Using the toilet': herself,
  'Being dressed for the day and the weather': herself,
  'Getting about their home safely': herself,
  'Keeping the home fit to live in': herself,
  'Making and keeping up with family, friends and others': {
    unable: 'can, with great pain',
    words: 'I used to call the numbers at bingo.',
  },
  'Work, training, learning or volunteering': 'Retired from the cannery.',
  'Getting to what is nearby': { unable: 'cannot without help', words: 'I lose my way past the chapel.' },
  'Looking after a child they are responsible for': 'None.',
};

const decided = reasonsFor('Joyce', {
  cause: 'Your memory, since the spring.',
  difference: 'You have been hungry, and you have lost bingo.',
  wants: 'Doreen on Thursdays, and my own purse.',
  view: 'Joyce knows exactly whom she likes.',
  reasons:
    'Your memory makes food, getting about and seeing friends hard without help. So the law says we must help.',
});

const inWords: Answers = {
  'What a good life is to Joyce': 'My purse in my bag, and the numbers on a Thursday.',
  'If things go wrong': 'Ring Rowan, or 999.',
  'Advice on what else can help': 'The bank can give you a card of your own with a small limit.',
  ...declinedDirectPayment('Joyce'),
};

const ends: Answers = {
  'What was done': 'A new card, a new lock, and the police have spoken with him.',
  'What Joyce says of it': 'I did not like it and I am glad.',
  'What is the risk now?': ['There is less risk'],
};

const leaflet: Answers = {
  'Information given': 'We read the bank’s leaflet aloud together.',
  'What it was': 'A card with a small limit',
  'How: talked through, large print, a letter': 'Read aloud',
};

const wayBack: Answers = { 'How to come back': 'Ring Rowan, or tell Doreen to.' };

const comesBack: Answers = {
  'What did they say?': 'It is Joyce. Doreen has moved to her son’s. I am by myself on a Thursday.',
  'Who is speaking?': ['They are speaking for themselves'],
};
