"""From the disk to records: which posts there are, and what the index keeps of each.

May import `readout`, `query`, `text` and the library's model. Modules: `scan` (the walk, and which posts are the
newest), `ids` (short names), `reading` (one file to one record; brings in the parsers), `worker` (the child process
that reads), `pool` (all of these, from the parent's side).
"""
