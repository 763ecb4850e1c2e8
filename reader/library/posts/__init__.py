"""From the disk to records: which posts there are, and what the index keeps of each.

May import `readout`, `query`, `text` and the library's model. Modules: `scan` (the walk), `ids` (short names),
`heads` (which posts are the newest, before any is read), `reading` (one file to one record; brings in the parsers),
`worker` (the child process that reads), `child` and `pool` (one child and all of them, from the parent's side).
"""
