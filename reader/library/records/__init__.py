"""What the index keeps of one post, in plain values and bytes.

May import `readout.model` and `text`. Modules: `record` (the values), `codec` (a readout and the searched forms as
bytes), `tokens` (what full-text search is fed). The rooms `posts` and `tables` meet here and nowhere else.
"""
