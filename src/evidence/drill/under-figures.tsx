import type { Looked } from '../looking/which-site.ts';
import { groups } from '../measured.ts';
import { PeopleBehindLinks } from './people-behind-links.tsx';

/** What stands under each block of figures: the people behind them, and the rules they are counted by. */
const under = {
  supported: { measures: ['people', 'episodes', 'came'], rules: ['E3', 'E4', 'E1', 'E2'] },
  spoken: { measures: ['waits'], rules: ['E6'] },
  reached: { measures: ['reached'], rules: ['E7'] },
  returned: { measures: ['returns'], rules: ['E7-returns'] },
  weekly: { measures: [], rules: ['E3'] },
} as const;

export interface UnderFiguresProps {
  looked: Looked;
  id: keyof typeof under;
  /** Only those alongside people are led to them. */
  maySeeNames: boolean;
}

export function UnderFigures({ looked, id, maySeeNames }: UnderFiguresProps) {
  const { measures, rules } = under[id];
  return (
    <>
      {maySeeNames
        ? measures.map((measure) => (
            <PeopleBehindLinks
              key={measure}
              looked={looked}
              measure={measure}
              groups={measure === 'came' ? groups : ['site', 'elsewhere']}
            />
          ))
        : null}
      <p class="app-soft">
        {rules.map((rule, at) => (
          <>
            {at ? ', ' : 'How it is counted: '}
            <a href={`/evidence/rules#${rule}`}>{rule.slice(0, 2)}</a>
          </>
        ))}
        .
      </p>
    </>
  );
}
