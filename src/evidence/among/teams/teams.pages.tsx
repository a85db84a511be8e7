import type { Frame } from '../../../platform/ui/frame.ts';
import { FunnelChart } from '../../charts/funnel-chart.tsx';
import { CountedAtWords } from '../../kept/counted-at-words.tsx';
import { EvidenceFrame } from '../../looking/evidence-frame.tsx';
import { type Looked, placeOf } from '../../looking/which-site.ts';
import { amongAt } from '../asking.ts';
import { count } from '../cells.ts';
import { counted, type TeamsBeside } from './teams.ts';

export interface TeamsValue {
  looked: Looked;
  teams: TeamsBeside[];
  counted: { at: Date; isDear: boolean };
}

/** Teams beside one another, with the room that chance alone takes. Never ranked, and nothing of any worker. */
export function TeamsPage({ looked, teams, counted: at }: TeamsValue, frame: Frame) {
  return (
    <EvidenceFrame
      looked={looked}
      path="/evidence/among/teams"
      title="Teams beside one another"
      frame={frame}
    >
      <h1>Teams beside one another</h1>
      <p>
        Inside the funnel is what chance does: teams there are not different in anything that can be seen. A
        team outside it may meet other people, write things down in another way, or work in another way: ask
        which, in that order. Teams are not ranked. A team of one worker is not drawn: what it did would be a
        figure of that worker. Nor is the smallest other team then, or it could be found by taking away.
      </p>
      <CountedAtWords counted={at} />
      {teams.map((one) => (
        <section key={one.measure}>
          {one.points.length < 2 ? (
            <p>{one.says}.</p>
          ) : (
            <FunnelChart
              id={`teams-${one.measure}`}
              title={one.says}
              statistic={one.statistic}
              teams={counted(one)}
              csv={placeOf('/evidence/among/teams.csv', looked)}
            />
          )}
          <p class="app-soft">
            {notDrawnInWords(one)} Not yet known for {count(one.notYetKnown)} more.
          </p>
        </section>
      ))}
      <p>
        Beside it:{' '}
        <a href={amongAt('/evidence/among', looked, { by: 'team', measure: 'came-back' })}>
          who came back, by team
        </a>
        , and <a href={placeOf('/evidence/among/who-came', looked)}>who came in the first place</a>.
      </p>
    </EvidenceFrame>
  );
}

function notDrawnInWords({ notDrawn: { teams, denominator }, measure }: TeamsBeside): string {
  if (teams === 0) return 'Every team is drawn.';
  const what = measure === 'support' ? 'people' : 'times somebody got in touch';
  return `Counted and not drawn: ${teams === 1 ? 'one more, too small' : `${count(teams)} more`} (${count(denominator)} ${what}).`;
}
