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
alter table copy_sent add foreign key (council_id, conversation_id) references conversation;
alter table copy_sent add foreign key (council_id, financial_assessment_id) references financial_assessment;
alter table copy_sent add foreign key (council_id, move_id) references move;
alter table copy_sent add constraint a_copy_of_one_thing
  check (num_nonnulls(plan_id, determination_id, conversation_id, financial_assessment_id, move_id) = 1);
comment on column copy_sent.of is 'What it is a copy of. Care Act 2014: needs-assessment s12(3), determination s13(2), plan s25(9), advice s13(5) and s24, financial-assessment s17(6), move-difference s37 and SI 2014/2825.';
comment on column copy_sent.is_to_person is 'False when it went to somebody else; refused until the person has theirs.';
create index copy_sent_person on copy_sent (council_id, person_id, sent_on desc);
create index copy_sent_conversation on copy_sent (council_id, conversation_id) where conversation_id is not null;
create index copy_sent_financial on copy_sent (council_id, financial_assessment_id) where financial_assessment_id is not null;
create index copy_sent_move on copy_sent (council_id, move_id) where move_id is not null;
