// An attacker with everything published against many invented councils: `npx tsx bench/attack.ts [councils] [seed]`.
import { attack, roundingAlone } from '../src/evidence/publishing/attack/attack.ts';

const councils = Number(process.argv[2] ?? 1_000);
const seed = Number(process.argv[3] ?? 20_261_122);
const began = performance.now();
const ours = attack(seed, councils);
const seconds = ((performance.now() - began) / 1_000).toFixed(0);
console.log(`seed ${seed}, ${seconds} s:`, ours);
console.log(
  'hidden and rounded only, the first tenth:',
  attack(seed, Math.ceil(councils / 10), roundingAlone),
);
process.exitCode = ours.recovered + ours.undecided > 0 ? 1 : 0;
