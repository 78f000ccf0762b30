-- Whether the reporter's address was proved by a mailed code when the report came in.
alter table tickets add column is_identity_proved boolean not null default false;
