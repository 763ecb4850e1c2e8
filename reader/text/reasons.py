"""Why the system does not let a file be read, in words.

May import `i18n`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.i18n import N_, _

_REASONS: Mapping[str, str] = {
    "EACCES": N_("you have no permission (chmod +r allows it)"),
    "EPERM": N_("you have no permission"),
    "ENOENT": N_("it is gone, or the link leads nowhere"),
    "ENOTDIR": N_("it is gone, or the link leads nowhere"),
    "ELOOP": N_("the link leads in a circle"),
    "ESPIPE": N_("it is a pipe or a device, not a file"),
    "ENXIO": N_("it is a pipe or a device, not a file"),
    "EISDIR": N_("it is a folder, not a file"),
    "EFBIG": N_("it is too large"),
    "EIO": N_("the disk reports an error"),
    "EMFILE": N_("too many files are open (ulimit -n 1024 allows more)"),
    "ENFILE": N_("too many files are open on this machine"),
    "ENOMEM": N_("there is not enough memory; close other programs"),
    "ENAMETOOLONG": N_("its path is too long"),
    "crash": N_("reading it broke off twice; it is not tried again until it changes"),
    "ESTALE": N_("the network folder is gone; open it again"),
}
"""By the system's names of errors, and `crash` where reading a file ends the process."""


def reason_text(reason: str) -> str:
    """The words for a reason; one that is not known as it is."""
    return _(_REASONS[reason]) if reason in _REASONS else reason
