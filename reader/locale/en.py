"""The shared words in English. May import `base`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale import base


class Faults(base.Faults):
    """Faults of posts in English."""

    empty = "The file is empty."
    encoding = "It is neither UTF-8 nor GB18030; characters that could not be read show as �. Save it as UTF-8."
    date = "The date “{detail}” was not understood, so the day of publication is unknown. Write it like 2022-03-15."
    reasons: ClassVar[Mapping[str, str]] = {
        "EACCES": "you have no permission (chmod +r allows it)",
        "EPERM": "you have no permission",
        "ENOENT": "it is gone, or the link leads nowhere",
        "ENOTDIR": "it is gone, or the link leads nowhere",
        "ELOOP": "the link leads in a circle",
        "ESPIPE": "it is a pipe or a device, not a file",
        "ENXIO": "it is a pipe or a device, not a file",
        "EISDIR": "it is a folder, not a file",
        "EFBIG": "it is too large",
        "EIO": "the disk reports an error",
        "EMFILE": "too many files are open (ulimit -n 1024 allows more)",
        "ENFILE": "too many files are open on this machine",
        "ENOMEM": "there is not enough memory; close other programs",
        "ENAMETOOLONG": "its path is too long",
        "crash": "reading it broke off twice; it is not tried again until it changes",
        "ESTALE": "the network folder is gone; open it again",
    }


class QueryErrors(base.QueryErrors):
    """Errors of queries in English."""


class Labels(base.Labels):
    """Labels in English."""

    date = "Meeting"
    published = "Published"
    delay = "+{days} d"
    convener = "Convened by"
    place = "Place"
    people = "Attended"
    collective = "Also took part"
    original_title = "Original title"
    author = "Author"
    link = "Link"
    path = "File"
    paragraph = "paragraph {number}"
    weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    acts: ClassVar[Mapping[str, str]] = {
        "chaired": "chaired",
        "spoke": "spoke",
        "reported": "delivered the work report",
        "attended": "attended",
        "appointed": "appointed",
        "removed": "removed",
    }
    joined = ", "
    colon = ": "
    brackets = " ({text})"


class Notices(base.Notices):
    """Notices in English."""

    sentences: ClassVar[Mapping[str, str]] = {
        "outdated": "The index was made by another version and has been made anew",
        "damaged": "The index was damaged and has been made anew; your marks are untouched",
        "no_index": "No index can be kept ({detail}); a temporary one is used",
        "no_marks": "Stars and notes last for this sitting only ({detail}); see customs-reader doctor",
        "marks_foreign": (
            "{detail} was written by another version of the program and is left alone; "
            "stars and notes last for this sitting only"
        ),
        "marks_wait": "Stars and notes are not on the disk yet ({detail}); the reader tries again every second",
        "marks_kept": "All stars and notes are on the disk now",
        "marks_later": "Stars and notes could not be written; they wait in {detail} for the next start",
        "marks_aside": "The marks were damaged: the file is kept as {detail}, what could be read is in a new one",
        "marks_again": "{detail} was removed or replaced; it has been written again, with all marks of this sitting",
        "marks_odd": "Marks that this program did not write: {detail}; they are put aside in the marks file",
        "note_joined": "Another window has changed this note meanwhile: both texts are in it now",
        "note_stays": "Another window has changed this note meanwhile: it is not removed",
        "note_back": "Another window has removed this note meanwhile: it is kept with your text",
        "filter_renamed": "Another window has given that name to another filter; this one is called {detail}",
        "filter_stays": "Another window has given the name {detail} to another filter, which stays",
        "folder_gone": "{detail} cannot be opened now; what was read of it is still shown",
        "not_read": "New posts cannot be read: no index can be written ({detail}). Make room on the disk, or "
        "raise the limits (ulimit -a), and open it again",
        "no_children": "New posts cannot be read: no process can be started to read them ({detail}). Close other "
        "programs, or raise the limits (ulimit -a), and open it again",
        "not_answered": "The index cannot be read ({detail}). Raise the limits (ulimit -a), and open it again",
        "few_files": "Only {detail} files may be open at once, too few for the screen. Raise the limit "
        "(ulimit -n 256), and start again",
        "not_watched": "The system does not report changes ({detail}); the folders are looked at every 10 s",
    }


class Settings(base.Settings):
    """Settings in English."""

    reasons = Faults.reasons
    sentences: ClassVar[Mapping[str, str]] = {
        "broken": "settings.toml cannot be read ({detail}); the defaults are used",
        "unknown": "settings.toml: there is no setting “{detail}”; customs-reader config lists them all",
        "command": "settings.toml: no command is called “{detail}”; customs-reader config lists them all",
        "key": "settings.toml: {detail} is no key that a command can have",
        "key_twice": "settings.toml: a key is given to two commands, the first has it ({detail})",
        "value": "settings.toml: {detail} is not allowed, the default is used; customs-reader config explains it",
    }


class Offices(base.Offices):
    """Glosses of offices in English."""

    names: ClassVar[Mapping[str, str]] = {
        "署长": "Minister of GACC",
        "副署长": "Vice Minister",
        "党委书记": "CPC Committee Secretary, GACC",
        "党委委员": "Member of the CPC GACC Committee",
        "政治部主任": "Director-General of the Political Department",
        "总工程师": "Chief Engineer",
        "总检验师": "Chief Inspector",
        "署领导": "GACC leader",
    }
    customs_only = frozenset(("署长", "副署长", "署领导"))
