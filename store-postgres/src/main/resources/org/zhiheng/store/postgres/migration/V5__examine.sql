-- The job examine: what an index follows, imported goods tables, kept examinations, watches,
-- features of figures, answers.

-- Which transaction wrote the row last. An index that follows reads what lies below the oldest
-- transaction still running, so that nothing committed late is passed over.
alter table right_record add column changed_in xid8 not null default pg_current_xact_id();
create index right_record_changed on right_record (changed_in, id) where kind = 'mark';

create table goods_edition (
  digest      text not null primary key,
  name        text not null,
  imported_at timestamptz not null,
  by_name     text not null,
  groups      int not null,
  items       int not null,
  notes       int not null,
  kept_order  bigint not null                 -- the newest import has the highest
);
create sequence goods_edition_seq;
create index goods_edition_order on goods_edition (kept_order desc);

create table goods_file (
  digest  text not null references goods_edition,
  ordinal int  not null,
  name    text not null,
  content bytea not null,
  primary key (digest, ordinal)
);

create table examination (
  id           bigint generated always as identity primary key,
  organisation bigint not null,
  at           timestamptz not null,
  by_name      text not null,
  name         text not null,
  inquiry      text not null,
  basis        text not null,
  list_digest  text not null,
  found        text not null
);
create index examination_order on examination (organisation, id desc);
create trigger examination_append_only before update or delete or truncate on examination
  for each statement execute function refuse_change();

create table watch (
  id           bigint generated always as identity primary key,
  organisation bigint not null,
  by_name      text not null,
  since        timestamptz not null,
  name         text not null,
  classes      text not null,                -- '28 35'
  groups       text not null,                -- '2802'
  least        int  not null,
  ended_at     timestamptz
);
create index watch_order on watch (organisation, id desc);

create table watch_hit (
  watch_id   bigint not null references watch,
  right_id   bigint not null,
  at         timestamptz not null,
  found      text not null,
  state      text not null default 'open',
  note       text not null default '',
  decided_by text not null default '',
  decided_at timestamptz,
  primary key (watch_id, right_id)
);

create table figure (
  organisation bigint not null,
  right_id     bigint not null,
  picture      text   not null,
  version      text   not null,
  features     bytea  not null,
  primary key (organisation, right_id, picture)
);

create table answer (
  id           bigint generated always as identity primary key,
  organisation bigint not null,
  party_id     bigint not null,
  at           timestamptz not null,
  by_name      text not null,
  text         text not null
);
create index answer_party on answer (organisation, party_id, id);
create trigger answer_append_only before update or delete or truncate on answer
  for each statement execute function refuse_change();
