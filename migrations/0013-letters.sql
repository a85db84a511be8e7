-- What the person must be given, and that it was: letters made from the record, with day, format and to whom.

alter table copy_sent drop constraint a_copy_of_one_thing;
alter table copy_sent add column of text not null default 'plan' check (of in
  ('needs-assessment', 'determination', 'plan', 'advice', 'financial-assessment', 'move-difference', 'told-beforehand'));
update copy_sent set of = case when plan_id is not null then 'plan' else 'determination' end;
alter table copy_sent alter column of drop default;
alter table copy_sent add column conversation_id uuid;
alter table copy_sent add column financial_assessment_id uuid;
alter table copy_sent add column move_id uuid;
alter table copy_sent add column is_to_person boolean not null default true;
alter table copy_sent add column how text not null default 'by-hand' check (how in ('by-hand', 'post', 'email', 'read-together'));
alter table copy_sent add column format_because text;
alter table copy_sent add foreign key (council_id, conversation_id) references conversation;
alter table copy_sent add foreign key (council_id, financial_assessment_id) references financial_assessment;
alter table copy_sent add foreign key (council_id, move_id) references move;
alter table copy_sent add constraint a_copy_of_one_thing
  check (num_nonnulls(plan_id, determination_id, conversation_id, financial_assessment_id, move_id) = 1);
comment on column copy_sent.of is 'What it is a copy of. Care Act 2014: needs-assessment s12(3), determination s13(2), plan s25(9), advice s13(5) and s24, financial-assessment s17(6), move-difference s37 and SI 2014/2825.';
comment on column copy_sent.is_to_person is 'False when it went to somebody else; refused until the person has theirs.';
comment on column copy_sent.format_because is 'Why it was not in the format that is theirs (Accessible Information Standard DAPB1605).';
create index copy_sent_person on copy_sent (council_id, person_id, sent_on desc);
create index copy_sent_conversation on copy_sent (council_id, conversation_id) where conversation_id is not null;
create index copy_sent_financial on copy_sent (council_id, financial_assessment_id) where financial_assessment_id is not null;
create index copy_sent_move on copy_sent (council_id, move_id) where move_id is not null;

create view letter with (security_invoker = true) as
  select c.council_id, c.person_id, 'told-beforehand' as of, c.id as thing_id, c.id as conversation_id, c.team_id,
    null::date as since_on,
    c.resting_on is null and not exists (select from fact f where f.council_id = c.council_id and f.conversation_id = c.id
      and f.is_current and f.kind = 'told-beforehand') as is_due
  from conversation c where c.kind = 3 and not c.is_made_up
  union all
  select c.council_id, c.person_id, 'needs-assessment', c.id, c.id, c.team_id, found.since_on, true
  from (
    -- Worked out before it is joined, so that a team's calendar need not ask it of each of its conversations.
    select known.council_id, known.person_id, known.conversation_id, max(known.since_on) as since_on from (
      select d.council_id, d.person_id, d.conversation_id, d.decided_on as since_on from determination d
      union all
      select f.council_id, f.person_id, f.conversation_id, f.happened_on from fact f
      where f.is_current and f.kind = 'needs-assessment-made') known
    group by known.council_id, known.person_id, known.conversation_id) found
  join conversation c on c.council_id = found.council_id and c.person_id = found.person_id and c.id = found.conversation_id
  union all
  select d.council_id, d.person_id, kinds.of, d.id, d.conversation_id, c.team_id, d.decided_on,
    not exists (select from determination later where later.council_id = d.council_id
      and later.conversation_id = d.conversation_id and (later.decided_on, later.id) > (d.decided_on, d.id))
  from determination d
  join conversation c on c.council_id = d.council_id and c.id = d.conversation_id
  cross join (values ('determination'), ('advice')) kinds (of)
  where kinds.of = 'determination' or d.written_advice is not null
  union all
  select p.council_id, p.person_id, 'plan', p.id, p.conversation_id, c.team_id,
    case when p.state <> 'being-written' then coalesce(p.agreed_on, p.starts_on) end, p.state = 'standing'
  from plan p join conversation c on c.council_id = p.council_id and c.id = p.conversation_id
  union all
  select a.council_id, a.person_id, 'financial-assessment', a.id, a.conversation_id, c.team_id, a.done_on, a.replaced_by is null
  from financial_assessment a join conversation c on c.council_id = a.council_id and c.id = a.conversation_id
  union all
  select m.council_id, m.person_id, 'move-difference', m.id, null, m.team_id, m.told_on,
    m.did_not_happen_on is null and m.difference_sent_on is null
  from move m where m.difference_words is not null;
comment on view letter is 'Everything that can be printed for somebody, by the thing it is made from. since_on: a copy from this day on is a copy of it as it stands (null where any counts, or where nothing stands yet). is_due: the law says they must have it.';

create view copy_owed with (security_invoker = true) as
  select l.council_id, l.person_id, l.of, l.thing_id, l.conversation_id, l.team_id, l.since_on
  from letter l
  where l.is_due and not exists (
    select from copy_sent s where s.council_id = l.council_id and s.person_id = l.person_id and s.is_to_person
      and (s.of = l.of or (l.of = 'advice' and s.of = 'determination'))
      and l.thing_id = coalesce(s.plan_id, s.determination_id, s.conversation_id, s.financial_assessment_id, s.move_id)
      and (l.since_on is null or s.sent_on >= l.since_on));
comment on view copy_owed is 'What the person must be given and has not been: the decision''s own letter carries its written advice.';
