-- The index of a collection. Bump SCHEMA in store.py with every change: an index of another schema is made anew.
-- Paths are bytes as the system has them; days are proleptic ordinals; NULL is what the text does not tell.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Every post that the walk found. state: 0 to be read, 1 read, 2 could not be read.
CREATE TABLE file (
  key INTEGER PRIMARY KEY,
  file BLOB NOT NULL UNIQUE,
  path BLOB NOT NULL,
  id TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  regular INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX file_to_read ON file (key) WHERE state = 0;
CREATE INDEX file_unread ON file (key) WHERE state = 2;

CREATE TABLE fault (
  key INTEGER NOT NULL,
  code TEXT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX fault_by_key ON fault (key);

-- Folders and files that the walk could not look at.
CREATE TABLE unlisted (path BLOB NOT NULL, reason TEXT NOT NULL);

-- A checksum of all files as they were when the last of them had been read: one row, or none.
CREATE TABLE listing (digest BLOB NOT NULL);

-- Every post that was read; place sorts it (see order.py), leader is the key of the version that is listed.
CREATE TABLE post (
  key INTEGER PRIMARY KEY,
  place INTEGER NOT NULL UNIQUE,
  leader INTEGER NOT NULL,
  digest BLOB NOT NULL,
  alike BLOB,
  event BLOB,
  alias BLOB,
  day INTEGER,
  moment REAL NOT NULL,
  delay INTEGER NOT NULL,
  is_meeting INTEGER NOT NULL,
  name TEXT NOT NULL,
  chair TEXT NOT NULL,
  convener TEXT,
  series TEXT,
  number INTEGER,
  length INTEGER NOT NULL
);
CREATE INDEX post_by_alike ON post (alike) WHERE alike IS NOT NULL;
CREATE INDEX post_by_event ON post (event) WHERE event IS NOT NULL;
CREATE INDEX post_by_leader ON post (leader) WHERE leader != key;
CREATE INDEX post_by_digest ON post (digest);
CREATE INDEX post_by_alias ON post (alias) WHERE alias IS NOT NULL;

-- forms: titles and body as searching sees them; readout: all that is known of the post.
CREATE TABLE content (key INTEGER PRIMARY KEY, forms BLOB NOT NULL, readout BLOB NOT NULL);

CREATE TABLE name (
  name INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL
);

-- What the meetings are called, with the forms in which the palette finds them.
CREATE TABLE title (
  text TEXT PRIMARY KEY,
  blind TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE person (
  key INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name INTEGER NOT NULL,
  role TEXT,
  acts TEXT NOT NULL,
  at_meeting INTEGER NOT NULL
);
CREATE INDEX person_by_key ON person (key);
CREATE INDEX person_by_name ON person (name);

CREATE TABLE phrase (key INTEGER NOT NULL, text TEXT NOT NULL, count INTEGER NOT NULL);
CREATE INDEX phrase_by_key ON phrase (key);

-- What a report repeats of the meetings before it, as JSON: [[paragraph, start, end], ...], and how many these are; the
-- same of those of its series (NULL: it has none). A row that is not there is still to be worked out; whatever changes
-- in an earlier meeting takes it away.
CREATE TABLE repeats (
  key INTEGER PRIMARY KEY,
  earlier INTEGER NOT NULL,
  passages TEXT NOT NULL,
  in_series INTEGER,
  series_passages TEXT
);
