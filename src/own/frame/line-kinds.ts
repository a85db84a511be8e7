/** What a line of somebody's record may be, to say something of it and to share it: `/say/<kind>/<id>`, `/share/<kind>/<id>`. */
export const lineKinds = [
  'talked',
  'promise',
  'need',
  'about',
  'around',
  'matters',
  'caring',
  'story',
] as const;
export type LineKind = (typeof lineKinds)[number];
