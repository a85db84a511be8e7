-- What must not reach the one somebody is afraid of: where they live (W4), and why a worker looked (W5).

create function words_alone(told text) returns text language sql immutable parallel safe set search_path = public, pg_temp as $$
  select ' ' || trim(regexp_replace(regexp_replace(regexp_replace(lower(told), '\\[nrt]', ' ', 'g'), '[''’]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')) || ' '
$$;
comment on function words_alone(text) is
  'Words with one space between them and around them, small, without apostrophes, commas or line ends (those of JSON too): to find some within others however they were typed.';

create or replace function names_private_address(person uuid, told text) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from address a
    where a.council_id = (select current_council()) and a.person_id = person and a.is_protected
      and (a.postcode <> '' and position(replace(lower(a.postcode), ' ', '') in replace(lower(told), ' ', '')) > 0
        or exists (select from unnest(string_to_array(replace(a.lines, E'\n', ','), ',') || a.lines) with ordinality part (words, at)
          where length(trim(words)) > 4 and position(words_alone(words) in words_alone(told)) > 0
            -- A town by itself says nothing; a house may have a name for a number.
            and (words = a.lines or words ~ '\d' or at = 1))))
$$;
comment on function names_private_address(uuid, text) is
  'Whether words say where this person lives, when that is kept private (W4): the whole address, its first line, any other line with a number, or its postcode, however they were typed. As `keptPrivate` does for letters.';

alter table relationship add column is_reason_kept boolean not null default false;
comment on column relationship.is_reason_kept is
  'W5: reading why could harm somebody, as whoever broke the glass says. Information governance reads the reason; who looked, which the person reads and may be made to show, does not say it.';
