-- The door answers as quickly whatever the planner knows of its tables: just after many pages were brought, it knows nothing.

create or replace function own_page_opens(page uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  -- Each row is asked for by its key, from within the one before: as one join it would be put in any order, all people against all.
  select coalesce((
    select (select a.disabled_at is null and (
        select coalesce((select kept.died_on from person kept where kept.council_id = p.council_id and kept.id = p.merged_into), p.died_on)
        from person p where p.council_id = a.council_id and p.id = a.person_id) is null
      from account a where a.council_id = o.council_id and a.id = o.account_id)
    from own_page o where o.council_id = (select current_council()) and o.id = page and o.ended_at is null), false)
$$;
