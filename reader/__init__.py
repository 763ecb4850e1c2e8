"""customs-reader: a terminal reader for readouts of meetings of China Customs."""

__version__ = "0.1.0"
