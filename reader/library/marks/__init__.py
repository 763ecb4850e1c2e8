"""What the reader did with posts, and what belongs to it: stars, notes, places, filters with names, drafts.

May import the library's model, `places`, `private`, `sqlite`. Modules: `keeper` (the marks of a collection, kept
whatever becomes of their file), `file` (the marks in a file or in memory), `fallback` (what takes the file's place),
`changes` (what can be done with marks), `rows` (which rows are sound), `mark` (what is kept of a post), `drafts`
(notes that are still being written).
"""
