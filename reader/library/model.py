"""What the rest of the program sees of a library: rows, answers, officials, problems.

May import `analysis`, `readout` and `query`. Rows and officials are NamedTuples: they are made by the thousand, and
a NamedTuple class costs a third of a frozen dataclass to define on the start path. What the annotations name is
imported for the type checker only, so that importing this room brings in no parser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from reader.analysis.where import Where
    from reader.query.lookup import Fit
    from reader.readout.faults import Fault
    from reader.readout.people import Act


class Row(NamedTuple):
    """One post as the list shows it. `day` is the meeting's, else the publication's, in Beijing.

    `key` is the post's number in the index, which stays when its id or its file's name changes; `delay` counts the days
    from the meeting to the publication (0 where either is unknown or the post reports no meeting); `versions` the posts
    that are this readout, itself among them; `hits` the hits of the query that found the row.
    """

    key: int
    id: str
    path: str
    day: date | None
    delay: int
    is_meeting: bool
    name: str
    chair: str
    hits: int = 0
    versions: int = 1
    read: bool = False
    starred: bool = False


class Listing(Protocol):
    """The rows of an answer, newest first."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, index: int, /) -> Row:
        """One of them; it is fetched when it is asked for."""

    def __iter__(self) -> Iterator[Row]:
        """All of them."""

    def years(self) -> list[tuple[int | None, int]]:
        """Each year with the index of its first row; None for the posts without a day."""

    def forget(self) -> None:
        """Has every row fetched anew when it is asked for again."""

    def index_of(self, place: int) -> int | None:
        """Where the post at a place of the index stands, None where it is not among these."""


class Answer(NamedTuple):
    """What a query found. The first rows come at once; where `complete` is False, there may be more.

    `hits` counts the hits in all rows, `others` the matching posts that are left out because they report no meeting;
    None where they are not counted yet.
    """

    rows: Listing
    complete: bool
    hits: int | None
    others: int | None


class Appearance(NamedTuple):
    """One meeting at which a person is named; `key` as in `Row`."""

    key: int
    path: str
    day: date | None
    role: str | None
    acts: tuple[Act, ...]
    position: int


class Official(NamedTuple):
    """A person named as attending, with every meeting of the collection that names them, oldest first.

    `pinyin` is `ni yuefeng`: family name, space, given name; empty where it is not known; `initials` are `nyf`.
    """

    name: str
    pinyin: str
    initials: str
    meetings: tuple[Appearance, ...]


class FoundOfficial(NamedTuple):
    """A person whom something typed may mean, with the number of their meetings; `pinyin` as in `Official`."""

    fit: Fit
    name: str
    pinyin: str
    meetings: int


class FoundMeeting(NamedTuple):
    """A meeting that something typed may mean; `key`, `day` and `name` as in `Row`."""

    fit: Fit
    key: int
    day: date | None
    name: str


class Candidates(NamedTuple):
    """What something typed may mean, the best fit first: then those with most meetings, and the newest meetings."""

    officials: list[FoundOfficial]
    meetings: list[FoundMeeting]


class ListedMeeting(NamedTuple):
    """A meeting among those that are compared: the listed version stands for all. `key` to `name` as in `Row`.

    `convener`, `series` and `number` (its ordinal) are None where the text names none.
    """

    key: int
    id: str
    path: str
    day: date
    name: str
    convener: str | None
    series: str | None
    number: int | None


Held = ListedMeeting  # as long as others name it so


class Repeats(NamedTuple):
    """The passages of a report's body that were said before, in order, and in how many earlier meetings was looked."""

    passages: Sequence[Where]
    earlier: int


Said = Repeats  # as long as others name it so


class ReadAs(NamedTuple):
    """As what the posts that could be read were read: how many of each."""

    meetings: int
    versions: int
    """Further posts on these meetings."""
    articles: int


class Problem(NamedTuple):
    """A post that was not read (`read` is False) or read only in part, and why. `path` as in `Row`."""

    path: str
    fault: Fault
    read: bool


class Progress(NamedTuple):
    """How far the reading of the folder is, in files, and for how many seconds it has been going on."""

    done: int
    total: int
    seconds: float = 0.0

    @property
    def finished(self) -> bool:
        """Whether every file has been read."""
        return self.done >= self.total

    @property
    def rate(self) -> float:
        """Posts a second; 0 as long as it is too early to say."""
        return self.done / self.seconds if self.seconds > 1 else 0.0

    @property
    def rest(self) -> float:
        """Seconds that are left at this rate; 0 as long as it is too early to say."""
        return (self.total - self.done) / self.rate if self.rate else 0.0


OnProgress = Callable[[Progress], None]
"""Is called with how far the reading is, and when there is more to see."""
Report = OnProgress  # as long as others name it so
Stop = Callable[[], bool]
"""Is asked now and then whether to end early."""


class NoticeCode(StrEnum):
    """What the reader should know about its own files; the interface has a sentence for each."""

    OUTDATED = "outdated"
    """The index was made by another version and is made anew."""
    DAMAGED = "damaged"
    """The index was damaged and is made anew."""
    NO_INDEX = "no_index"
    """No index can be kept; a temporary one takes its place."""
    NO_MARKS = "no_marks"
    """Marks cannot be kept; they last for this sitting."""
    MARKS_FOREIGN = "marks_foreign"
    """Another version wrote the marks, which are left alone; what is marked lasts for this sitting."""
    MARKS_WAIT = "marks_wait"
    """Marks cannot be written now; they are as soon as that is possible."""
    MARKS_KEPT = "marks_kept"
    """What had to wait has been written."""
    MARKS_LATER = "marks_later"
    """What was marked waits in a file for the next sitting."""
    MARKS_ASIDE = "marks_aside"
    """The marks were damaged and are kept under another name; what could be read is in a new file."""
    MARKS_AGAIN = "marks_again"
    """The file of marks was removed or replaced, and has been written again."""
    MARKS_ODD = "marks_odd"
    """Some of the marks are none that the program wrote, and are put aside in their file."""
    NOTE_JOINED = "note_joined"
    """Another reader has changed the note meanwhile; it holds both texts."""
    NOTE_STAYS = "note_stays"
    """Another reader has changed the note meanwhile; it is not removed."""
    NOTE_BACK = "note_back"
    """Another reader has removed the note meanwhile; it is kept as it is now."""
    FILTER_RENAMED = "filter_renamed"
    """Another filter has got the name meanwhile; this one has another name."""
    FILTER_STAYS = "filter_stays"
    """The name has been given to another filter meanwhile, which keeps it."""
    FOLDER_GONE = "folder_gone"
    """A folder or file of the collection cannot be listed any more; what is known of it stays."""
    NOT_READ = "not_read"
    """No index can be written anywhere: nothing that is new can be read."""
    NO_CHILDREN = "no_children"
    """Nothing can be started that reads posts."""
    NOT_ANSWERED = "not_answered"
    """The index cannot be asked."""
    NOT_WATCHED = "not_watched"
    """The system does not tell of changes in the folders: they are looked at from time to time."""


class Notice(NamedTuple):
    """Something the reader should know; `detail` is a file or the system's word for what went wrong."""

    code: NoticeCode
    detail: str = ""
