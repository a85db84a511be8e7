-- A short address for every listing: printed on slips and window cards under a QR, and typed by whoever has no camera.

create function short_of(id uuid) returns text language sql immutable strict parallel safe as $$
  select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', get_byte(hash, n) % 32 + 1, 1), '' order by n)
  from (select decode(md5(id::text), 'hex') as hash) h, generate_series(0, 7) n
$$;
comment on function short_of(uuid) is
  'Eight letters and figures that stand for an id: Crockford''s base 32, without I, L, O and U. The same for ever, and no secret.';

alter table listing add column short text not null generated always as (short_of(id)) stored;
comment on column listing.short is
  'What a printed short address ends in. Forty bits: among 50,000 listings two may share one (once in a thousand directories), and the address then asks which is meant.';
create index listing_short on listing (council_id, short);
