"""Broken and hostile posts, each with the name of its fault: what a folder may hold at its worst."""
