"""Whether the edition of the reading was raised when the reading changed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from reader.readout.data import entries
from reader.readout.edition import EDITION
from reader.readout.faults import PostError
from reader.readout.read import read_post
from tests.conftest import PROJECT, SAMPLES

KNOWN = (4, "d63245b34dc410c8")
"""The edition, and the fingerprint of its lists of words and of what it makes of the samples and the imitations."""


def test_a_changed_reading_is_a_new_edition() -> None:
    """After an update that reads posts otherwise than before, old indexes are made anew instead of being shown."""
    fingerprint = sha256()
    imitations = Path(__file__).parent / "imitations"
    for path in sorted((PROJECT / "reader" / "readout" / "data").glob("*.txt")):
        fingerprint.update(repr(entries(path.stem)).encode())
    for path in sorted([*SAMPLES.iterdir(), *imitations.iterdir()]):
        try:
            fingerprint.update(repr(read_post(path.read_bytes(), suffix=path.suffix)).encode())
        except PostError as error:
            fingerprint.update(str(error).encode())
    assert (EDITION, fingerprint.hexdigest()[:16]) == KNOWN, (
        "the reading has changed: raise EDITION in reader/readout/edition.py, and write it and the fingerprint here"
    )
