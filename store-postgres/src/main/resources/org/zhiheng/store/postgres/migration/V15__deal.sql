-- Deals as kept: versions of a draft, the issue of one of them, and reports on what was issued. Only
-- ever appended to; a report is due to be logged from its commit on.

create table deal_version (
  organisation bigint not null,
  name         text   collate "C" not null,
  version      bigint not null check (version > 0),
  deal         text   not null,       -- JSON, with everything that stood in files beside it
  assume       text   not null,
  by_name      text   not null,
  at           timestamptz not null,
  primary key (organisation, name, version)
);

create table deal_issue (
  organisation bigint not null,
  name         text   collate "C" not null,
  version      bigint not null,
  issued_on    date   not null,
  pool         text   not null,       -- what the gate said of its pool
  reason       text   not null,       -- why what was not shown might pass
  by_name      text   not null,
  at           timestamptz not null,
  primary key (organisation, name),
  foreign key (organisation, name, version) references deal_version
);

create table deal_report (
  id           bigint generated always as identity primary key,
  organisation bigint not null,
  name         text   collate "C" not null,
  period       int    not null check (period > 0),
  until        date   not null,
  known        text   not null,
  collected    text   not null,
  body         text   not null,
  by_name      text   not null,
  at           timestamptz not null,
  unique (organisation, name, period),
  foreign key (organisation, name) references deal_issue
);

create function deals_are_due() returns trigger language plpgsql as $$
begin
  insert into log_due (what, subject) select 'deal-report', id from fresh order by id;
  return null;
end $$;
create trigger deal_report_due after insert on deal_report
  referencing new table as fresh for each statement execute function deals_are_due();

create trigger deal_version_kept before update or delete or truncate on deal_version
  for each statement execute function refuse_change();
create trigger deal_issue_kept before update or delete or truncate on deal_issue
  for each statement execute function refuse_change();
create trigger deal_report_kept before update or delete or truncate on deal_report
  for each statement execute function refuse_change();
