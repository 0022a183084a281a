-- The register: rights and their events, parties, import runs, the audit trail.
--
-- What is append-only is refused by trigger to be changed. The bulk tables carry no foreign keys:
-- a check per row would cost more than the row; one class writes them, in one transaction.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever appended to', tg_table_name using errcode = 'restrict_violation';
end $$;

create sequence right_id_seq;
create sequence event_id_seq;
create sequence party_id_seq;
create sequence import_id_seq;

-- what a list shows, finds and orders by; folded from the events, never the other way round
create table right_record (
  id           bigint not null primary key,
  organisation bigint not null,
  version      bigint not null,
  filed_on     date,
  noticed_on   date   not null,
  kind         text   not null,
  office       text   not null,
  stage        text   not null,
  title        text   not null,
  number       text   not null,
  holder       text   not null,
  region       text   not null,
  main_class   text   not null,
  classes      text   not null,              -- ' G06F3/0481 H04N7/173'
  numbers      text   not null,              -- one line each: office, type, key, text
  search_text  text   not null,              -- ' 一种 3d 打印机 …': runs apart by one space
  number_text  text   not null,              -- ' CN110007813A 110007813A'
  grams        integer[] not null,           -- see SearchText
  ref_ours     text   not null default '',
  ref_client   text   not null default '',
  ref_client_name text not null default ''
);
create index right_record_order on right_record (organisation, noticed_on desc, id desc);
create index right_record_grams on right_record using gin (grams)
  with (fastupdate = on, gin_pending_list_limit = 8192);

create table right_number (
  organisation bigint not null,
  key          text   collate "C" not null,
  right_id     bigint not null,
  spelling     text   collate "C" not null,   -- letters and digits, without the office
  primary key (organisation, key)
);
create index right_number_spelling on right_number (organisation, spelling);

create table source (
  id     bigint generated always as identity primary key,
  name   text not null,
  digest text not null,
  unique (name, digest)
);

create table event (
  id          bigint not null,
  right_id    bigint not null,
  legal_on    date   not null,
  recorded_at timestamptz not null,
  source_id   bigint not null,
  fingerprint uuid   not null,                -- of date and fact: the same is kept once
  position    text   not null,
  recorded_by text   not null,
  body        text   not null,
  primary key (right_id, fingerprint)
);
create trigger event_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();

create table party (
  id           bigint not null primary key,
  organisation bigint not null,
  credit_code  text   not null default '',
  country      text   not null default '',
  region       text   not null default '',
  into_id      bigint,
  rights       bigint not null default 0
) with (fillfactor = 80);
create index party_order on party (organisation, id);
create index party_into on party (into_id) where into_id is not null;

create table party_name (
  organisation bigint not null,
  name_key     text collate "C" not null,
  party_id     bigint not null,
  ordinal      int    not null,
  form         text   not null,
  text         text   not null,
  primary key (organisation, name_key)
);
create index party_name_party on party_name (party_id, ordinal);

create table party_event (
  id       bigint generated always as identity primary key,
  party_id bigint not null,
  at       timestamptz not null,
  what     text not null,
  other_id bigint,
  text     text not null,
  by_name  text not null
);
create index party_event_party on party_event (party_id, id);
create trigger party_event_append_only before update or delete or truncate on party_event
  for each statement execute function refuse_change();

create table right_party (
  party_id bigint not null,
  right_id bigint not null,
  primary key (party_id, right_id)
);

create table right_share (
  viewer   bigint not null,
  right_id bigint not null references right_record,
  primary key (viewer, right_id)
);

create table import_run (
  id           bigint not null primary key,
  organisation bigint not null,
  kind         text   not null,
  file_name    text   not null,
  file_digest  text   not null,
  file_bytes   bigint not null,
  by_name      text   not null,
  started_at   timestamptz not null,
  ended_at     timestamptz,
  state        text   not null,
  read_count      bigint not null default 0,
  taken_count     bigint not null default 0,
  refused_count   bigint not null default 0,
  unchanged_count bigint not null default 0,
  through      bigint not null default 0,
  problems     bigint not null default 0,
  failure      text   not null default ''
);
create index import_run_order on import_run (organisation, id desc);
create index import_run_file on import_run (organisation, kind, file_digest, id desc);

create table import_problem (
  run_id  bigint not null references import_run,
  ordinal bigint not null,
  code    text not null,
  path    text not null,
  given   text not null,
  reason  text not null,
  source  text not null,
  primary key (run_id, ordinal)
);

create table audit (
  number       bigint generated always as identity primary key,
  at           timestamptz not null,
  organisation bigint not null,
  who          text not null,
  action       text not null,
  subject      text not null,
  detail       text not null
);
create index audit_order on audit (organisation, number desc);
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();
