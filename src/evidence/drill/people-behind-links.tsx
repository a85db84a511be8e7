import type { Looked } from '../looking/which-site.ts';
import type { Group } from '../measured.ts';
import { elsewhereName, isSetBeside } from '../site/compared.ts';
import { drillPath } from './drill-path.ts';
import { answersOf, type DrillMeasure, windowsOf } from './figure-behind.ts';

export interface PeopleBehindLinksProps {
  looked: Looked;
  measure: DrillMeasure;
  groups: readonly Group[];
}

const leads: Partial<Record<DrillMeasure, string>> = {
  episodes: 'Behind the contact episodes',
  came: 'Everybody who got in touch',
};

/** From each figure of a block to the people behind it: only for those alongside people. */
export function PeopleBehindLinks({
  looked,
  measure,
  groups = ['site', 'elsewhere'],
}: PeopleBehindLinksProps) {
  const { site } = looked;
  const names = { site: site.name, elsewhere: elsewhereName(site), 'tap-off': 'Tap off', before: 'Before' };
  const shown = groups.filter((group) => group !== 'elsewhere' || isSetBeside(site));
  const [answer] = answersOf[measure];
  const windows = windowsOf(measure);
  return (
    <p class="app-soft">
      {leads[measure] ?? 'The people behind these figures'}:{' '}
      {shown.map((group, at) => (
        <>
          {at ? '; ' : ''}
          {windows.length ? (
            <>
              {names[group]}{' '}
              {windows.map((windowDays, place) => (
                <>
                  {place ? ', ' : ''}
                  <a href={drillPath(looked, { group, measure, windowDays, answer })}>{windowDays} days</a>
                </>
              ))}
            </>
          ) : (
            <a href={drillPath(looked, { group, measure, windowDays: null, answer })}>{names[group]}</a>
          )}
        </>
      ))}
      .
    </p>
  );
}
