-- What may be said at any moment: who said it, whether it is still right, and who may decide for somebody.

alter table fact add column said_by text not null default '';
comment on column fact.said_by is 'Who said it, as people say it: Wilf, his niece Carol, me. Empty on facts from before this was kept.';
create index fact_kind on fact (council_id, kind, happened_on) where is_current;
comment on index fact_kind is 'For the calendar: what was asked for, offered or begun, whoever about.';

create table fact_said_again (
  council_id integer not null,
  id uuid not null,
  fact_id uuid not null,
  person_id uuid not null,
  said_on date not null,
  said_by text not null,
  recorded_by uuid not null,
  primary key (council_id, id),
  foreign key (council_id, fact_id) references fact,
  foreign key (council_id, person_id) references person,
  foreign key (council_id, recorded_by) references account
);
comment on table fact_said_again is 'R2: what was said before, offered back and still right. A correction is another fact that replaces it.';
create index fact_said_again_fact on fact_said_again (council_id, fact_id, said_on desc);
create index fact_said_again_person on fact_said_again (council_id, person_id);
call keep_within_council('fact_said_again');

create table deciding_for (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  authority text not null check (authority in
    ('lasting-power-health', 'lasting-power-money', 'enduring-power', 'deputy-health', 'deputy-money', 'appointee', 'advance-decision')),
  scope text not null,
  seen_on date,
  from_on date,
  until_on date,
  recorded_by uuid not null,
  recorded_on date not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, recorded_by) references account
);
comment on table deciding_for is 'N4: attorneys, deputies and others who may decide for somebody, and exactly what (Mental Capacity Act 2005 ss9-20, s24). A decision about capacity itself is a fact.';
comment on column deciding_for.seen_on is 'The day somebody here saw the document; null while nobody has.';
create index deciding_for_person on deciding_for (council_id, person_id);
call keep_within_council('deciding_for');

create view decision_about_needs with (security_invoker = true) as
  select council_id, person_id, conversation_id, kind, is_eligible, decided_on from determination;
comment on view decision_about_needs is 'N1: the days on which a needs assessment was complete with a decision, for what answers “am I entitled?”.';
