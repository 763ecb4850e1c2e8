"""As long as others import from here: see `reader.library.marks.keeper`, which it may import."""

from reader.library.marks.keeper import MarkKeeper

__all__ = ["MarkKeeper"]
