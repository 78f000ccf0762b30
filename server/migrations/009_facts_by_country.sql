-- What is said of everybody in one country stands beside what is said of another. A person has one number at a time.
alter table facts
  add column country text generated always as (case when subject is null then value ->> 'sms_country' end) stored,
  drop constraint facts_site_id_subject_customer_id_check_id_key,
  add unique nulls not distinct (site_id, subject, customer_id, check_id, country);
