"""Whatever is typed and whatever the posts are: nothing takes more than a bound of steps, which grows with the input.

The parts are made by the functions in `PARTS`, each in a folder of its own for as long as the target runs.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from hypothesis import strategies as st

from tests.fuzz import work_pairs, work_queries
from tests.fuzz.running import Result, Turn, examples
from tests.fuzz.steps import Part, Stuck

BATCH = 100
PARTS: tuple[Callable[[Path], AbstractContextManager[Sequence[Part]]], ...] = (work_queries.parts, work_pairs.parts)


def run(seconds: float, seed: int) -> Result:
    """Works until the time is over; tells of each part the greatest share of its bound that an example took."""
    worst: dict[str, float] = {}

    parts: dict[str, Part] = {}

    def check(example: tuple[str, object]) -> None:
        part, given = parts[example[0]], example[1]
        try:
            steps, bound = part.work(given)
        except Stuck:
            raise AssertionError(f"{part.name}: does not end") from None
        assert steps <= bound, f"{part.name}: {steps} steps, not {bound}"
        worst[part.name] = max(worst.get(part.name, 0.0), steps / bound)

    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="fuzz-work-")))
        for number, make in enumerate(PARTS):
            own = home / str(number)
            own.mkdir()
            parts |= {part.name: part for part in stack.enter_context(make(own))}
        drawn = st.sampled_from(list(parts)).flatmap(lambda name: st.tuples(st.just(name), parts[name].strategy))
        result = examples(Turn("work", seconds, seed), drawn, check, BATCH)
    return result._replace(note=", ".join(f"{name} {share:.0%}" for name, share in sorted(worst.items())))
