import { type RawBuilder, sql } from 'kysely';

/**
 * Who holds back one of these things, or what hangs on it, as JSON; null when nobody does (`HeldNow`). For staff: at somebody's own page
 * it is null always (W1).
 * @example heldNowJson(sql`t.council_id`, sql`t.person_id`, sql`array[t.id, t.source_id]`)
 */
export const heldNowJson = (
  council: RawBuilder<unknown>,
  person: RawBuilder<unknown>,
  things: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`(select json_build_object('askedBy', a.name, 'lookAgainOn', h.look_again_on)
    from held_back h join account a on a.council_id = h.council_id and a.id = h.asked_by
    where h.council_id = ${council} and h.person_id = ${person} and h.lifted_at is null and h.is_approved is distinct from false
      and array_prepend(h.thing_id, h.also) && array_remove(${things}, null)
    order by h.asked_at desc limit 1)`;
