-- The job prove: the head of the log, what our witness signed, evidence and where its leaf stands.

create table log_head (
  origin text not null primary key,
  note   text not null
);

create table witness_head (
  origin text   not null primary key,
  size   bigint not null,
  root   text   not null
);

create table evidence (
  id           bigint generated always as identity primary key,
  organisation bigint not null,
  at           timestamptz not null,
  by_name      text not null,
  right_id     bigint,
  title        text not null,
  statement    bytea not null,
  salt         bytea not null,
  leaf         bytea not null unique,
  log_index    bigint unique
);
create index evidence_order on evidence (organisation, id desc);
create index evidence_right on evidence (organisation, right_id, id desc) where right_id is not null;
create index evidence_waiting on evidence (id) where log_index is null;

-- Where a leaf stands is said once; nothing else of evidence ever changes here.
create function keep_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.log_index is null and new.log_index is not null
     and (old.id, old.organisation, old.at, old.by_name, old.title, old.statement, old.salt, old.leaf)
       = (new.id, new.organisation, new.at, new.by_name, new.title, new.statement, new.salt, new.leaf)
     and old.right_id is not distinct from new.right_id then
    return new;
  end if;
  raise exception 'evidence is only ever appended to' using errcode = 'restrict_violation';
end $$;
create trigger evidence_kept before update or delete on evidence
  for each row execute function keep_evidence();
create trigger evidence_whole before truncate on evidence
  for each statement execute function refuse_change();
