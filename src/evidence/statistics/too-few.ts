/** Fewer people than this are too few to compare (E8). A judgement, and the council may set another number. */
export const TOO_FEW_BELOW = 8;

/** The number the council has set, or ours. @example tooFewOf({ tooFewBelow: 10 }) // 10 */
export function tooFewOf({ tooFewBelow }: Readonly<Record<string, unknown>>): number {
  return typeof tooFewBelow === 'number' && tooFewBelow > 0 ? tooFewBelow : TOO_FEW_BELOW;
}

/**
 * E8: whether any of the groups put beside one another holds so few people that a share of them would mislead. One
 * group is asked the same way. A matter of how many people were followed, never of how many it happened to.
 * @example tooFewToCompare([{ denominator: 412 }, { denominator: 7 }]) // true
 */
export function tooFewToCompare(
  groups: readonly { denominator: number }[],
  tooFewBelow = TOO_FEW_BELOW,
): boolean {
  return groups.length === 0 || groups.some((group) => group.denominator < tooFewBelow);
}
