-- W2: pressure is talked about again with the person alone, each year at the latest, for Today.

create view pressure_again with (security_invoker = true) as
  select w.council_id, w.id as sharing_id, w.person_id, w.name, w.ends_on, t.look_again_on
  from sharing_with w
  join lateral (select k.look_again_on from sharing_talk k
    where k.council_id = w.council_id and k.sharing_id = w.id and k.what <> 'stopped'
    order by k.talked_on desc, k.recorded_at desc limit 1) t on true
  where w.ended_at is null;
comment on view pressure_again is
  'When pressure is talked about again with a person alone, for each they share with and it was talked about before (W2). At somebody''s own page it is empty, because sharing_talk is.';
