"""Stars and notes outlive what becomes of their file while the reader is open, and what others write into it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from reader.library.index import Library
from reader.library.marks import file as marks_file
from reader.library.marks.changes import SetNote, SetPassage
from reader.library.marks.file import Marks
from reader.library.marks.keeper import MarkKeeper
from reader.library.marks.mark import Identity, Mark, PassageNote, as_json
from reader.library.model import NoticeCode
from reader.query import parse
from tests.conftest import PROJECT, write_post

POSTS = [Identity(bytes([number]) * 16, bytes([number, 1])) for number in range(8)]
OLD, NEW = Mark(note="旧备注", starred=True), Mark(note="新备注", starred=True)
PASSAGE = PassageNote(2, 3, 5, "口岸", "第一次提到")

Open = Callable[[], MarkKeeper]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of marks."""
    return tmp_path / "state" / "marks.sqlite3"


@pytest.fixture
def opened(file: Path) -> Iterator[Open]:
    """Opens the marks as the reader does: looks through them after the first paint. Closes all at the end."""
    keepers: list[MarkKeeper] = []

    def opens() -> MarkKeeper:
        keepers.append(MarkKeeper(file, "", POSTS.__getitem__))
        keepers[-1].preference("widened")
        keepers[-1].settle()
        return keepers[-1]

    yield opens
    for keeper in keepers:
        keeper.close()


def note(keeper: MarkKeeper, number: int, mark: Mark) -> None:
    """Writes a note on a post, and gives it a star."""
    keeper.keep(SetNote(POSTS[number], mark.note))
    keeper.set_starred(number, mark.starred)


def told(keeper: MarkKeeper) -> list[NoticeCode]:
    """What is told, once."""
    codes = [notice.code for notice in keeper.notices]
    keeper.notices.clear()
    return codes


def removed(file: Path) -> None:
    file.unlink()


def removed_with_its_log(file: Path) -> None:
    for beside in file.parent.glob(f"{file.name}*"):
        beside.unlink()


def moved(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def overwritten(file: Path) -> None:
    file.write_bytes(b"not a database at all " * 400)


def damaged_in_the_middle(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    file.write_bytes(data)


def replaced_by_a_text(file: Path) -> None:
    file.with_name("text").write_text("会议" * 500, encoding="utf-8")
    file.with_name("text").replace(file)


def replaced_by_nothing(file: Path) -> None:
    file.with_name("empty").touch()
    file.with_name("empty").replace(file)


def a_table_lost(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("DROP TABLE mark")


DAMAGES = (
    *(removed, removed_with_its_log, moved, emptied, overwritten, damaged_in_the_middle),
    *(replaced_by_a_text, replaced_by_nothing, a_table_lost),
)


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("damage", DAMAGES)
def test_marks_outlive_their_file(file: Path, opened: Open, damage: Callable[[Path], None], is_first: bool) -> None:
    """Whatever becomes of the file while the reader is open: the next note says so, and every note is there later."""
    with closing(MarkKeeper(file, "", POSTS.__getitem__)) as before:
        note(before, 0, OLD)
        before.save_filter("口岸", "口岸 农产品")
    keeper = opened()
    if not is_first:
        note(keeper, 1, NEW)
    assert told(keeper) == []
    damage(file)
    note(keeper, 2, NEW)
    assert set(told(keeper)) <= {NoticeCode.MARKS_AGAIN, NoticeCode.MARKS_ASIDE} != set()
    assert not keeper.unkept
    wanted = [OLD, Mark() if is_first else NEW, NEW]
    assert [keeper.of(number) for number in range(3)] == wanted
    keeper.close()
    again = opened()
    assert [again.of(number) for number in range(3)] == wanted
    assert again.saved_filters() == [("口岸", "口岸 农产品")]
    assert told(again) == []


def test_marks_restored_from_a_backup_are_joined(file: Path, opened: Open) -> None:
    """An older file is copied back while the reader is open: its notes and those of this sitting are all there."""
    keeper = opened()
    note(keeper, 0, OLD)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(file.with_name("backup"))) as target:
        source.backup(target)
    with closing(MarkKeeper(file.with_name("backup"), "", POSTS.__getitem__)) as backup:
        note(backup, 3, OLD)
    note(keeper, 0, NEW)
    file.with_name("backup").replace(file)
    note(keeper, 1, NEW)
    assert told(keeper) == [NoticeCode.MARKS_AGAIN, NoticeCode.NOTE_JOINED]
    assert keeper.of(0).note in ("旧备注\n新备注", "新备注\n旧备注")
    assert [keeper.of(number).note for number in (1, 3)] == ["新备注", "旧备注"]


def test_a_file_that_cannot_be_written_again_waits_for_the_next_start(file: Path, opened: Open) -> None:
    """The file goes, and none can be made in its place until the end: every note is there at the next start."""
    keeper = opened()
    note(keeper, 0, OLD)
    removed_with_its_log(file)
    file.mkdir()
    note(keeper, 1, NEW)
    assert [keeper.of(number) for number in range(2)] == [OLD, NEW]
    keeper.close()
    assert NoticeCode.MARKS_LATER in told(keeper)
    file.rmdir()
    again = opened()
    assert [again.of(number) for number in range(2)] == [OLD, NEW]


def test_two_readers_outlive_one_file(file: Path, opened: Open) -> None:
    """The file goes while the reader is open twice: whoever writes first makes it again, and nobody's notes go."""
    one, other = opened(), opened()
    note(one, 0, OLD)
    note(other, 1, OLD)
    removed_with_its_log(file)
    note(other, 2, NEW)
    note(one, 3, NEW)
    for keeper in (one, other, opened()):
        assert [keeper.of(number).note for number in range(4)] == ["旧备注", "旧备注", "新备注", "新备注"]


def test_of_a_damaged_file_every_page_is_read_that_can_be(file: Path, opened: Open) -> None:
    """Two places of the file are damaged between two sittings: the notes before, between and behind them are there."""
    posts = [Identity(number.to_bytes(16), None) for number in range(400)]
    with closing(Marks(file)) as before:
        before.write(*(SetNote(post, f"备注{number}" * 20) for number, post in enumerate(posts)))
    data = bytearray(file.read_bytes())
    for page in (len(data) // 4096 // 3, len(data) // 4096 * 2 // 3):
        data[page * 4096 : page * 4096 + 4096] = b"\xff" * 4096
    file.write_bytes(data)
    assert told(opened()) == [NoticeCode.MARKS_ASIDE]
    with closing(Marks(file)) as after:
        lost = [number for number, post in enumerate(posts) if not after.of(post).note]
    assert 0 < len(lost) < 60
    assert {0, 399}.isdisjoint(lost)
    assert len(lost) < max(lost) - min(lost)  # some between the two places are there


def foreign(file: Path, *statements: str) -> None:
    """What another program writes into the file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


ODD_ROWS = (
    "UPDATE mark SET note = x'ff00' WHERE starred",
    "UPDATE mark SET passages = 'no JSON' WHERE starred",
    "UPDATE mark SET passages = '[[1, 2], {}, 7]' WHERE starred",
    'UPDATE mark SET passages = \'[[0, 3, 1, "口岸", "备注"]]\' WHERE starred',
    "UPDATE mark SET passages = x'5b5d' WHERE starred",
    f"UPDATE mark SET passages = '{'[' * 20_000}' WHERE starred",
    "UPDATE mark SET read = 'yes', starred = 1e300 WHERE starred",
    "UPDATE mark SET paragraph = 'first', character = -1 WHERE starred",
    "UPDATE mark SET alias = 'text' WHERE starred",
    "INSERT INTO mark (digest, note) VALUES ('text', 'lost')",
    "INSERT INTO mark (digest, note) VALUES (NULL, 'lost')",
    "INSERT INTO saved_filter VALUES (x'00ff', '口岸')",
    "INSERT INTO saved_filter VALUES ('口岸', x'00')",
    "INSERT INTO preference VALUES ('widened', replace(hex(zeroblob(50000)), '00', '9'))",
    "INSERT INTO preference VALUES ('widened', x'39')",
)


@pytest.mark.parametrize("statement", ODD_ROWS)
def test_an_odd_row_is_put_aside(file: Path, opened: Open, statement: str) -> None:
    """What no version of the program wrote is told once and stays in the file; all other marks live."""
    with closing(opened()) as keeper:
        note(keeper, 0, OLD)
        keeper.set_read(1, True)
    foreign(file, statement)
    with closing(opened()) as keeper:
        assert told(keeper) == [NoticeCode.MARKS_ODD]
        assert keeper.of(1) == Mark(read=True)
        assert keeper.of(0)._replace(note="", starred=False) == Mark()
        assert all(isinstance(part, str) for pair in keeper.saved_filters() for part in pair)
        assert len(keeper.preference("widened")) <= 1000
        keeper.keep(SetNote(POSTS[0], "又一条"))
        assert keeper.of(0).note == "又一条"
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'odd%'")]
        assert [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in tables] == [(1,)]
    with closing(opened()) as keeper:
        assert told(keeper) == []


def test_a_sound_note_beside_an_odd_one_lives(file: Path, opened: Open) -> None:
    """Of a row, or a list of notes on passages, only the part that cannot be read goes."""
    with closing(opened()) as keeper:
        note(keeper, 0, OLD)
    foreign(file, f"UPDATE mark SET passages = '{as_json([PASSAGE])[:-1]}, 7]'")
    keeper = opened()
    assert keeper.of(0) == OLD._replace(passages=(PASSAGE,))


@pytest.mark.parametrize("schema", [-1, 99])
def test_marks_of_another_schema_are_left_alone(file: Path, opened: Open, schema: int) -> None:
    """A schema that this version does not know is told by the file's name; nothing is written into it."""
    opened().close()
    foreign(file, "PRAGMA journal_mode = DELETE", f"PRAGMA user_version = {schema}")
    before = file.read_bytes()
    keeper = opened()
    note(keeper, 0, NEW)
    assert [(notice.code, notice.detail) for notice in keeper.notices] == [(NoticeCode.MARKS_FOREIGN, str(file))]
    assert keeper.of(0) == NEW
    keeper.close()
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "statement", ["DROP TABLE mark", "ALTER TABLE mark DROP COLUMN passages", "DROP TABLE preference"]
)
def test_a_table_that_is_missing_is_a_fault_of_the_marks(tmp_path: Path, statement: str) -> None:
    """The marks are put right and named; the index, which has nothing to do with it, stays as it is."""
    folder = tmp_path / "posts"
    folder.mkdir()
    write_post(folder, "a.md", "公告", "<p>　　公告的文字。</p>", "2022-03-17")
    index, marks = tmp_path / "index.sqlite3", tmp_path / "marks.sqlite3"
    with closing(Library([folder], index, marks)) as library:
        library.update(lambda progress: None)
        (row,) = library.search(parse(""), all_posts=True).rows
        library.marks.set_starred(row.key, True)
    foreign(marks, statement)
    inode = index.stat().st_ino
    with closing(Library([folder], index, marks)) as library:
        library.update(lambda progress: None)
        for _ in range(2):
            answers = [
                list(library.search(parse(query), all_posts=True).rows) for query in ("", "has:note", "is:starred")
            ]
            library.marks.settle()
            library.update(lambda progress: None)
        assert [len(rows) for rows in answers] == [1, 0, int("TABLE mark" not in statement or "ALTER" in statement)]
        assert [notice.code for notice in library.notices()] == [NoticeCode.MARKS_ASIDE]
    assert index.stat().st_ino == inode


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits for no lock."""
    monkeypatch.setattr(marks_file, "PATIENCE", 0.0)


def locked(file: Path) -> sqlite3.Connection:
    """Another program that does not let go of the file."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    return connection


@pytest.mark.parametrize("log", ["WAL", "DELETE"])
@pytest.mark.usefixtures("hasty")
def test_what_is_marked_while_the_file_is_locked_is_written_later(file: Path, opened: Open, log: str) -> None:
    """A lock that lasts: old notes are shown, new ones wait, it is told, and all are written when the lock goes."""
    with closing(opened()) as keeper:
        note(keeper, 0, OLD)
    foreign(file, f"PRAGMA journal_mode = {log}")
    keeper = opened()
    with closing(locked(file)):
        for number in (1, 2):
            note(keeper, number, NEW)
            assert [keeper.of(number).note for number in (0, number)] == ["旧备注", "新备注"]
        assert told(keeper) == [NoticeCode.MARKS_WAIT]
        assert keeper.unkept
        spare = Path(unquote(urlsplit(keeper.source.uri or "").path)).parent
        assert [entry.stat().st_mode & 0o077 for entry in (spare, *spare.iterdir())] == [0] * (
            len(list(spare.iterdir())) + 1
        )
    keeper.settle()
    assert told(keeper) == [NoticeCode.MARKS_KEPT]
    assert not keeper.unkept
    assert not spare.exists()
    other = opened()
    assert [other.of(number).note for number in range(3)] == ["旧备注", "新备注", "新备注"]


@pytest.mark.usefixtures("hasty")
def test_what_could_not_be_written_before_the_end_is_written_at_the_next_start(file: Path, opened: Open) -> None:
    """The reader is left while the file is still locked: what was marked waits in a file, and is told."""
    keeper = opened()
    with closing(locked(file)):
        note(keeper, 0, NEW)
        keeper.keep(SetPassage(POSTS[0], PASSAGE))
        keeper.set_place(0, (2, 17))
        keeper.close()
        assert told(keeper) == [NoticeCode.MARKS_WAIT, NoticeCode.MARKS_LATER]
        (waiting,) = file.parent.glob("*.waiting-*")
        assert waiting.stat().st_mode & 0o777 == 0o600
    assert opened().of(0) == NEW._replace(passages=(PASSAGE,), place=(2, 17))
    assert not waiting.exists()


@pytest.mark.usefixtures("hasty")
def test_a_file_that_another_reader_is_making_is_no_damaged_one(file: Path, opened: Open) -> None:
    """Two readers are started at once on a slow disk: the second waits for the first, and sets nothing aside."""
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        keeper = opened()
        note(keeper, 0, OLD)
        assert told(keeper) == [NoticeCode.MARKS_WAIT]
    keeper.settle()
    assert [told(keeper), opened().of(0)] == [[NoticeCode.MARKS_KEPT], OLD]
    assert not list(file.parent.glob("*.damaged-*"))


@pytest.mark.usefixtures("hasty")
def test_what_waits_outlasts_a_reader_that_is_killed(file: Path, opened: Open) -> None:
    """The reader is killed while the file is locked: its notes and stars are there at the next start, once."""
    opened()
    with closing(locked(file)):
        child = os.fork()
        if not child:
            keeper = opened()
            note(keeper, 0, OLD)
            note(keeper, 1, NEW)
            os.kill(os.getpid(), signal.SIGKILL)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        (waiting,) = file.parent.glob("*.waiting-*")
    again = opened()
    assert [again.of(number) for number in (0, 1)] == [OLD, NEW]
    assert not waiting.exists()
    assert [again.notices, opened().of(1)] == [[], NEW]


@pytest.mark.usefixtures("hasty")
def test_what_waits_is_written_by_its_own_reader_as_long_as_that_lives(file: Path, opened: Open) -> None:
    """A note waits for a lock; another reader is opened and goes on: it does not bring back what was changed since."""
    keeper = opened()
    with closing(locked(file)):
        note(keeper, 0, OLD)
    other = opened()
    assert other.of(0) == Mark()
    note(keeper, 0, NEW)
    keeper.keep(SetNote(POSTS[0], "", NEW.note))
    note(other, 1, OLD)
    other.settle()
    assert [other.of(0).note, told(other)] == ["", []]
    assert not list(file.parent.glob("*.waiting-*"))


def test_a_full_disk_costs_nothing_once_there_is_room(
    file: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note that does not fit on the disk is shown and told as waiting; with room again, all are kept."""
    connections: list[sqlite3.Connection] = []
    usual = marks_file.open_marks

    def listening(at: Path, patience: float) -> sqlite3.Connection:
        connections.append(usual(at, patience))
        return connections[-1]

    monkeypatch.setattr(marks_file, "open_marks", listening)
    keeper = opened()
    note(keeper, 0, OLD)
    (own,) = connections
    own.execute("PRAGMA max_page_count = 1")
    keeper.keep(SetNote(POSTS[1], "长" * 100_000))
    assert told(keeper) == [NoticeCode.MARKS_WAIT]
    assert keeper.of(0) == OLD
    own.execute("PRAGMA max_page_count = 100000")
    note(keeper, 2, NEW)
    assert told(keeper) == [NoticeCode.MARKS_KEPT]
    other = opened()
    assert [len(other.of(number).note) for number in range(3)] == [3, 100_000, 3]


READ_ONLY = """
import os, shutil, sys, tempfile
from pathlib import Path
import reader.library.marks.changes, reader.library.places  # before they cannot be read any more
from reader.library.marks.keeper import MarkKeeper
from reader.library.marks.changes import SetNote
from reader.library.marks.mark import Identity
if os.getuid() == 0:
    os.setuid(65534)
keeper = MarkKeeper(Path(sys.argv[1]), "", lambda key: Identity(bytes([key]) * 16, None))
print(keeper.of(0).note)
keeper.keep(SetNote(keeper.identity(1), "new"))
print(keeper.of(0).note, keeper.of(1).note, *(notice.code.name for notice in keeper.notices))
keeper.close()
"""


def test_a_state_folder_that_is_read_only_shows_the_old_marks(file: Path, opened: Open, tmp_path: Path) -> None:
    """Notes in a folder in which nothing can be written are shown; new ones last for the sitting, and that is told."""
    with closing(opened()) as keeper:
        note(keeper, 0, OLD)
    for folder in (file.parent, *file.parents):
        if folder.stat().st_uid == os.getuid() and folder.is_relative_to(Path(os.environ.get("TMPDIR", "/tmp"))):
            folder.chmod(0o755)
    file.chmod(0o644)
    file.parent.chmod(0o555)
    environment = {
        "PATH": os.environ["PATH"],
        "TMPDIR": "/tmp",
        "PYTHONPATH": str(PROJECT),
        "PYTHONIOENCODING": "utf-8",
    }
    run = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(file)], env=environment, capture_output=True, text=True, check=False
    )
    file.parent.chmod(0o755)
    assert (run.stdout.split(), run.stderr) == (["旧备注", "旧备注", "new", "NO_MARKS"], "")


def test_a_note_that_two_wrote_holds_both_texts(opened: Open) -> None:
    """Two windows edit one note: whoever is second is told, and both texts stand under each other."""
    one, other = opened(), opened()
    one.keep(SetNote(POSTS[0], "起草"))
    begun = other.of(0).note
    one.keep(SetNote(POSTS[0], "起草，一", "起草"))
    other.keep(SetNote(POSTS[0], "起草，二", begun))
    assert told(other) == [NoticeCode.NOTE_JOINED]
    assert one.of(0).note == other.of(0).note == "起草，一\n起草，二"


def test_a_passage_that_two_noted_holds_both_texts(opened: Open) -> None:
    """The same for a note on a passage, begun by both where there was none."""
    one, other = opened(), opened()
    one.keep(SetPassage(POSTS[0], PASSAGE, None, ""))
    other.keep(SetPassage(POSTS[0], PASSAGE._replace(note="另一条"), None, ""))
    assert told(other) == [NoticeCode.NOTE_JOINED]
    assert [passage.note for passage in one.of(0).passages] == ["第一次提到\n另一条"]


def test_a_note_that_one_extends_is_not_removed_by_the_other(opened: Open) -> None:
    """Removing what has just been extended removes nothing, and says so; extending what was removed keeps the text."""
    one, other = opened(), opened()
    one.keep(SetNote(POSTS[0], "起草"))
    one.keep(SetNote(POSTS[0], "起草，接着写", "起草"))
    other.keep(SetNote(POSTS[0], "", "起草"))
    assert told(other) == [NoticeCode.NOTE_STAYS]
    assert one.of(0).note == "起草，接着写"
    one.keep(SetNote(POSTS[0], "", "起草，接着写"))
    other.keep(SetNote(POSTS[0], "起草，接着写，完", "起草，接着写"))
    assert told(other) == [NoticeCode.NOTE_BACK]
    assert one.of(0).note == "起草，接着写，完"


def test_a_name_that_two_give_to_filters(opened: Open) -> None:
    """Two windows give one name to two filters: the second gets a name beside it, and neither forgets the other's."""
    one, other = opened(), opened()
    one.save_filter("口岸", "口岸 农产品", "")
    other.save_filter("口岸", "口岸 企业", "")
    assert [(notice.code, notice.detail) for notice in other.notices] == [(NoticeCode.FILTER_RENAMED, "口岸 (2)")]
    one.save_filter("口岸", "", "口岸 企业")
    assert told(one) == [NoticeCode.FILTER_STAYS]
    assert other.saved_filters() == [("口岸", "口岸 农产品"), ("口岸 (2)", "口岸 企业")]
