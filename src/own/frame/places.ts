/** Where each place is; those of carers only for carers. */
export const places = [
  { place: 'now', path: '' },
  { place: 'talked', path: '/talked' },
  { place: 'plan', path: '/plan' },
  { place: 'letters', path: '/letters' },
  { place: 'around', path: '/around' },
  { place: 'about', path: '/about' },
  { place: 'caring', path: '/caring', carersOnly: true },
  { place: 'ideas', path: '/ideas' },
  { place: 'sharing', path: '/sharing' },
  { place: 'stories', path: '/stories' },
  { place: 'looked', path: '/looked' },
  { place: 'wishes', path: '/wishes' },
] as const satisfies readonly { place: string; path: string; carersOnly?: true }[];

export type OwnPlace = (typeof places)[number]['place'];
export const ownPlaces = places.map(({ place }) => place);

/** @example pathOf('talked') // '/talked' */
export const pathOf = (place: OwnPlace): string => places.find((one) => one.place === place)?.path ?? '';

/** The places somebody has: those of carers only when they are one. */
export const placesOf = (isCarer: boolean) => places.filter((one) => isCarer || !('carersOnly' in one));
