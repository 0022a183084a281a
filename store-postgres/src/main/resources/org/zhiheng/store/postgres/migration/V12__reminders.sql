-- A change of a rule is rare and may look through all rows; every row written paid for this index.
drop index docket_rule;
