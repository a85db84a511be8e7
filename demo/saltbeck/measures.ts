/** E11: what the Harbour site said it would measure, before it began; the last was thought of late, and says so. */
export const registered: {
  daysAfterStart: number;
  measure: string;
  definition: string;
  whyChanged: string | null;
}[] = [
  {
    daysAfterStart: -14,
    measure: 'Contact episodes (E1)',
    definition: 'Contacts by or about one person whose gap is 4 days or less count once.',
    whyChanged: null,
  },
  {
    daysAfterStart: -14,
    measure: 'People who came to draw on ongoing support (E3)',
    definition:
      'New people whose first ongoing support began within 28, 90, 180 and 365 days of first getting in touch, of all new people followed that long.',
    whyChanged: null,
  },
  {
    daysAfterStart: -14,
    measure: 'Time to conversation (E6)',
    definition:
      'Days from getting in touch to the first real conversation with the person: half, nine in ten, and the longest.',
    whyChanged: null,
  },
  {
    daysAfterStart: -14,
    measure: 'Coming back (E7)',
    definition: 'People who got in touch again within 90 days of everything resting.',
    whyChanged: null,
  },
  {
    daysAfterStart: 61,
    measure: 'Coming back, looked at for longer (E7)',
    definition: 'The same within 270 and 365 days.',
    whyChanged:
      'Added after the site began, when Our Lives Saltbeck asked what happens to people after the first three months.',
  },
];
