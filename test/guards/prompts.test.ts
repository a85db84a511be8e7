import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { z } from 'zod';
import { factKind, factsNeededAt } from '../../src/conversations/facts.ts';
import { WriteForm } from '../../src/conversations/writing/writing.forms.ts';
import { AgreementForm } from '../../src/plans/agreement/agreement.forms.ts';
import { DeterminationForm } from '../../src/plans/determinations/determinations.forms.ts';
import { NeedForm, PartForm, PlanWordsForm } from '../../src/plans/writing/writing.forms.ts';

/** The most a lawful conversation 3 may ask, and a conversation 1 may need before it is saved. */
const most = { facts: 3, prompts: 29 };

interface Prompt {
  question: string;
  law: string;
  isCompulsory: boolean;
}

/**
 * The questions of the decision and of the plan, with the law that asks and the fields that hold the answer.
 * What conversation 3 has already heard as a fact is offered there and asked once only, so it is counted once.
 */
const asked: Record<string, { law: string; fields: string[] }> = {
  'Where does it come from?': law('SI 2015/313 reg 2(1)(a), reg 3(1)(a)', 'causeIsMet', 'causeWords'),
  'What do they want?': law('Care Act 2014 s9(4)(b), s13(4)(b)', 'personsWish'),
  'What do you think, who know them?': law('Care Act 2014 s13(1)', 'practitionersView', 'viewBy'),
  'What was decided, by when and why?': law(
    'Care Act 2014 s13(2)',
    'kind',
    'reasons',
    'decidedOn',
    'healthAtRisk',
  ),
  'What written advice do they get?': law(
    'Care Act 2014 s13(5), s24(2), s25(1)(f)',
    'writtenAdvice',
    'advice',
  ),
  'What does a good life look like?': law('Care Act 2014 s25(1)(b)', 'goodLife'),
  'What do they do themselves?': law('Care Act 2014 s9(6)', 'whatIDo'),
  'What would they wish for?': law('Care Act 2014 s25(3)', 'wishes'),
  'What if things go wrong?': law('Care Act 2014 s2', 'ifThingsGoWrong'),
  'What is needed, and who meets it, how?': law(
    'Care Act 2014 s25(1)(a) to (d)',
    ...['need', 'isEligible', 'metBy', 'who', 'how', 'ownerSaidYesOn', 'leansOn'],
  ),
  'What does it cost, and who pays?': law(
    'Care Act 2014 s26',
    ...['needId', 'what', 'howOften', 'council', 'person'],
  ),
  'Would they like the money themselves?': law('Care Act 2014 s25(1)(e), s31', 'directPayment'),
  'What are they asked to pay?': law('Care Act 2014 s17(4)', 'financialRecordOn', 'financialRecordWords'),
  'Do they agree, in their words, and from when?': law(
    'Care Act 2014 s25(5)',
    'agreement',
    'agreementWords',
    'startsOn',
    'notAgreed',
    'lines',
    'lineWords',
  ),
};

/** What the law and the house already hold as facts, asked under the name the form gives it. */
const heardAsFacts = ['impactIsMet', 'impactWords'];
/** Kept by the house itself; nobody is asked. */
const ours = ['version', 'submission'];

function law(source: string, ...fields: string[]) {
  return { law: source, fields };
}

const form = (schema: { shape: object } | { in: unknown }): string[] => {
  const inner = 'in' in schema ? (schema.in as { shape: object }) : schema;
  return Object.keys(inner.shape).filter((name) => !/^(finding|sense|words)-/.test(name));
};
const missing = (schema: z.ZodType, given: unknown): string[] => {
  const read = schema.safeParse(given);
  return [...new Set(read.error?.issues.map(({ path }) => String(path[0])) ?? [])];
};
const forms = [DeterminationForm, PlanWordsForm, NeedForm, PartForm, AgreementForm];

function conversation3Prompts(): Prompt[] {
  const compulsory = new Set(forms.flatMap((schema) => missing(schema, {})));
  const toldFirst = 'told-beforehand';
  return [
    ...factsNeededAt('conversation-3').map((name) => ({
      question: factKind(name).question,
      law: factKind(name).law,
      isCompulsory: name === toldFirst || (name === 'impact' && compulsory.has('impactWords')),
    })),
    ...Object.entries(asked).map(([question, { law: source, fields }]) => ({
      question,
      law: source,
      isCompulsory: fields.some((field) => compulsory.has(field)),
    })),
  ];
}

describe('how much is asked', () => {
  it('C1-1 conversation 1 is saved with at most three required facts', () => {
    const first = missing(WriteForm, {});
    const then = missing(WriteForm, { withWhom: 'Wilf', when: 'today' });
    const required = [...new Set([...first, ...then])];
    console.log(
      `conversation 1: ${required.length} required facts to save (at most ${most.facts}): ${required.join(', ')}`,
    );
    assert.ok(required.length <= most.facts);
    assert.deepEqual(missing(WriteForm, { withWhom: 'Wilf', when: 'today', said: 'I am all right.' }), []);
  });

  it('C3-4, C3-5 every field of the decision and the plan belongs to a question that names its law', () => {
    const counted = new Set([
      ...Object.values(asked).flatMap(({ fields }) => fields),
      ...heardAsFacts,
      ...ours,
    ]);
    const fields = forms.flatMap((schema) => form(schema as unknown as { shape: object }));
    assert.ok(fields.length > 20, 'the forms are read');
    assert.deepEqual(
      fields.filter((name) => !counted.has(name)),
      [],
      'a new field needs a question here, with the law that asks',
    );
  });

  it('C3-4, C3-5 a lawful conversation 3 needs fewer than thirty prompts, each with the law that asks', () => {
    const prompts = conversation3Prompts();
    const compulsory = prompts.filter(({ isCompulsory }) => isCompulsory);
    console.log(
      `conversation 3: ${prompts.length} prompts (fewer than 30), ${compulsory.length} compulsory, each with the law that asks:`,
    );
    for (const { question, law: source } of compulsory) console.log(`  ${question} ${source}`);
    assert.ok(prompts.length <= most.prompts);
    for (const { question, law: source } of prompts) {
      assert.match(question, /\?$/);
      assert.match(source, /(Act \d{4} s|SI \d{4}\/\d+ reg) ?\d/, question);
    }
  });
});
