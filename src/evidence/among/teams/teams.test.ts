import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TEAM_OF_ONE } from '../kinds.ts';
import { counted, teamsBeside } from './teams.ts';

const team = (name: string | null, numerator: number, denominator: number) => ({
  ...({ measure: 'support', team: name, numerator, denominator, notYetKnown: 1 } as const),
});

describe('teams beside one another', () => {
  it('says how many lie beyond what chance does, and counts what it does not draw', () => {
    const found = teamsBeside(
      [team('Harbour', 9, 90), team('Marsh', 30, 90), team('Tiny', 1, 5), team(null, 2, 20)],
      8,
    )[0];
    assert.ok(found);
    assert.deepEqual(
      found.points.map(({ name, place }) => [name, place]),
      [
        ['Harbour', 'beyond-95'],
        ['Marsh', 'beyond-95'],
      ],
    );
    assert.match(found.says, /^2 of 2 teams lie further from the others than chance alone does/);
    assert.deepEqual(found.notDrawn, { teams: 2, numerator: 3, denominator: 25 });
    assert.deepEqual(counted(found).at(-1)?.place, 'too-few');
    assert.equal(found.notYetKnown, 4);
  });

  it('says that chance would do as much, when it would', () => {
    const found = teamsBeside([team('Harbour', 19, 90), team('Marsh', 21, 90)], 8)[0];
    assert.match(found?.says ?? '', /^Chance alone would set the teams this far apart/);
  });

  it('does not draw a team of one worker, nor let it be got by taking away from everybody', () => {
    const counts = [team('Harbour', 19, 90), team('Marsh', 21, 95), team('Fen', 20, 99)];
    const found = teamsBeside([...counts, team(TEAM_OF_ONE, 80, 90)], 8)[0];
    assert.deepEqual(
      found?.points.map(({ name }) => name),
      ['Marsh', 'Fen'],
    );
    assert.deepEqual(found?.notDrawn, { teams: 2, numerator: 99, denominator: 180 });
    assert.doesNotMatch(JSON.stringify(found), /\b80\b/);
    assert.equal(teamsBeside(counts, 8)[0]?.notDrawn.teams, 0);
  });

  it('does not draw one team alone', () => {
    assert.match(teamsBeside([team('Harbour', 19, 90)], 8)[0]?.says ?? '', /not two teams/);
  });
});
