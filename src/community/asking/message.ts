/** One message: what is asked about, each with the address that opens it. */
export interface Asked {
  council: string;
  /** 1 asked, 2 asked again, 4 told that it was hidden. */
  nth: number;
  listings: readonly { name: string; address: string }[];
}

const named = ({ listings: [first, ...more] }: Asked) =>
  more.length ? `your ${more.length + 1} groups` : `“${first?.name}”`;

/**
 * "Is this still right?" as an e-mail. It is about groups only: it names nobody, and says nothing of who was told of
 * them. @example messageOf({ council: 'Saltbeck', nth: 1, listings }).subject // 'Is what we say of “Songs” still right?'
 */
export function messageOf(asked: Asked): { subject: string; words: string } {
  const { council, nth, listings } = asked;
  const isHidden = nth === 4;
  const what = named(asked);
  const subject = isHidden
    ? `We have stopped showing ${what}: one press brings it back`
    : `${nth === 2 ? 'Again: is' : 'Is'} what we say of ${what} still right?`;
  const opening = isHidden
    ? `We asked whether what ${council} tells people about ${what} is still right, and did not hear. So we have stopped showing it. Nothing is lost.`
    : `${council} tells people nearby about ${what}. Is what we say still right?`;
  const how = isHidden
    ? 'Open this and press “Show it again”:'
    : 'Open this and press “Yes, it is still right”. That is all.';
  return {
    subject,
    words: [
      'Hello,',
      opening,
      how,
      ...listings.map(({ name, address }) => (listings.length > 1 ? `${name}\n${address}` : address)),
      ...(isHidden
        ? []
        : [
            'There you can also change it, or say that you are full, paused or stopped. You need no account.',
          ]),
      'The address opens your page only. Please keep it among those who run the group.',
      ...(isHidden ? [] : ['If we do not hear, we ask once more, then somebody rings.']),
      `Thank you.\n${council}`,
    ].join('\n\n'),
  };
}
