"""A folder of posts -> rows, answers, officials, problems. Nothing above this room knows where readouts come from.

May import `query`, `readout`, `text`. Modules: `model` (the interface), `scan` (which posts there are), `reading` (one
file to one record; brings in the parsers, so only when reading begins), `folder` (the library that keeps all in
memory), `places` (which paths to open, where the program's own folders are). Nothing is imported here, so that the
start pays only for what it uses.
"""
