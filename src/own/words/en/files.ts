import type { WhyNot } from '../../../people/kept-files/kept-file.ts';

/** Why a picture, a sound or a film cannot be kept, and what can be done instead. */
export const files: Record<WhyNot, string> = {
  nothing: 'There is nothing in this file. Choose another.',
  unknown: 'We do not know what this is. Choose a picture, a sound or a film.',
  heic: 'We cannot open this kind of picture (HEIC). Save it as JPEG on your phone first.',
  document: 'This is a document. Take a picture of it, or write the words.',
  'picture-unread': 'We cannot open this picture. Take it again, or choose another.',
  'sound-unread': 'We cannot open this sound. Save it as MP3 on your phone first.',
  'film-unread': 'We cannot open this film. Save it as MP4 on your phone first.',
  'picture-large': 'This picture is too big. Your phone can make it smaller.',
  'sound-large': 'This sound is too long. Half an hour fits. Make two of it.',
  'film-large': 'This film is too long. A few minutes fit. Make it shorter.',
  'person-full': 'You have no more room here. Take something away first, or ring us.',
  'council-full': 'We have no more room now. Ring us, and we make some.',
};
