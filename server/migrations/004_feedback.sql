-- What readers said of an article. Nothing of the person but the address that they typed, which goes once they were told.
create table article_feedback (
  id uuid primary key,
  slug text not null,
  locale text not null,
  -- The hash of the article that was read, and the date that it bore; null when it was not the present one any more.
  version text not null,
  updated date,
  is_helpful boolean not null,
  reasons text[] not null default '{}',
  comment text,
  email text,
  at timestamptz not null,
  -- The version that mended it.
  fixed_in text,
  fixed_at timestamptz,
  is_sample boolean not null default false
);
create index on article_feedback (locale, slug, at desc);
create index on article_feedback (at);

-- Human checks that were spent, by their hash, until they expire by themselves.
create table spent_proofs (
  hash bytea primary key,
  expires_at timestamptz not null
);
create index on spent_proofs (expires_at);

-- What people sought, masked, and what came of it. Nothing says who.
create table searches (
  id uuid primary key,
  locale text not null,
  place text not null check (place in ('widget', 'help')),
  words text not null,
  -- The same words folded, to count by.
  term text not null,
  results smallint not null,
  opened text,
  is_solved boolean not null default false,
  has_ticket boolean not null default false,
  at timestamptz not null,
  is_sample boolean not null default false
);
create index on searches (at);
