import { linearFunction, type Weighed, type WeighedSum } from './linear-function.ts';
import { Z_95 } from './wilson.ts';

/** People alike in what was agreed beforehand (an age band, living alone), at the site and in the comparison. */
export interface Band {
  name: string;
  here: { numerator: number; denominator: number };
  elsewhere: { numerator: number; denominator: number };
}

export interface Standardised {
  /** The site's share, had it met the comparison's people. Between 0 and 1. */
  here: WeighedSum | null;
  /** The comparison's own share of the same people. */
  elsewhere: WeighedSum | null;
  /** `here` less `elsewhere`: like with like. Between -1 and 1. */
  difference: WeighedSum | null;
  /** People of the comparison like nobody the site met: nothing can be said of them, and they are in no share above. */
  elsewhereLikeNobodyHere: number;
  /** People of the site like nobody in the comparison: not in any share above. */
  hereLikeNobodyElsewhere: number;
}

/**
 * Direct standardisation: what the site's share would be if it had met the comparison's mix of people, and how far that is
 * from the comparison. Bands must be those registered before the site began (E11). The comparison's mix is taken as it is,
 * so the interval is for these people, not for another year's. Only bands both groups have people in are used; whoever
 * falls outside is counted. Null when the two have no band in common. Throws when counts are not a share.
 * Sources: direct standardisation, Breslow NE, Day NE (1987), Statistical Methods in Cancer Research II, section 2.3;
 * interval, Zou GY, Huang W, Zhang X (2009), Comput Stat Data Anal 53:1080-1085.
 * @example standardised([{ name: '65 to 84', here: { numerator: 4, denominator: 50 }, elsewhere: { numerator: 30, denominator: 200 } }]).difference // -0.07, -0.1441 to 0.0466
 */
export function standardised(bands: readonly Band[], z = Z_95): Standardised {
  const common = bands.filter((band) => band.here.denominator > 0 && band.elsewhere.denominator > 0);
  const mix = sum(common.map((band) => band.elsewhere.denominator));
  const weigh = (which: 'here' | 'elsewhere', sign: 1 | -1): Weighed[] =>
    common.map((band) => ({ weight: (sign * band.elsewhere.denominator) / mix, ...band[which] }));
  return {
    here: linearFunction(weigh('here', 1), z),
    elsewhere: linearFunction(weigh('elsewhere', 1), z),
    difference: linearFunction([...weigh('here', 1), ...weigh('elsewhere', -1)], z),
    elsewhereLikeNobodyHere: sum(bands.map((band) => band.elsewhere.denominator)) - mix,
    hereLikeNobodyElsewhere: sum(
      bands.filter((band) => band.elsewhere.denominator === 0).map((band) => band.here.denominator),
    ),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
