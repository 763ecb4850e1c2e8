"""The views across meetings as screens: each lies over the reading screen, and its rows open the passage they stand on.

May import Textual, `views`, `analysis` and this room's widgets; `view` is the base of all. Nothing is imported here.
"""
