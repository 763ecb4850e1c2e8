"""What the reader typed -> Query, and where it matches. The same for the filter bar and the command line.

May import `readout` and `text`. `parse` and the words of a query are here; `match` looks into readouts and is imported
where that is done.
"""

from __future__ import annotations

from reader.query.model import Hit, Query, QueryError, QueryErrorCode
from reader.query.parse import parse

__all__ = ["Hit", "Query", "QueryError", "QueryErrorCode", "parse"]
