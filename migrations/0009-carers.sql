-- Carers: what each is willing and able to do, said and dated, and the plans that lean on it (N5).

create table carer_statement (
  council_id integer not null,
  id uuid not null,
  carer_id uuid not null,
  for_person_id uuid not null,
  thing text not null,
  side text not null check (side in ('willing', 'able')),
  answer text not null check (answer in ('yes', 'no')),
  said_on date not null,
  words text not null default '',
  entry_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  replaced_by uuid,
  primary key (council_id, id),
  foreign key (council_id, carer_id) references person,
  foreign key (council_id, for_person_id) references person,
  foreign key (council_id, entry_id) references entry,
  foreign key (council_id, recorded_by) references account,
  foreign key (council_id, replaced_by) references carer_statement
);
comment on table carer_statement is 'N5, Care Act 2014 s10(5): willing and able are two dated statements about one particular thing. It is on the carer''s record; the other person''s plan sees only the thing, the answer and the day.';
comment on column carer_statement.words is 'In the carer''s own words; never shown on the other person''s record (W2).';
create unique index carer_statement_once on carer_statement (council_id, carer_id, for_person_id, lower(thing), side) where replaced_by is null;
create index carer_statement_entry on carer_statement (council_id, entry_id) where entry_id is not null;
create index carer_statement_replaced on carer_statement (council_id, replaced_by) where replaced_by is not null;
create index carer_statement_for on carer_statement (council_id, for_person_id) where replaced_by is null;
call keep_within_council('carer_statement');

alter table plan add column kind text not null default 'adult' check (kind in ('adult', 'carer'));
comment on column plan.kind is 'A carer''s support plan stands on the carer''s own record (Care Act 2014 s25(1)(b)).';

alter table plan_need add column carer_id uuid;
alter table plan_need add column carer_thing text;
alter table plan_need add foreign key (council_id, carer_id) references person;
alter table plan_need add check ((carer_id is null) = (carer_thing is null));
comment on column plan_need.carer_thing is 'N5: what the plan leans on this carer for; it holds only while they are willing and able.';
create index plan_need_carer on plan_need (council_id, carer_id) where carer_id is not null;

create view leaned_on with (security_invoker = true) as
  select p.council_id, p.person_id, p.id as plan_id, p.state, n.id as need_id, n.need, n.carer_id, n.carer_thing as thing
  from plan p join plan_need n on n.council_id = p.council_id and n.plan_id = p.id
  where n.carer_id is not null;
comment on view leaned_on is 'N5: the needs of plans that lean on a carer with a record of their own, and for what; read where the carer speaks, so that a change opens the plan again.';
