"""A folder of posts -> rows, answers, officials, problems. Nothing above this room knows where readouts come from.

May import `query`, `readout`, `text`. Rooms: `posts` (from the disk to records), `records` (what is kept of a post),
`tables` (the index), `marks` (what the reader did with posts). Beside them: `model` (what the library answers with),
`index` and `across` (the library itself), `connection` (its views of the index), `keeper` (which keeps the index up to
date), `update` (one pass over the folders) with `files`, `rules` (by which posts are read), `repeats_worker` (what was
said before), `watch` (hearing of changes), `watch_list`, `places` (which paths to open, where the program's own
folders are), `private`, `sqlite`. Nothing is imported here, so that the start pays only for what it uses.
"""
