import type { Client } from "pg";

/**
 * Makes `count` tickets out of those that are there, spread over the last half year with what a ticket gathers: audit
 * entries, messages, mails. A tenth is open. Then looks after the tables as PostgreSQL does by itself in time.
 */
export async function fillTickets(database: Client, count: number): Promise<void> {
  await database.query(
    `insert into tickets
     select filled.*
     from generate_series(1, $1::int) n
     cross join lateral (select now() - n * interval '180 days' / $1) as past (at)
     join (select id, row_number() over () as place, count(*) over () as places from tickets) numbered
       on place = 1 + n % places
     join tickets t on t.id = numbered.id
     cross join lateral jsonb_populate_record(t, jsonb_build_object(
       'id', gen_random_uuid(),
       'key', upper(regexp_replace(lpad(to_hex(n), 6, '0'), '(...)(...)', '\\1-\\2')),
       'created_at', at, 'updated_at', at + interval '1 hour', 'answer_by', at + interval '4 hours',
       'state', case when n % 10 > 0 then 'closed' else (array['qualified', 'assigned', 'in_progress', 'waiting_customer'])[1 + n / 10 % 4] end,
       'assignee_id', case when n % 10 > 0 or n / 10 % 4 > 0 then (select min(id) from agents) end,
       'first_answered_at', case when n % 10 > 0 then at + interval '1 hour' end,
       'resolved_at', case when n % 10 > 0 then at + interval '1 day' end,
       'closed_at', case when n % 10 > 0 then at + interval '2 days' end,
       'fix', case when n % 30 > 10 then 'Loaded the new certificate' end,
       'is_read', n % 10 > 0)) as filled`,
    [count],
  );
  await database.query(
    `insert into audit_entries (at, actor, action, ticket_id, detail)
     select created_at, 'rule', 'qualified', id, jsonb_build_object('rule', rule, 'cause', cause) from tickets
     union all select updated_at, 'agent camille@example.com', 'moved', id, '{"from": "assigned", "to": "in_progress"}'
     from tickets where state <> 'qualified'`,
  );
  await database.query(
    `insert into messages (id, ticket_id, author, body, at)
     select gen_random_uuid(), id, 'agent', repeat('Please open it once more and tell us what you see. ', 4), updated_at
     from tickets where state <> 'qualified'`,
  );
  await database.query(
    `insert into outbox (dedupe_key, letter, recipient, subject, body_text, body_html, ticket_id, network, run_at, sent_at, created_at)
     select 'filled ' || t.id, 'receipt', 'person-' || t.key || '@example.com', subject, body_text, body_html, t.id, '192.0.2.1',
       t.created_at, t.created_at, t.created_at
     from tickets t, (select subject, body_text, body_html from outbox limit 1) mail`,
  );
  await database.query("vacuum (analyze)");
}
