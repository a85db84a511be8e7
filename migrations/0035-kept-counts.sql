-- Counting a large council takes seconds, so a dear count is kept a quarter of an hour and shown with when it was counted.

create table kept_count (
  council_id integer not null,
  site_id uuid not null,
  as_of date not null,
  question text not null,
  counted_at timestamptz not null,
  took_ms integer not null check (took_ms >= 0),
  version integer not null default 1,
  result jsonb,
  primary key (council_id, site_id, as_of, question),
  foreign key (council_id, site_id) references site
);
comment on table kept_count is
  'What was counted about a site as at a day, and how long that took. A copy of what the record says: it may be deleted at any time, and is counted again. A page open to all cannot read it.';
comment on column kept_count.question is 'Which count, and everything it was asked of beside the day: another comparison is another question.';
comment on column kept_count.took_ms is 'How long counting took when last counted: decides whether the result is kept at all.';
comment on column kept_count.version is 'Goes up each time it is counted, so that whoever waited for somebody else''s count knows it is new.';
comment on column kept_count.result is 'Null while counting is cheap: then it is always counted afresh.';
create index kept_count_counted on kept_count (council_id, counted_at);
alter table kept_count enable row level security;
alter table kept_count force row level security;
create policy within_council on kept_count
  using (council_id = (select current_council()) and (select current_account()) <> '00000000-0000-0000-0000-000000000000');
