"""The edition of the reading: which rules made a readout.

May import nothing. An index keeps the edition that it was read with and is read anew when it differs. Raise it whenever
the same post gives another readout than before; tests/readout/test_edition.py fails as long as that is forgotten.
"""

EDITION = 4
