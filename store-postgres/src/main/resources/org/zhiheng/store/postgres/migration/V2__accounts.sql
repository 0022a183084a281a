-- Organisations, users, what is kept of their passwords and tokens, and answers to be repeated.

create table organisation (
  id         bigint generated always as identity primary key,
  name       text not null,
  created_at timestamptz not null
);

create table account (
  id           bigint generated always as identity primary key,
  organisation bigint not null references organisation,
  name         text   collate "C" not null unique,   -- folded
  display_name text   not null,
  role         text   not null,
  standing     text   not null,
  version      bigint not null default 1,
  created_at   timestamptz not null,
  password_hash   text not null,                     -- PHC string format
  password_use    text not null,
  password_set_at timestamptz not null
);
create index account_organisation on account (organisation, id);

-- outlives a restart; keyed by a folded name, or by one of 65,536 buckets of names nobody has
create table sign_in_tries (
  key     text collate "C" not null primary key,
  count   int  not null check (count > 0),
  last_at timestamptz not null
);

create table api_token (
  id            bigint generated always as identity primary key,
  account_id    bigint not null references account,
  secret_digest text collate "C" not null unique,    -- SHA-256 of 256 random bits
  label         text not null,
  opening       text not null,
  scopes        text not null,                       -- 'export read'
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  last_used_on  date
);
create index api_token_account on api_token (account_id, id);

create table account_identity (
  issuer     text collate "C" not null,
  subject    text collate "C" not null,
  account_id bigint not null references account,
  primary key (issuer, subject),
  unique (account_id, issuer)
);

-- answers to requests with an idempotency key; no status yet: it is being worked on
create table kept_answer (
  organisation bigint not null,
  who          text collate "C" not null,
  key          text collate "C" not null,
  request      text not null,
  at           timestamptz not null,
  status       int,
  location     text not null default '',
  etag         text not null default '',
  content_type text not null default '',
  body         text not null default '',
  primary key (organisation, who, key)
);
create index kept_answer_at on kept_answer (at);
