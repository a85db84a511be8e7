import { halina, yusuf } from './people-crisis.ts';
import { dougie, gurdeep } from './people-decided.ts';
import { peggy, wilf } from './people-harbour.ts';
import { kayleigh } from './people-kayleigh.ts';
import { bron, emrys } from './people-marriage.ts';
import { meiLin, oonagh, tel } from './people-not-yet.ts';
import { leon, shanice } from './people-own-lives.ts';
import { callum, ruth } from './people-quietly.ts';
import type { Story } from './script.ts';

/** Everybody Saltbeck is alongside, and the three it has not yet spoken with. */
export const stories: Story[] = [
  wilf,
  peggy,
  bron,
  emrys,
  yusuf,
  halina,
  kayleigh,
  leon,
  shanice,
  dougie,
  gurdeep,
  ruth,
  callum,
  oonagh,
  tel,
  meiLin,
];
