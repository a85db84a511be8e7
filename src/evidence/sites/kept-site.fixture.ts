import type { KeptSite } from './kept-site.ts';

const written = { writtenOn: '2026-03-02', writtenBy: 'Lena' };

/** An invented site that has said everything and not begun; a test changes what it is about. */
export const readyToStart: KeptSite = {
  id: 'harbour',
  name: 'Harbour',
  teamId: 'harbour-team',
  teamName: 'Harbour team',
  startedOn: null,
  setUpOn: '2026-03-02',
  setUpBy: 'Lena',
  whyLate: null,
  begunFrom: null,
  begunFromThis: [],
  scopes: [
    {
      ...written,
      id: 's',
      kind: 'postcodes',
      postcodes: ['SB1'],
      words: null,
      fromOn: '2026-03-16',
      why: null,
    },
  ],
  aims: [
    { ...written, id: 'a', owner: 'Priya', whatStops: 'The desk', whatMoneyMoves: 'Eleven posts', why: null },
  ],
  comparisons: [
    {
      ...{ ...written, id: 'c', kind: 'team', teamId: 'marsh-team', teamName: 'Marsh team' },
      ...{ words: 'Marsh', howItDiffers: 'Villages, not a town', namedOn: '2026-03-02', why: null },
    },
  ],
  baselines: [
    {
      ...written,
      id: 'b',
      fromOn: '2025-03-01',
      toOn: '2026-03-01',
      words: 'Steady',
      lookedOn: '2026-03-02',
    },
  ],
  people: [],
  rules: [],
  measures: [
    {
      ...{ ...written, id: 'm', about: 'E3', measure: 'Who drew on support', definition: 'As it was said' },
      ...{ registeredOn: '2026-03-02', replacesId: null, whyChanged: null },
    },
  ],
  tap: [],
  log: [],
  evidence: [],
};
