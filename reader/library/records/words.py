"""The searched forms of a post's titles and body, as they are kept in the index.

May import `sqlite` for its error. The forms are those with a barrier for every clause mark, so that the form
without barriers can be made of them; paragraphs, and the two titles, are parted by newlines.
"""

from __future__ import annotations

import zlib

from reader.library.sqlite import NotOurs

_TITLES_END = "\x1e"
"""Parts titles and body. No cleaned text holds it."""


def pack_words(titles: str, body: str) -> bytes:
    """The forms as compressed bytes."""
    return zlib.compress(f"{titles}{_TITLES_END}{body}".encode("utf-8", "surrogatepass"), 4)


def unpack_words(data: bytes) -> tuple[str, str]:
    """The forms of titles and body. Raises NotOurs for bytes that `pack_words` did not make."""
    try:
        titles, _, body = zlib.decompress(data).decode("utf-8", "surrogatepass").partition(_TITLES_END)
    except (zlib.error, UnicodeError) as error:
        raise NotOurs("not a packed text") from error
    return titles, body
