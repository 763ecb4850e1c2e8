"""The library under the name that others know. May import `index`."""

from reader.library.index import Library

__all__ = ["Library"]
