"""The parts of the main screen, one small object each: it obeys the commands that name it, and keeps its own state.

May import Textual and this room. A part is given the desk, and knows no other part; it is imported with the first key
that wants it, but for `following`, `placing`, `moving` and `outline`, which are there from the start.
"""
