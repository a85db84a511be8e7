-- Messages: by e-mail, by text or on paper, at an hour that suits, and never a word that tells anything.

alter table outgoing_mail add column goes_by text not null default 'email' check (goes_by in ('email', 'text'));
alter table outgoing_mail add column not_before time;
alter table outgoing_mail add column not_after time;
alter table outgoing_mail add column not_days smallint[] not null default '{}';
alter table outgoing_mail add column arrived_at timestamptz;
alter table outgoing_mail add column asked_at timestamptz;
alter table outgoing_mail add check ((not_before is null) = (not_after is null));
comment on table outgoing_mail is 'Letters waiting to be sent by e-mail and texts, written in the transaction that they tell of, and those that were.';
comment on column outgoing_mail.goes_by is 'A text has no subject: its words are all of it.';
comment on column outgoing_mail.not_before is 'London time of day. A letter to somebody''s home that is tried again waits for their morning too.';
comment on column outgoing_mail.not_days is 'Days of the week, Monday 1 to Sunday 7, on which it waits.';
comment on column outgoing_mail.arrived_at is 'When GOV.UK Notify said that it arrived; by our own mail server nobody can say.';
comment on column outgoing_mail.asked_at is 'When GOV.UK Notify was last asked whether it arrived.';
create index outgoing_mail_arriving on outgoing_mail (council_id, asked_at)
  where sent_at is not null and arrived_at is null and given_up_at is null;
