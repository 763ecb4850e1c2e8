"""As long as others import from here: see `reader.library.marks.mark`, which it may import."""

from reader.library.marks.mark import Identity, Mark, PassageNote

__all__ = ["Identity", "Mark", "PassageNote"]
