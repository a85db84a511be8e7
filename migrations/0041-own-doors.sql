-- More ways in to one's own page: a key kept in one's own telephone or computer, and a council's own sign-in for residents.

alter table council add column own_oidc_issuer text;
alter table council add column own_oidc_client_id text;
alter table council add constraint council_own_oidc check ((own_oidc_issuer is null) = (own_oidc_client_id is null));
comment on column council.own_oidc_issuer is 'The provider residents sign in with, where a council has one; never the staff''s settings.';

-- Two people may have one address: each has a code of their own, and one link stands for both until a number says whose.
drop index own_code_token;
create index own_code_token on own_code (council_id, token_hash) where spent_at is null;

create table own_key (
  council_id integer not null,
  id uuid not null,
  own_page_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  primary key (council_id, id),
  unique (council_id, credential_id),
  foreign key (council_id, own_page_id) references own_page
);
comment on table own_key is 'A passkey: a key that stays in somebody''s own telephone or computer, opened there by their face, finger or its own number.';
comment on column own_key.counter is 'How often the key says it was used. One that goes backwards has been copied, and is refused.';
comment on column own_key.name is 'What they call it, so that they know which to end.';
create index own_key_page on own_key (council_id, own_page_id) where ended_at is null;
call keep_within_council('own_key');
call keep_to_own('own_key');

create table own_challenge (
  council_id integer not null,
  id uuid not null,
  browser_hash bytea not null,
  account_id uuid,
  challenge text not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  spent_at timestamptz,
  primary key (council_id, id),
  foreign key (council_id, account_id) references account
);
comment on table own_challenge is 'What a key was asked to sign: once, by one browser, for ten minutes.';
comment on column own_challenge.account_id is 'Whose page the key is being made for; null when somebody is coming in.';
create index own_challenge_browser on own_challenge (council_id, browser_hash) where spent_at is null;
create index own_challenge_account on own_challenge (council_id, account_id) where account_id is not null;
create index own_challenge_ends on own_challenge (council_id, ends_at);
call keep_within_council('own_challenge');

create table own_identity (
  council_id integer not null,
  id uuid not null,
  own_page_id uuid not null,
  issuer text not null,
  subject text not null,
  bound_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  primary key (council_id, id),
  foreign key (council_id, own_page_id) references own_page
);
comment on table own_identity is 'That a council''s own sign-in opens this page: bound only by somebody inside it already, never by an e-mail address.';
comment on column own_identity.subject is 'The provider''s own unchanging name for them; it means nothing at another provider.';
create unique index own_identity_subject on own_identity (council_id, issuer, subject) where ended_at is null;
create unique index own_identity_page on own_identity (council_id, own_page_id, issuer) where ended_at is null;
create index own_identity_of on own_identity (council_id, own_page_id);
call keep_within_council('own_identity');
call keep_to_own('own_identity');
