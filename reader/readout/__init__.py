"""One file -> one Readout. Pure: knows no folder, no database, no screen.

May import `text`. Rooms inside, in the order a post passes them: `post` (bytes to front matter and text),
`cleaning` (text to blocks), `credits` (what is not body), `structure`, `meeting`, `dates`, `officials`; `model` is
what comes out. This module joins them.
"""

from __future__ import annotations

from reader.readout.read import read_post

__all__ = ["read_post"]
