"""The views across meetings over an indexed folder: how long each takes to its first screen, and the comparing of all.

A row of `VIEWS` names the view's module: a view that is not there is not measured. `python -m tests.benchmarks.across
FOLDER INDEX MARKS` works out what was said before, in a process of its own, and tells seconds and megabytes.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader.library.index import Library
from reader.library.model import ListedMeeting
from tests.benchmarks.table import Figure

SAMPLE = 40
"""So many meetings, spread over all years, are shown or compared."""
RUNS = 5
WORD = "海关"
"""A word that most meetings hold."""
SCREEN = 60
"""Lines of a tall terminal."""


class Scene(NamedTuple):
    """An indexed folder, its meetings, and some of these, oldest first."""

    library: Library
    meetings: Sequence[ListedMeeting]
    sample: Sequence[ListedMeeting]


Task = Callable[[], object]


class View(NamedTuple):
    """A view: its budget in milliseconds, its module, and what makes the tasks that are timed one by one."""

    what: str
    budget: float
    module: str
    tasks: Callable[[Scene], Sequence[Task]]


def measure(folder: Path, library: Library, index: Path, marks: Path) -> Iterator[Figure]:
    """The figures for a folder that has been read into this index; nothing has been compared in it yet."""
    yield _comparing(folder, index, marks)
    yield from measure_views(library)


def measure_views(library: Library) -> Iterator[Figure]:
    """The views that there are: the median of their times and the slowest, which must keep the budget."""
    meetings = library.across.meetings()
    step = max(1, len(meetings) // SAMPLE)
    scene = Scene(library, meetings, meetings[step - 1 :: step])
    for view in VIEWS:
        if find_spec(view.module):
            tasks = view.tasks(scene)
            tasks[0]()  # once unmeasured: what it imports
            times = [_milliseconds(task) for task in tasks]
            shown = f"{statistics.median(times):.1f} / {max(times):.1f} ms"
            yield Figure(f"{view.what} (in {view.budget:g} ms)", shown, max(times) / view.budget, 1.0)


def _wording(scene: Scene) -> Sequence[Task]:
    from reader.views.new import wording

    return [lambda key=held.key: wording(scene.library, key) for held in scene.sample]  # type: ignore[misc]  # the default


def _compare(scene: Scene) -> Sequence[Task]:
    from reader.analysis.steps import finished
    from reader.views.compared import comparing_meetings, partner_of

    partners = [(held, partner_of(scene.meetings, held.key)) for held in scene.sample]
    return [
        lambda former=partner.meeting, latter=held: finished(comparing_meetings(scene.library, former, latter))  # type: ignore[misc]  # the default
        for held, partner in partners
        if partner
    ]


def _context(scene: Scene) -> Sequence[Task]:
    from reader.views.kwic import Concordance, of_word

    def first_screen() -> None:
        found = Concordance(scene.library, of_word(WORD))
        next((count for count in found.find() if count >= SCREEN), 0)

    return [first_screen] * RUNS


def _matrix(scene: Scene) -> Sequence[Task]:
    from reader.analysis.steps import finished
    from reader.views.people import finding_people

    return [lambda: finished(finding_people(scene.library, None))] * RUNS


def _phrases(scene: Scene) -> Sequence[Task]:
    from reader.analysis.steps import finished
    from reader.views.found_phrases import finding

    return [lambda: finished(finding(scene.library, None, ()))] * RUNS


def _series(scene: Scene) -> Sequence[Task]:
    from reader.analysis.steps import finished
    from reader.views.series import finding

    return [lambda: finished(finding(scene.library, None))] * RUNS


def _figures(scene: Scene) -> Sequence[Task]:
    from reader.analysis.steps import finished
    from reader.views.found_figures import finding_figures_of_post

    return [
        lambda key=held.key: finished(finding_figures_of_post(scene.library, key))  # type: ignore[misc]  # the default
        for held in scene.sample
    ]


def _line(scene: Scene) -> Sequence[Task]:
    from reader.analysis.figures import same
    from reader.analysis.steps import finished
    from reader.views.found_figures import figures_of_meetings, going_through

    counted = Counter(map(same, (told.figure for told in figures_of_meetings(scene.library, None))))
    common = islice((wanted for wanted, _ in counted.most_common() if wanted), RUNS)
    return [
        lambda wanted=wanted: finished(going_through(scene.library, wanted, None))  # type: ignore[misc]  # the default
        for wanted in common
    ]


VIEWS = (
    View("new wording of a meeting: p50 / slowest", 50, "reader.views.new", _wording),
    View("comparing with the previous meeting", 100, "reader.views.compared", _compare),
    View("a frequent word in context, first screen", 50, "reader.views.kwic", _context),
    View("people x meetings", 300, "reader.views.people", _matrix),
    View("phrases by meeting", 300, "reader.views.phrases", _phrases),
    View("series and what is missing", 300, "reader.views.series", _series),
    View("the figures of a meeting", 50, "reader.views.found_figures", _figures),
    View("a frequent figure through the meetings", 300, "reader.views.found_figures", _line),
)


def _comparing(folder: Path, index: Path, marks: Path) -> Figure:
    """What every meeting repeats of those before it, worked out in the background once after the first index."""
    argv = [sys.executable, "-m", "tests.benchmarks.across", *map(str, (folder, index, marks))]
    told = json.loads(subprocess.run(argv, check=True, capture_output=True).stdout)
    shown = f"{told['seconds']:.1f} s, {told['child']:.0f} MB"
    return Figure("what all meetings said before, in a child process", shown)


def _milliseconds(task: Task) -> float:
    begun = time.perf_counter()
    task()
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Works it out for a folder, and tells seconds, and megabytes at most of this process and of the child."""
    library = Library([Path(sys.argv[1])], *map(Path, sys.argv[2:4]))
    begun = time.perf_counter()
    library.compare()
    seconds = time.perf_counter() - begun
    own, child = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    library.close()
    print(json.dumps({"seconds": seconds, "own": own, "child": child}))


if __name__ == "__main__":
    main()
