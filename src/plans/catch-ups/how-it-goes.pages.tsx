/** From somebody's plan to how it is going and to what it costs whom. */
export function HowItGoes({ personId, hasPlan }: { personId: string; hasPlan: boolean }) {
  return (
    <>
      {hasPlan ? (
        <>
          <h2>How it is going</h2>
          <p>
            <a href={`/people/${personId}/catch-ups`}>Catch-ups</a>, and{' '}
            <a href={`/people/${personId}/catch-up-requests`}>who asked for one</a>
          </p>
        </>
      ) : null}
      <h2>Money</h2>
      <p>
        <a href={`/people/${personId}/money`}>What they pay, and how it was worked out</a>, and{' '}
        <a href={`/people/${personId}/direct-payments`}>direct payments</a>
      </p>
    </>
  );
}
