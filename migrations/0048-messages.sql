-- Messages: by e-mail, by text or on paper, at an hour that suits, and never a word that tells anything.

alter table outgoing_mail add column goes_by text not null default 'email' check (goes_by in ('email', 'text'));
alter table outgoing_mail add column not_before time;
alter table outgoing_mail add column not_after time;
alter table outgoing_mail add column not_days smallint[] not null default '{}';
alter table outgoing_mail add column sender text;
alter table outgoing_mail add column went_by text check (went_by in ('smtp', 'notify'));
alter table outgoing_mail add column asked_at timestamptz;
alter table outgoing_mail add column arrived_at timestamptz;
alter table outgoing_mail add check ((not_before is null) = (not_after is null));
comment on table outgoing_mail is 'Letters waiting to be sent by e-mail and texts, written in the transaction that they tell of, and those that were.';
comment on column outgoing_mail.goes_by is 'A text has no subject: its words are all of it.';
comment on column outgoing_mail.not_before is 'London time of day. What is tried again waits for their morning too; null goes at any hour.';
comment on column outgoing_mail.not_days is 'Days of the week, Monday 1 to Sunday 7, on which it waits.';
comment on column outgoing_mail.sender is 'The name it comes from, where the council''s own would tell too much.';
comment on column outgoing_mail.went_by is 'Our own mail server, or GOV.UK Notify, which alone can say whether it arrived.';
comment on column outgoing_mail.asked_at is 'When GOV.UK Notify was last asked whether it arrived.';
create index outgoing_mail_arriving on outgoing_mail (council_id, asked_at)
  where went_by = 'notify' and arrived_at is null and given_up_at is null;

create table message (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid,
  made_at timestamptz not null,
  how text not null check (how in ('text', 'email', 'letter', 'somebody', 'nobody')),
  why text not null default '',
  mail_id uuid,
  settled_at timestamptz,
  settled_by uuid,
  settled_how text check (settled_how in ('told', 'posted', 'not-now')),
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, account_id) references account,
  foreign key (council_id, mail_id) references outgoing_mail,
  foreign key (council_id, settled_by) references account,
  check ((mail_id is not null) = (how in ('text', 'email')))
);
comment on table message is 'That somebody was told there is something for them, once for all the news of a day, or that somebody must tell them. Never what it is.';
comment on column message.account_id is 'Set when it is for somebody the person shares with, and not for the person.';
comment on column message.how is 'somebody: one of us tells them in person, because a message would be in the wrong format, at the wrong hands or not wanted. nobody: they are not told.';
comment on column message.why is 'Which of the rules of how somebody is told decided it.';
comment on column message.settled_at is 'When one of us had told them, had posted it, or had let it be.';
create index message_person on message (council_id, person_id, made_at desc);
create index message_account on message (council_id, account_id) where account_id is not null;
create index message_mail on message (council_id, mail_id) where mail_id is not null;
create index message_settled_by on message (council_id, settled_by) where settled_by is not null;
create index message_open on message (council_id, person_id) where settled_at is null and how <> 'nobody';
call keep_within_council('message');
call keep_to_own('message');

create table news (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid,
  reference text not null,
  about text not null,
  thing_id uuid,
  made_at timestamptz not null,
  tell_from timestamptz not null,
  message_id uuid,
  primary key (council_id, id),
  unique (council_id, reference),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, account_id) references account,
  foreign key (council_id, message_id) references message
);
comment on table news is 'Something there is to tell somebody, until a message did.';
comment on column news.about is 'One of a closed list, people/messages/messages.ts; never in the words of the message.';
comment on column news.reference is 'What it is about: written twice, it is told once.';
comment on column news.thing_id is 'The line of their record it is about: held back meanwhile, nobody is told.';
create index news_person on news (council_id, person_id);
create index news_account on news (council_id, account_id) where account_id is not null;
create index news_message on news (council_id, message_id) where message_id is not null;
create index news_waits on news (council_id, tell_from) where message_id is null;
call keep_within_council('news');
call keep_to_own('news');
