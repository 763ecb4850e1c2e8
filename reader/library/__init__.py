"""A folder of posts -> rows, answers, officials, problems. Nothing above this room knows where readouts come from.

May import `query`, `readout`, `text`. Rooms: `posts` (from the disk to records), `records` (what is kept of a post),
`tables` (the index). Beside them: `model` (what it answers with), `index` and `across` (the library itself)
with `connection` (its views of the index), `keeper` (its index for a sitting), `update` (one pass over the folders) with `plan`
and `files`, `sayings` (what was said before), `watch` (hearing of changes), `marking` and `marks` (what the reader did
with posts), `watch_list`, `places` (which paths to open, where the program's own folders are), `sqlite`.
Nothing is imported here, so that the start pays only for what it uses.
"""
