-- A photograph on the page about somebody, only when they chose one.

create table about_photograph (
  council_id integer not null,
  person_id uuid not null,
  kept_file_id uuid not null,
  chosen_at timestamptz not null,
  chosen_by uuid not null,
  primary key (council_id, person_id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, kept_file_id) references kept_file on delete cascade,
  foreign key (council_id, chosen_by) references account
);
comment on table about_photograph is
  'The photograph somebody chose for the page about them. It is on that page alone; no row, no photograph. It goes with its file, at once.';
create index about_photograph_file on about_photograph (council_id, kept_file_id);
create index about_photograph_chosen_by on about_photograph (council_id, chosen_by);
call keep_within_council('about_photograph');
call keep_to_own('about_photograph');
