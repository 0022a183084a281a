-- What is logged by itself waits here, written by the transaction that wrote the thing; evidence
-- may be erased, unless it is held; checkpoints are stamped and anchored.

create table log_due (
  id      bigint generated always as identity primary key,
  what    text   not null,            -- 'event', 'examination'
  subject bigint,                     -- the examination
  rights  bigint[],                   -- the events: right and fingerprint, place by place
  prints  uuid[]
);

create function events_are_due() returns trigger language plpgsql as $$
begin
  insert into log_due (what, rights, prints)
    select 'event', array_agg(right_id order by id), array_agg(fingerprint order by id)
    from (select id, right_id, fingerprint, (row_number() over (order by id) - 1) / 4096 as part
          from fresh) numbered
    group by part order by part;
  return null;
end $$;
create trigger event_due after insert on event
  referencing new table as fresh for each statement execute function events_are_due();

create function examinations_are_due() returns trigger language plpgsql as $$
begin
  insert into log_due (what, subject) select 'examination', id from fresh order by id;
  return null;
end $$;
create trigger examination_due after insert on examination
  referencing new table as fresh for each statement execute function examinations_are_due();

-- What was there before.
insert into log_due (what, rights, prints)
  select 'event', array_agg(right_id order by id), array_agg(fingerprint order by id)
  from (select id, right_id, fingerprint, (row_number() over (order by id) - 1) / 4096 as part
        from event) numbered
  group by part order by part;
insert into log_due (what, subject) select 'examination', id from examination order by id;

-- What is in an erased statement's place: the evidence that says so.
alter table evidence
  alter column statement drop not null,
  alter column salt drop not null,
  add column erased_by bigint references evidence (id);

-- The documents that a statement names, so that the last one to go is known.
create table evidence_file (
  evidence bigint not null references evidence (id),
  sha256   text   not null,
  primary key (evidence, sha256)
);
create index evidence_file_sha256 on evidence_file (sha256);

create table legal_hold (
  id           bigint generated always as identity primary key,
  organisation bigint not null,
  evidence     bigint not null references evidence (id),
  at           timestamptz not null,
  by_name      text not null,
  reason       text not null,
  lifted_at    timestamptz,
  lifted_by    text
);
create index legal_hold_evidence on legal_hold (evidence);

-- Where a leaf stands is said once; what opens it may be erased once, where nothing holds it.
create or replace function keep_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and (old.id, old.organisation, old.at, old.by_name, old.leaf)
       = (new.id, new.organisation, new.at, new.by_name, new.leaf)
     and old.right_id is not distinct from new.right_id then
    if old.log_index is null and new.log_index is not null
       and (old.title, old.statement, old.salt, old.erased_by)
         is not distinct from (new.title, new.statement, new.salt, new.erased_by) then
      return new;
    end if;
    if old.log_index is not distinct from new.log_index
       and old.erased_by is null and new.erased_by is not null
       and new.statement is null and new.salt is null and new.title = ''
       and not exists (select from legal_hold where evidence = old.id and lifted_at is null) then
      return new;
    end if;
  end if;
  raise exception 'evidence is only ever appended to' using errcode = 'restrict_violation';
end $$;

-- Tokens of time authorities over whole signed checkpoints, and what chains answered.
create table checkpoint_proof (
  id     bigint generated always as identity primary key,
  size   bigint not null,             -- of the log at the checkpoint
  note   text   not null,             -- the signed checkpoint
  what   text   not null,             -- 'time', 'chain'
  source text   not null,             -- the authority or the chain
  at     timestamptz not null,        -- when it was asked for, by this machine's clock
  bytes  bytea  not null
);
create index checkpoint_proof_size on checkpoint_proof (size, id);
