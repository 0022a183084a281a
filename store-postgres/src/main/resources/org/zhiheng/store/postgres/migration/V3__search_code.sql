-- The codes of the search index that are pairs of characters: a single character is found by all
-- the codes it begins, so that it need not stand in the index itself.

create table search_code (
  code integer primary key
);

insert into search_code select distinct unnest(grams) from right_record;
