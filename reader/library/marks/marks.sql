-- What the reader did with posts. Bump SCHEMA in file.py with every change and add the step from the schema
-- before; a copy of the file is kept before any step is taken.

CREATE TABLE mark (
  digest BLOB PRIMARY KEY,           -- of the post's bytes
  alias BLOB,                        -- of publication and title: finds a post again whose text was edited
  read INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  paragraph INTEGER,                 -- where the reading stopped: body paragraph and character
  character INTEGER,
  passages TEXT NOT NULL DEFAULT ''  -- notes on passages as JSON: [[paragraph, start, end, words, note], ...]
);
CREATE INDEX mark_by_alias ON mark (alias) WHERE alias IS NOT NULL;

-- What was last looked for in a collection.
CREATE TABLE last_query (collection TEXT PRIMARY KEY, query TEXT NOT NULL);

-- Filters that the reader gave names.
CREATE TABLE saved_filter (name TEXT PRIMARY KEY, query TEXT NOT NULL);

-- What was last chosen by a key.
CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL);
