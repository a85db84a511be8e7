-- Somebody a person shares with sees no row of any table: not only of those about people, which keep_to_own keeps.

create procedure keep_from_others(relation regclass, but text default 'false') language plpgsql as $$
begin
  execute format($q$create policy own_only on %s as restrictive to alongside_app using (
    (select is_for_staff()) is not null or (select current_own()) <> '00000000-0000-0000-0000-000000000000' or (%s))$q$, relation, but);
end $$;
comment on procedure keep_from_others(regclass, text) is
  'For a table that is about nobody in particular: staff read it, and people at their own page; whoever a person shares with meets only rows of which `but` is true.';

call keep_from_others('account', 'id = (select current_account())');
call keep_from_others('membership', 'account_id = (select current_account())');
call keep_from_others('session', 'account_id = (select current_account())');
call keep_from_others('submission', 'account_id = (select current_account())');
call keep_from_others('team', 'id = any ((select current_teams())::uuid[])');

do $$
declare
  kept regclass;
begin
  for kept in select c.oid::regclass from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      -- Their council's name, and where its public directory is read from.
      and c.relname not in ('council', 'feed')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_only') order by c.relname
  loop
    call keep_from_others(kept);
  end loop;
end $$;
