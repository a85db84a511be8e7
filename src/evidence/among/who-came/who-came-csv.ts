import type { WhoCame } from './who-came.ts';

type Cell = string | number | null;

/** Every kind of people with both counts and how far apart they are, and each difference as they came and like with like. */
export function whoCameTable({ mixes, windows }: WhoCame, site: string, elsewhere: string) {
  const head = [
    'what',
    'who',
    site,
    elsewhere,
    'share_here',
    'share_elsewhere',
    'apart_or_difference',
    'low',
    'high',
  ];
  const kinds: Cell[][] = mixes.flatMap(({ kind, rows }) =>
    rows.map(({ name, here, elsewhere: there, hereShare, elsewhereShare, apart }) => [
      ...[kind, name, here, there, rounded(hereShare), rounded(elsewhereShare), rounded(apart), null, null],
    ]),
  );
  const differences: Cell[][] = windows.flatMap(({ windowDays, here, elsewhere: there, plain, alike }) => {
    if (!plain || !here || !there) return [];
    const like = alike?.difference ?? null;
    const within = `began ongoing support within ${windowDays} days`;
    return [
      [
        ...[within, 'as they came', here.denominator, there.denominator],
        ...[rounded(here.numerator / here.denominator), rounded(there.numerator / there.denominator)],
        ...[rounded(plain.difference), rounded(plain.low), rounded(plain.high)],
      ],
      ...(like
        ? [
            [
              ...[within, 'like with like', null, null, rounded(alike?.here?.value ?? null)],
              ...[
                rounded(alike?.elsewhere?.value ?? null),
                rounded(like.value),
                rounded(like.low),
                rounded(like.high),
              ],
            ],
          ]
        : []),
    ];
  });
  return { head, rows: [...kinds, ...differences] };
}

const rounded = (share: number | null): number | null => (share === null ? null : Number(share.toFixed(4)));
