"""Short forms of the long runs of `make fuzz` over a folder that changes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.fuzz.library import LibraryMachine
from tests.fuzz.marks import MarksMachine
from tests.fuzz.rows import Foreign, check, foreign

_FEW = settings(
    max_examples=12,
    stateful_step_count=20,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


class TestLibrary(LibraryMachine.TestCase):  # type: ignore[misc]  # made when it is asked for
    """However a folder of posts changes, the reader lists what is in it."""

    settings = _FEW


class TestMarks(MarksMachine.TestCase):  # type: ignore[misc]  # as above
    """Whatever becomes of a post, its stars and notes are those that were given to it."""

    settings = _FEW


@settings(_FEW, max_examples=8)
@given(foreign())
def test_marks_that_the_program_never_wrote(others: Foreign) -> None:
    """Whatever stands in the marks file, the reader opens, and what it wrote itself is there."""
    check(others)
