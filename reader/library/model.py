"""What the rest of the program sees of a library: rows, answers, officials, problems.

May import `analysis`, `readout`, `query` and `i18n`. Rows and officials are NamedTuples: they are made by the thousand,
and a NamedTuple class costs a third of a frozen dataclass to define on the start path. What the annotations name is
imported for the type checker only, so that importing this room brings in no parser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.i18n import N_, _

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


class Repeats(NamedTuple):
    """The passages of a report's body that were said before, in order, and in how many earlier meetings was looked."""

    passages: Sequence[Where]
    earlier: int


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
Stop = Callable[[], bool]
"""Is asked now and then whether to end early."""


class NoticeCode(Enum):
    """What the reader should know about its own files, as a sentence."""

    OUTDATED = N_("The index was made by another version and has been made anew")
    DAMAGED = N_("The index was damaged and has been made anew; your marks are untouched")
    NO_INDEX = N_("No index can be kept ({detail}); a temporary one is used")
    NO_MARKS = N_("Stars and notes last for this sitting only ({detail}); see customs-reader doctor")
    MARKS_FOREIGN = N_(
        "{detail} was written by another version of the program and is left alone; stars and notes "
        "last for this sitting only"
    )
    MARKS_WAIT = N_("Stars and notes are not on the disk yet ({detail}); the reader tries again every second")
    MARKS_KEPT = N_("All stars and notes are on the disk now")
    MARKS_LATER = N_("Stars and notes could not be written; they wait in {detail} for the next start")
    MARKS_ASIDE = N_("The marks were damaged: the file is kept as {detail}, what could be read is in a new one")
    MARKS_AGAIN = N_("{detail} was removed or replaced; it has been written again, with all marks of this sitting")
    MARKS_ODD = N_("Marks that this program did not write: {detail}; they are put aside in the marks file")
    NOTE_JOINED = N_("Another window has changed this note meanwhile: both texts are in it now")
    NOTE_STAYS = N_("Another window has changed this note meanwhile: it is not removed")
    NOTE_BACK = N_("Another window has removed this note meanwhile: it is kept with your text")
    FILTER_RENAMED = N_("Another window has given that name to another filter; this one is called {detail}")
    FILTER_STAYS = N_("Another window has given the name {detail} to another filter, which stays")
    FOLDER_GONE = N_("{detail} cannot be opened now; what was read of it is still shown")
    NOT_READ = N_(
        "New posts cannot be read: no index can be written ({detail}). Make room on the disk, or "
        "raise the limits (ulimit -a), and open it again"
    )
    NO_CHILDREN = N_(
        "New posts cannot be read: no process can be started to read them ({detail}). Close other "
        "programs, or raise the limits (ulimit -a), and open it again"
    )
    NOT_ANSWERED = N_("The index cannot be read ({detail}). Raise the limits (ulimit -a), and open it again")
    NOT_WATCHED = N_("The system does not report changes ({detail}); the folders are looked at every 10 s")


class Notice(NamedTuple):
    """Something the reader should know; `detail` is a file or the system's word for what went wrong."""

    code: NoticeCode
    detail: str = ""

    @property
    def sentence(self) -> str:
        """What has become of the file."""
        return _(self.code.value).format(detail=self.detail)
