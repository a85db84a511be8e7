-- How somebody likes to read their own page, and the pictures easy reading is drawn with.

create table own_reading (
  council_id integer not null,
  person_id uuid not null,
  text_size text not null default 'normal' check (text_size in ('normal', 'big', 'very-big')),
  is_easy_read boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (council_id, person_id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, changed_by) references account
);
comment on table own_reading is
  'How somebody likes their own page: how big its words are, and whether each idea has a picture beside it. No row: as it comes.';
create index own_reading_changed_by on own_reading (council_id, changed_by);
call keep_within_council('own_reading');
call keep_to_own('own_reading');

create table own_picture (
  council_id integer not null references council,
  name text not null check (name ~ '^[a-z][a-z-]{1,20}$'),
  picture bytea not null check (length(picture) between 1 and 200000),
  fingerprint text not null,
  alt text,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (council_id, name),
  foreign key (council_id, changed_by) references account
);
comment on table own_picture is
  'A council''s own picture in the place of one of ours, for easy reading: people here may know another set of pictures better.';
comment on column own_picture.picture is 'WebP, made again from what was brought: at most 400 pixels a side, and nothing else that was in the file.';
comment on column own_picture.fingerprint is 'Of the picture''s bytes: its address changes with it, so that a browser may keep it.';
create index own_picture_changed_by on own_picture (council_id, changed_by);
call keep_within_council('own_picture');
call keep_to_own('own_picture');
