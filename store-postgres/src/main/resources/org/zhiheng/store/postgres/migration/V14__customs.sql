-- The customs duty desk: recordals, of each number the newest row counts; notices and their steps.
create table customs_recordal (
  id                 bigint generated always as identity primary key,
  organisation       bigint not null,
  number             text   collate "C" not null,
  right_id           bigint not null,
  first_day          date   not null,
  last_day           date   not null,
  goods              text   not null,
  sellers            text[] not null,
  guarantee_number   text   not null,          -- '' without a general guarantee
  guarantee_minor    bigint not null,
  guarantee_currency text   not null,
  guarantee_until    date,
  by_name            text   not null,
  at                 timestamptz not null,
  check ((guarantee_number = '') = (guarantee_until is null))
);
create index customs_recordal_number on customs_recordal (organisation, number, id);
create index customs_recordal_right on customs_recordal (organisation, right_id);
create trigger customs_recordal_append_only before update or delete or truncate on customs_recordal
  for each statement execute function refuse_change();

create table customs_notice (
  id             bigint generated always as identity primary key,
  organisation   bigint not null,
  right_id       bigint not null,
  day            date   not null,
  port           text   not null,
  goods          text   not null,
  shipper        text   not null,
  quantity       text   not null,
  worth_minor    bigint not null,
  worth_currency text   not null,              -- '' where the notice does not say it
  by_name        text   not null,
  at             timestamptz not null
);
create index customs_notice_organisation on customs_notice (organisation, id);
create trigger customs_notice_append_only before update or delete or truncate on customs_notice
  for each statement execute function refuse_change();

create table customs_step (
  id       bigint generated always as identity primary key,
  notice   bigint not null references customs_notice,
  what     text   not null,
  day      date   not null,
  minor    bigint not null,
  currency text   not null,                    -- '' where it is of no amount
  text     text   not null,
  by_name  text   not null,
  at       timestamptz not null
);
create index customs_step_notice on customs_step (notice, id);
create unique index customs_step_proposed on customs_step (notice) where what = 'propose';
create unique index customs_step_ended on customs_step (notice) where what in ('sign', 'decline');
create unique index customs_step_detained on customs_step (notice) where what = 'detained';
create trigger customs_step_append_only before update or delete or truncate on customs_step
  for each statement execute function refuse_change();
