-- A change of a rule is rare and may look through all rows; every row written paid for this index.
drop index docket_rule;

-- Who is reminded of deadlines, what they were told, and the letters on their way.
create table reminder_recipient (
  organisation    bigint  not null,
  person          text    not null,
  mail            text    not null,
  language        text    not null,
  days            int[]   not null,
  others          boolean not null,
  away_from       date,
  away_until      date,
  delegate        text,
  escalation_days int,
  escalation_to   text,
  primary key (organisation, person),
  check ((away_from is null) = (delegate is null) and (away_from is null) = (away_until is null)),
  check ((escalation_days is null) = (escalation_to is null))
);

create table reminder_mark (
  organisation bigint not null,
  right_id     bigint not null,
  key          text collate "C" not null,
  person       text   not null,
  warn_by      date   not null,
  step         int    not null,
  at           timestamptz not null,
  primary key (organisation, right_id, key, person, warn_by, step)
);

create table reminder_letter (
  id           bigint generated always as identity primary key,
  organisation bigint not null,
  mail         text   not null,
  subject      text   not null,
  text         text   not null,
  made         timestamptz not null,
  tries        int    not null default 0,
  next_try     timestamptz,                   -- null: sent, or given up
  sent         timestamptz,
  failure      text   not null default ''
);
create index reminder_letter_next on reminder_letter (next_try) where next_try is not null;
create index reminder_letter_organisation on reminder_letter (organisation, id);

-- The change desk: requests to record something of rights, and which of them were let pass.
create table recordal (
  id            bigint generated always as identity primary key,
  organisation  bigint   not null,
  kind          text     not null,
  rights        bigint[] not null,
  filed_on      date     not null,
  from_name     text     not null,
  to_name       text     not null,
  from_country  text     not null,
  to_country    text     not null,
  signed        text[]   not null,
  consents      text[]   not null,
  agreement     boolean  not null,
  technology    text     not null,             -- '' where it does not leave the country
  export_number text     not null,
  verdict       text     not null,
  found         text     not null,             -- JSON
  replaces      bigint references recordal,
  by_name       text     not null,
  at            timestamptz not null
);
create index recordal_organisation on recordal (organisation, id);
create index recordal_replaces on recordal (replaces) where replaces is not null;
create trigger recordal_append_only before update or delete or truncate on recordal
  for each statement execute function refuse_change();

create table recordal_start (
  recordal bigint not null primary key references recordal,
  reason   text   not null,
  by_name  text   not null,
  at       timestamptz not null
);
create trigger recordal_start_append_only before update or delete or truncate on recordal_start
  for each statement execute function refuse_change();
