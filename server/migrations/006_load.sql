-- Reports come in hundreds a second in an outage, and the desk has tens of thousands of tickets.

-- The queue in the order in which it is worked through, and all that its views and counts ask of an open ticket.
create index tickets_open on tickets
  ((state like 'waiting%'), (first_answered_at is not null), answer_by, created_at, id)
  include (is_sealed, assignee_id, region, team)
  where state not in ('resolved', 'closed', 'cancelled');
create index tickets_over on tickets (updated_at desc, id) include (is_sealed, region, team)
  where state in ('resolved', 'closed', 'cancelled');
drop index tickets_is_sealed_state_created_at_idx;

-- Who else has the same trouble just now.
create index tickets_similar on tickets (cause, region, created_at desc) where not is_sealed;

-- What was not yet sorted into the index of words is sorted in by whoever fills this list: the longer, the later an answer.
alter index tickets_search_words_idx set (gin_pending_list_limit = 256);
