-- What somebody wants to say about who they are. Asked so that we can see whether everybody is treated fairly; never at first contact.

create table equality_fact (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('ethnicity', 'religion', 'disability', 'sexual-orientation', 'gender', 'marital-status')),
  answers text[] not null default '{}',
  own_words text,
  said_by text not null check (said_by in ('themselves', 'somebody-for-them')),
  said_by_who text,
  said_on date not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, written_by) references account,
  constraint equality_fact_one_answer check (kind = 'disability' or cardinality(answers) < 2),
  constraint equality_fact_who check (said_by = 'themselves' or said_by_who is not null)
);
comment on table equality_fact is 'What a person wanted to say about who they are, one row each time it was said: the latest of a kind stands, the earlier are kept. A record found to be of the same person keeps its own, and both are read together.';
comment on column equality_fact.answers is 'Keys of the standard categories in people/equality/categories.ts, or rather-not-say. More than one only of disability. Empty: said in their own words only, or, with none, taken back.';
comment on column equality_fact.said_by_who is 'Who said it for them, and who that is to them.';
comment on column equality_fact.written_by is 'Null in an invented council''s made-up history.';
create index equality_fact_person on equality_fact (council_id, person_id, kind, said_on desc, written_at desc);
create index equality_fact_kind on equality_fact (council_id, kind, person_id);
call keep_within_council('equality_fact');
call keep_as_written('equality_fact');

create function ages_and_languages() returns table (person_id uuid, born_on date, languages text[])
language sql stable security definer rows 10000 set search_path = public, pg_temp as $$
  select p.id, p.born_on, p.languages
  from person p
  where p.council_id = (select current_council()) and (p.born_on is not null or p.languages <> '{}')
$$;
comment on function ages_and_languages() is
  'When people were born and what they speak, only ever to be counted. Security definer, so that a figure counts restricted people too and is the same whoever reads it; gives no names.';
