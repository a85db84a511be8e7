-- A piece of a story is a file that is kept: files came after stories, so the two are joined here.

alter table story_piece add foreign key (council_id, kept_file_id) references kept_file;
