-- Customers: the organisations with a contract. Sites: installations of a platform that many customers use.
create table customers (
  id text primary key,
  name text not null,
  region text not null,
  identity_provider text,
  -- Where the customer's SAML metadata is published; its certificate is watched.
  metadata_url text,
  created_at timestamptz not null default now()
);

create table contacts (
  id bigint generated always as identity primary key,
  customer_id text not null references customers on delete cascade,
  role text not null check (role in ('dpo', 'rssi', 'incident_manager', 'authorized_representative', 'administrator')),
  name text not null,
  email text not null,
  phone text
);
create index on contacts (customer_id);

create table sites (
  id text primary key,
  name text not null,
  region text not null,
  -- Origins whose pages may belong to this site, as host patterns: board.example.com, *.example.com
  hosts text[] not null default '{}',
  is_enabled boolean not null default true,
  last_seen_at timestamptz,
  created_at timestamptz not null default now()
);

-- Which customer a page's host belongs to.
create table customer_hosts (
  site_id text not null references sites on delete cascade,
  pattern text not null,
  customer_id text not null references customers on delete cascade,
  primary key (site_id, pattern)
);

create table agents (
  id bigint generated always as identity primary key,
  email text not null unique,
  name text not null,
  locale text not null default 'en',
  time_zone text not null default 'Europe/Paris',
  -- 'security' opens sealed tickets; nothing else does.
  permissions text[] not null default '{}',
  created_at timestamptz not null default now(),
  deactivated_at timestamptz
);

create table sign_in_links (
  token_hash bytea primary key,
  agent_id bigint not null references agents on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sessions (
  token_hash bytea primary key,
  agent_id bigint not null references agents on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table api_keys (
  id bigint generated always as identity primary key,
  name text not null,
  key_hash bytea not null unique,
  permissions text[] not null default '{}',
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table tickets (
  id uuid primary key,
  key text not null unique,
  token_hash bytea not null,
  is_sealed boolean not null,
  is_sample boolean not null default false,
  site_id text not null references sites,
  customer_id text references customers,
  -- How the customer is known: 'host' (the page's origin) or 'hint' (the page said so).
  customer_source text,
  region text not null,
  locale text not null,
  symptom text not null,
  message text,
  can_work text not null,
  scope text not null,
  needed_by timestamptz,
  reporter jsonb not null,
  answers jsonb not null,
  page jsonb not null,
  environment jsonb not null,
  checks jsonb not null,
  breadcrumbs jsonb not null,
  suggestions jsonb not null,
  guide_path jsonb not null,
  state text not null,
  kind text not null,
  severity smallint not null,
  cause text not null,
  confidence real not null,
  team text not null,
  rule text not null,
  because text not null,
  -- The first automatic qualification, which stays visible when somebody corrects it.
  automatic jsonb not null,
  qualified_by bigint references agents,
  assignee_id bigint references agents,
  fix text,
  answer_by timestamptz not null,
  first_answered_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  is_read boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Folded words of everything that support searches by.
  search_words tsvector not null
);
create index on tickets (is_sealed, state, created_at desc);
create index on tickets (cause, created_at desc) where not is_sealed;
create index on tickets (customer_id, created_at desc);
create index on tickets using gin (search_words);

create table messages (
  id uuid primary key,
  ticket_id uuid not null references tickets on delete cascade,
  author text not null check (author in ('reporter', 'agent', 'system')),
  agent_id bigint references agents,
  is_internal boolean not null default false,
  body text not null,
  at timestamptz not null
);
create index on messages (ticket_id, at);

-- Who did what, when and why. Rows are only ever added.
create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  ticket_id uuid references tickets on delete cascade,
  detail jsonb not null default '{}'
);
create index on audit_entries (ticket_id, at);

-- Mail leaves in the same transaction as what it speaks of: a row here, then an SMTP conversation.
create table outbox (
  id bigint generated always as identity primary key,
  dedupe_key text not null unique,
  letter text not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  ticket_id uuid references tickets on delete cascade,
  is_sealed boolean not null default false,
  network text,
  run_at timestamptz not null,
  attempts smallint not null default 0,
  last_error text,
  sent_at timestamptz,
  gave_up_at timestamptz,
  created_at timestamptz not null
);
create index on outbox (run_at) where sent_at is null and gave_up_at is null;
create index on outbox (recipient, created_at desc);
create index on outbox (network, created_at desc);
create index on outbox (ticket_id);

create table secrets (
  name text primary key,
  value text not null
);

insert into customers (id, name, region) values ('example-group', 'Example Group', 'eu-fr');
insert into sites (id, name, region, hosts) values ('boards-eu', 'Board portal, Europe', 'eu-fr', '{}');
