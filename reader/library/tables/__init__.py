"""The index of a collection: one SQLite file in the user's cache folder. SQL stands here, in `files` and in `marks`.

May import `query`, `readout`, `records` and the library's model. Modules: `store` (opening, schema, rebuilding),
`order` (the number that sorts a post), `writing` (records in), `view` (answers out) with `search` (queries as SQL),
`rows`, `lookup`; `people`, `meetings`, `repeats` (what is asked across posts).
"""
