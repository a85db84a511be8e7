import { stillToAsk, type ToldAboutCaring, thingsInWords } from './told-about-caring.ts';

/** Beside a carer's decision: what they told us about caring, and what nobody has asked yet. */
export function AboutCaring({
  told,
  personId,
  name,
}: {
  told: ToldAboutCaring;
  personId: string;
  name: string;
}) {
  const things = thingsInWords(told.statements);
  const questions = stillToAsk(told, name);
  return (
    <>
      <h3>What {name} told us about caring</h3>
      {things.length ? (
        <ul>
          {things.map((thing) => (
            <li>{thing}</li>
          ))}
        </ul>
      ) : null}
      {told.marked.map(({ phrase }) => (
        <blockquote class="app-said">{phrase}</blockquote>
      ))}
      {questions.length ? (
        <>
          <p>Still to ask:</p>
          <ul>
            {questions.map((question) => (
              <li>{question}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a href={`/people/${personId}/willing-and-able`}>What {name} is willing and able to do</a>
      </p>
    </>
  );
}
