-- Where the services of a site are probed: an origin. Null: nothing is known of the site, and nothing is claimed.
alter table sites add column probe_url text;

-- The present, as last measured. A row that is not refreshed is not believed.
create table service_states (
  site_id text not null references sites on delete cascade,
  service_id text not null,
  status text not null,
  since timestamptz not null,
  checked_at timestamptz not null,
  primary key (site_id, service_id)
);

-- Each time a service became something else. Rows are only ever added.
create table status_changes (
  id bigint generated always as identity primary key,
  site_id text not null references sites on delete cascade,
  service_id text not null,
  previous text not null,
  status text not null,
  at timestamptz not null
);
create index on status_changes (site_id, at desc);

-- How long a service was in a status on one day of its region. Time that nobody measured is in no row.
create table status_days (
  site_id text not null references sites on delete cascade,
  service_id text not null,
  day date not null,
  status text not null,
  seconds double precision not null,
  is_sample boolean not null default false,
  primary key (site_id, service_id, day, status)
);

-- Texts are objects with one text a language: {"en": "…", "fr": "…"}.
create table incidents (
  id bigint generated always as identity primary key,
  site_id text not null references sites on delete cascade,
  service_id text not null,
  title jsonb not null,
  started_at timestamptz not null,
  resolved_at timestamptz,
  is_sample boolean not null default false
);
create index on incidents (site_id, started_at desc);

create table incident_updates (
  id bigint generated always as identity primary key,
  incident_id bigint not null references incidents on delete cascade,
  at timestamptz not null,
  status text not null check (status in ('investigating', 'identified', 'monitoring', 'resolved')),
  body jsonb not null
);
create index on incident_updates (incident_id, at);
