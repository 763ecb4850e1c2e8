"""What is told of a post that cannot be read."""

from __future__ import annotations

from reader.readout.faults import Fault, FaultCode, PostError


def test_an_error_says_what_is_wrong() -> None:
    """A post that cannot be read is named with its fault."""
    assert str(PostError(Fault(FaultCode.EMPTY))) == "empty"
    assert str(PostError(Fault(FaultCode.DATE, "昨天"))) == "date: 昨天"
