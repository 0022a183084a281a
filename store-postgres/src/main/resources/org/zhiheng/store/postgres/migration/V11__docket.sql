-- The docket: what the events of rights come to by the rules of time, kept for lists; what people
-- said of deadlines; which rights must be counted anew.

create table docket_note (
  id           bigint generated always as identity primary key,
  organisation bigint not null,
  right_id     bigint not null,
  key          text collate "C" not null,
  what         text not null,                -- 'close', 'reopen', 'assign'
  text         text not null,
  by_name      text not null,
  at           timestamptz not null
);
create index docket_note_right on docket_note (right_id, id);
create trigger docket_note_append_only before update or delete or truncate on docket_note
  for each statement execute function refuse_change();

-- Rows follow from events, notes and rules; they may be thrown away and counted anew.
create table docket_deadline (
  right_id     bigint not null,
  key          text collate "C" not null,
  organisation bigint not null,
  rule         text not null,
  kind         text not null,
  who          text not null,
  event_on     date not null,
  due          date,
  warn_by      date not null,
  latest       date not null,
  status       text not null,
  state        text not null,
  done_on      date,
  before_record boolean not null,
  parent       text not null,
  patent_year  int  not null,                 -- 0 where there is none
  assigned     text not null,
  primary key (right_id, key)
);
create index docket_running on docket_deadline (organisation, warn_by, right_id, key)
  where state = 'running';
create index docket_missed on docket_deadline (organisation, latest, right_id, key)
  where state = 'missed' and not before_record;
create index docket_rule on docket_deadline (rule);

create table docket_unanswered (
  right_id     bigint not null,
  organisation bigint not null,
  rule         text not null,
  event_on     date not null,
  code         text not null,
  given        text not null,
  reason       text not null
);
create index docket_unanswered_right on docket_unanswered (right_id);

-- When a right must be looked at again although nothing happened to it.
create table docket_right (
  right_id bigint not null primary key,
  again_on date not null
);
create index docket_right_again on docket_right (again_on);

create table docket_changed (
  right_id bigint not null primary key
);

-- The rules that the rows were counted by.
create table docket_law (
  rule   text not null primary key,
  digest text not null
);

create function docket_changes() returns trigger language plpgsql as $$
begin
  insert into docket_changed select distinct right_id from fresh on conflict do nothing;
  return null;
end $$;
create trigger event_docket after insert on event
  referencing new table as fresh for each statement execute function docket_changes();
create trigger docket_note_docket after insert on docket_note
  referencing new table as fresh for each statement execute function docket_changes();

insert into docket_changed select id from right_record;
