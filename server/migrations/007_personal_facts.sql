-- Whether anything is said of people on a customer's pages is asked each time help opens there.
create index on facts (site_id, customer_id, subject) where subject is not null;
