"""One file -> one Readout. Pure: knows no folder, no database, no screen.

May import `text`. A post passes `cleaning` (from bytes to what belongs to the text) and `grammar` (from the text to
what it says); `read` joins them. `model` is what comes out, with `people`, `evidence` and `faults`; `figure` is what is
found only when asked for. `data` reads the lists. Nothing is imported
here, so that the model can be had without the parsers.
"""
