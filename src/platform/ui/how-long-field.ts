/** What every form that asks calls it. @example <Input {...asked(again, 'howLong')} {...howLongField} /> */
export const howLongField = {
  label: 'About how long?',
  hint: 'You need not say. Such as 40, 1h 30 or half an hour',
  autoComplete: 'off',
} as const;
