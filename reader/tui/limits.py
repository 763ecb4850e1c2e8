"""What the system allows this process: whether it is enough for the screen.

May import `i18n` and the standard library.
"""

from __future__ import annotations

import resource

from reader.i18n import _

FILES = 24
"""So many files are open at once while posts are read and folders are watched."""
AMPLE = 256
"""To so many the limit is raised where it may be."""


def too_few_files() -> str:
    """Raises the limit of open files where it is too low for the screen; a sentence where that is not allowed.

    Without it anything may fail at any time, the import of a module too.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= FILES:
        return ""
    allowed = AMPLE if hard == resource.RLIM_INFINITY else min(hard, AMPLE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return (
        ""
        if allowed >= FILES
        else _(
            "Only {detail} files may be open at once, too few for the screen. Raise the limit "
            "(ulimit -n 256), and start again"
        ).format(detail=allowed)
    )
