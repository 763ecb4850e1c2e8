"""One file -> one Readout. Pure: knows no folder, no database, no screen.

May import `text`. Modules in the order a post passes them: `post` (bytes to front matter and text), `cleaning` (text
to blocks), `credits` (what is not body), `structure`, `meeting`, `dates`, `officials`; `read` joins them, `model` is
what comes out. Nothing is imported here, so that the model can be had without the parsers.
"""
