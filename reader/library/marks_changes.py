"""As long as others import from here: see `reader.library.marks.changes`, which it may import."""

from reader.library.marks.changes import SetNote, SetPassage

__all__ = ["SetNote", "SetPassage"]
