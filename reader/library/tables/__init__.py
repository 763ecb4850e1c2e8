"""The index of a collection: one SQLite file in the user's cache folder. The only room with SQL beside `marks`.

May import `query`, `readout`, `text`, and of `posts` what a record is. Modules: `store` (opening, schema,
rebuilding), `order` (the number that sorts a post), `codec` (readouts as bytes), `tokens` (what full-text search is
fed), `writing` and `versions` (records in), `search`, `rows`, `people` (answers out).
"""
