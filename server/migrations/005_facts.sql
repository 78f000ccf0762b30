-- What platforms say of their people and of themselves. A row past `until` is as good as missing.
create table facts (
  site_id text not null references sites on delete cascade,
  -- Null: the whole site.
  customer_id text references customers on delete cascade,
  -- A person's pseudonym. Null: everybody.
  subject text,
  check_id text not null,
  outcome text not null check (outcome in ('pass', 'warn', 'fail', 'unknown')),
  value jsonb,
  until timestamptz not null,
  stated_at timestamptz not null,
  unique nulls not distinct (site_id, subject, customer_id, check_id)
);
create index on facts (until);

-- Mailed codes that prove who somebody is: one at a time, gone once used.
create table identity_codes (
  site_id text not null references sites on delete cascade,
  -- Whose page asked; the code is good there only.
  customer_id text references customers on delete cascade,
  subject text not null,
  code_hash bytea not null,
  tries smallint not null default 0,
  expires_at timestamptz not null,
  unique nulls not distinct (site_id, subject, customer_id)
);
create index on identity_codes (expires_at);

-- How long the metadata took, and how often in a row they did not come at all.
alter table customer_certificates
  add column milliseconds integer,
  add column failures smallint not null default 0;

-- A key with a site is a platform's: it states facts there, for one customer if it names one.
alter table api_keys
  add column site_id text references sites on delete cascade,
  add column customer_id text references customers on delete cascade,
  add check (('facts' = any (permissions)) = (site_id is not null));
