-- What rules said “not yet” to, and what happened next.

alter table refused_attempt add column route text;
comment on column refused_attempt.route is 'The door it was tried at, so that what happened next at the same door can be found in who looked; null for attempts from before this was kept.';
create index audit_written on audit_entry (council_id, person_id, route, at) where act = 'write';
comment on index audit_written is 'For what happened after a rule said “not yet”: the next time the same was done for the same person.';
