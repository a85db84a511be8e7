/** How a letter reached somebody. */
export const ways = ['by-hand', 'post', 'email', 'read-together'] as const;
export type Way = (typeof ways)[number];

export const waysInWords: Record<Way, string> = {
  'by-hand': 'by hand',
  post: 'by post',
  email: 'by email',
  'read-together': 'read through together',
};
