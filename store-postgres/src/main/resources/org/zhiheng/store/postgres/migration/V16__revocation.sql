-- A second signature over a statement, by SM2; it goes with what opens the leaf.
alter table evidence add column second bytea;

-- The revocation of a statement is found by the commitment that it follows (bytes 68 to 99 of its leaf).
create index evidence_revocation on evidence (substring(leaf from 69 for 32))
  where get_byte(leaf, 2) * 256 + get_byte(leaf, 3) = 9;

-- Where a leaf stands is said once; what opens it may be erased once, where nothing holds it.
create or replace function keep_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and (old.id, old.organisation, old.at, old.by_name, old.leaf)
       = (new.id, new.organisation, new.at, new.by_name, new.leaf)
     and old.right_id is not distinct from new.right_id then
    if old.log_index is null and new.log_index is not null
       and (old.title, old.statement, old.salt, old.row_secret, old.second, old.erased_by)
         is not distinct from
           (new.title, new.statement, new.salt, new.row_secret, new.second, new.erased_by)
    then
      return new;
    end if;
    if old.log_index is not distinct from new.log_index
       and old.erased_by is null and new.erased_by is not null
       and new.title = '' and new.statement is null and new.salt is null
       and new.row_secret is null and new.second is null
       and not exists (select from legal_hold where evidence = old.id and lifted_at is null) then
      return new;
    end if;
  end if;
  raise exception 'evidence is only ever appended to' using errcode = 'restrict_violation';
end $$;
