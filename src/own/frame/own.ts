import type { OwnPictures } from '../reading/pictures.ts';
import type { Words } from '../words/english.ts';

/** How somebody told us what a worker then wrote for them: everything can be done by talking or on paper. */
export const waysToTell = ['together', 'phone', 'paper'] as const;
export type WayToTell = (typeof waysToTell)[number];

/** How somebody likes their page. */
export interface ReadingWishes {
  size: 'normal' | 'big' | 'very-big';
  /** One idea at a time with a picture beside it, and hard words explained. */
  isEasyRead: boolean;
  /** The council's own pictures in the place of ours; none while nobody asks for pictures. */
  pictures: OwnPictures;
}

/** Whose page it is, and who has it open: the person, or a worker reading it with them. The same page for both. */
export interface Own {
  personId: string;
  /** The name they like. */
  name: string;
  /** Where this page's addresses begin: `/my`, or `/people/:id/together` for a worker beside them. */
  base: string;
  /** The worker reading it with them; null when they read it themselves. */
  togetherWith: string | null;
  /** Whether this is a carer's page: their own life, beside the lives of those they care for. */
  isCarer: boolean;
  reading: ReadingWishes;
  words: Words;
}
