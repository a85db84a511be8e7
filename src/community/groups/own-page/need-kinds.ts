/** What a group may need, as it chooses from. */
export const needKinds = ['room', 'driver', 'tea', 'people', 'something else'] as const;
export type NeedKind = (typeof needKinds)[number];
