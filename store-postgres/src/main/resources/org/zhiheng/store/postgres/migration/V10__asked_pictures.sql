-- Which pictures an organisation deposited to ask about them: a picture is shown to those who
-- deposited it, not to everybody who knows its digest.

create table asked_picture (
  organisation bigint not null,
  picture      text   not null,         -- SHA-256 in hexadecimal digits
  primary key (organisation, picture)
);

insert into asked_picture (organisation, picture)
select distinct organisation, inquiry::jsonb ->> 'figure' from examination
where inquiry::jsonb ->> 'figure' <> '';

create index figure_picture on figure (organisation, picture);
