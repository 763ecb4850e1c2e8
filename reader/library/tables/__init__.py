"""The index of a collection: one SQLite file in the user's cache folder. SQL stands here, in `files` and in `marks`.

May import `query`, `readout`, `records` and the library's model. Modules: `store` (opening, schema, rebuilding),
`order` (the number that sorts a post), `writing` and `versions` (records in), `view` (all answers out) with
`statement` and `search` (queries as SQL), `rows`, `people`.
"""
