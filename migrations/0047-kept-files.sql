-- Pictures, sound and film people give: made safe before they are kept, and kept in the database with all else about them.

create table kept_file (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('picture', 'sound', 'film')),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'audio/mpeg', 'audio/mp4', 'audio/wav',
    'audio/ogg', 'audio/webm', 'video/mp4', 'video/webm')),
  size integer not null check (size > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, made_by) references account
);
comment on table kept_file is
  'A picture, sound or film somebody gave, made again so that nothing hidden in what was given is kept. Neither the original nor its name is.';
comment on column kept_file.media_type is 'What we made it to be. It is served as this and nothing else, whatever the giver called it.';
comment on column kept_file.size is 'In bytes, all parts together.';
create index kept_file_person on kept_file (council_id, person_id);
create index kept_file_made_by on kept_file (council_id, made_by);
call keep_within_council('kept_file');
call keep_to_own('kept_file');

create table kept_file_part (
  council_id integer not null,
  kept_file_id uuid not null,
  n integer not null check (n >= 0),
  held bytea not null check (octet_length(held) between 1 and 1048576),
  primary key (council_id, kept_file_id, n),
  foreign key (council_id, kept_file_id) references kept_file on delete cascade
);
comment on table kept_file_part is
  'The bytes of a kept file, 1,048,576 to a part but for the last: a film is read and sent a part at a time, from where the listener is.';
alter table kept_file_part alter column held set storage external;
call keep_within_council('kept_file_part');
call keep_to_own('kept_file_part');

create table story_poster (
  council_id integer not null,
  id uuid not null,
  story_id uuid not null,
  part text not null,
  chosen_at timestamptz not null,
  chosen_by uuid not null,
  told text not null check (told in ('themselves', 'together', 'phone', 'paper')),
  ended_at timestamptz,
  ended_by uuid,
  primary key (council_id, id),
  foreign key (council_id, story_id) references story,
  foreign key (council_id, chosen_by) references account,
  foreign key (council_id, ended_by) references account,
  check ((ended_at is null) = (ended_by is null))
);
comment on table story_poster is
  'That a story''s teller wants it on a poster, and which words of it: a poster shows these while they stand in what everybody may see, and is not to be had otherwise.';
comment on column story_poster.part is 'The very words, out of what they said yes to; empty for all of them.';
create unique index story_poster_of on story_poster (council_id, story_id) where ended_at is null;
create index story_poster_story on story_poster (council_id, story_id);
create index story_poster_chosen_by on story_poster (council_id, chosen_by);
create index story_poster_ended_by on story_poster (council_id, ended_by) where ended_by is not null;
call keep_within_council('story_poster');
call keep_to_own('story_poster');
