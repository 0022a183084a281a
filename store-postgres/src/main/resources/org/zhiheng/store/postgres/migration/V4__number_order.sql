-- The order of lists beside each number, so that the newest of many numbers with one beginning are
-- found in the index alone. The right's row leads; one class writes both, in one transaction.

alter table right_number add column office text collate "C" not null default '';
alter table right_number add column noticed_on date;

update right_number n set office = split_part(n.key, ':', 1), noticed_on = r.noticed_on
from right_record r where r.id = n.right_id;

alter table right_number alter column office drop default;
alter table right_number alter column noticed_on set not null;

drop index right_number_spelling;
create index right_number_spelling on right_number (organisation, spelling)
  include (noticed_on, right_id, office);
