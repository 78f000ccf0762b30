-- The certificate that a customer's identity provider signs with, as its published metadata last showed it. During
-- a rollover there are two: this is the one that lasts longer.
create table customer_certificates (
  customer_id text primary key references customers on delete cascade,
  fingerprint text,
  not_after timestamptz,
  checked_at timestamptz not null,
  -- Why the last look found nothing; what an earlier one found stands beside it.
  error text
);
