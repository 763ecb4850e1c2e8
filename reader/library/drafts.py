"""As long as others import from here: see `reader.library.marks.drafts`, which it may import."""

from reader.library.marks.drafts import Draft, NoteChange, begin, left_behind, with_note

__all__ = ["Draft", "NoteChange", "begin", "left_behind", "with_note"]
