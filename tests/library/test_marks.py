"""Stars, notes, read marks and places stay with a post, whatever becomes of its file, the index, or the marks' own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.index import Library
from reader.library.marks import file as marks_file
from reader.library.marks.changes import Prefer, SaveFilter, SetFlag, SetNote, SetPassage
from reader.library.marks.file import Marks, MarksError
from reader.library.marks.mark import Identity, Mark, PassageNote
from reader.library.model import Notice, NoticeCode
from reader.query import parse
from tests.conftest import write_post

BODY = "<p>　　3月{day}日，海关总署召开第{number}次形势分析及工作督查例会。海关总署署长倪岳峰主持会议。</p>"
PASSAGE = PassageNote(2, 3, 5, "口岸", "第一次提到")
WHOLE = Mark(read=True, starred=True, note="要点：口岸", place=(2, 17))

Open = Callable[[], Library]


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """Two meetings."""
    folder = tmp_path / "posts"
    folder.mkdir()
    write_post(folder, "a.md", "第四十六次例会", BODY.format(day=15, number="四十六"))
    write_post(folder, "b.md", "第四十七次例会", BODY.format(day=16, number="四十七"), "Wed, 16 Mar 2022 10:00:00 GMT")
    return folder


@pytest.fixture
def opened(posts: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens the library over the posts and reads what is new; closes all at the end."""
    libraries: list[Library] = []

    def opens() -> Library:
        library = Library([posts], tmp_path / "index.sqlite3", tmp_path / "marks.sqlite3")
        libraries.append(library)
        library.update(lambda progress: None)
        return library

    yield opens
    for library in libraries:
        library.close()


def key_of(library: Library, path: str) -> int:
    """The key of the post with this path."""
    (key,) = [row.key for row in library.search(parse("")).rows if row.path == path]
    return key


def mark(library: Library, path: str) -> None:
    """Marks a post in every way."""
    key = key_of(library, path)
    library.marks.set_read(key, True)
    library.marks.set_starred(key, True)
    library.marks.keep(SetNote(library.identity(key), WHOLE.note))
    library.marks.set_place(key, WHOLE.place)


def starred(library: Library) -> list[str]:
    """The paths that `is:starred` finds; the rows of the whole list must show the same stars."""
    found = [row.path for row in library.search(parse("is:starred")).rows]
    assert [row.path for row in library.search(parse("")).rows if row.starred] == found
    return found


def test_every_mark_is_kept_for_the_next_sitting(opened: Open) -> None:
    """Read, star, note and place are there again after the reader was closed, on that post and no other."""
    library = opened()
    mark(library, "a.md")
    library.close()
    library = opened()
    assert library.marks.of(key_of(library, "a.md")) == WHOLE
    assert library.marks.of(key_of(library, "b.md")) == Mark()
    row = library.row(key_of(library, "a.md"))
    assert (row.read, row.starred) == (True, True)
    assert [row.path for row in library.search(parse("has:note")).rows] == ["a.md"]


def test_every_mark_can_be_taken_back(opened: Open) -> None:
    """What was undone is gone: the post looks as if it had never been marked."""
    library = opened()
    mark(library, "a.md")
    key = key_of(library, "a.md")
    library.marks.set_read(key, False)
    library.marks.set_starred(key, False)
    library.marks.keep(SetNote(library.identity(key), ""))
    library.marks.set_place(key, None)
    assert library.marks.of(key) == Mark()
    assert starred(library) == []


def test_a_file_that_was_renamed_or_moved_keeps_its_marks(opened: Open, posts: Path) -> None:
    """Whether the library is open meanwhile or not, a star follows its post to a new name and folder."""
    library = opened()
    mark(library, "a.md")
    (posts / "a.md").rename(posts / "z.md")
    library.update(lambda progress: None)
    assert starred(library) == ["z.md"]
    library.close()
    (posts / "deep").mkdir()
    (posts / "z.md").rename(posts / "deep" / "y.md")
    library = opened()
    assert starred(library) == ["deep/y.md"]
    assert library.marks.of(key_of(library, "deep/y.md")) == WHOLE


def test_a_file_that_was_copied_elsewhere_keeps_its_marks(opened: Open, posts: Path) -> None:
    """A folder restored from a backup holds new files with the same bytes: the marks are theirs."""
    library = opened()
    mark(library, "a.md")
    data = (posts / "a.md").read_bytes()
    (posts / "a.md").unlink()
    library.update(lambda progress: None)
    assert starred(library) == []
    (posts / "back.md").write_bytes(data)
    library.update(lambda progress: None)
    assert starred(library) == ["back.md"]


def test_marks_outlive_the_index(opened: Open, tmp_path: Path) -> None:
    """The index may be thrown away at any time: read anew, the posts have their marks."""
    library = opened()
    mark(library, "a.md")
    library.close()
    for file in tmp_path.glob("index.*"):
        file.unlink()
    library = opened()
    assert starred(library) == ["a.md"]
    assert library.marks.of(key_of(library, "a.md")) == WHOLE


def test_a_text_that_was_edited_keeps_its_marks(opened: Open, posts: Path) -> None:
    """A misprint put right: title and publication are the same, so are the marks, and new ones join them."""
    library = opened()
    mark(library, "a.md")
    text = (posts / "a.md").read_text(encoding="utf-8")
    (posts / "a.md").write_text(text.replace("主持会议", "主持了会议"), encoding="utf-8")
    library.update(lambda progress: None)
    key = key_of(library, "a.md")
    assert library.marks.of(key) == WHOLE
    assert starred(library) == ["a.md"]
    library.marks.set_read(key, False)
    assert library.marks.of(key) == WHOLE._replace(read=False)
    assert library.marks.of(key_of(library, "b.md")) == Mark()


def test_a_post_whose_title_is_read_otherwise_keeps_its_note(tmp_path: Path) -> None:
    """A note is written on it again, and then one on a post that has its former title: each has its own."""
    same = Identity(b"1" * 16, b"former")
    with closing(Marks(tmp_path / "marks.sqlite3")) as marks:
        marks.write(SetNote(same, "旧", None))
        marks.write(SetNote(same._replace(alias=b"now"), "新", "旧"))
        marks.write(SetNote(Identity(b"2" * 16, b"former"), "另一篇", ""))
        assert marks.of(same._replace(alias=b"now")).note == "新"
        assert marks.of(Identity(b"2" * 16, b"former")).note == "另一篇"


def test_a_text_that_was_edited_for_good_has_no_marks(opened: Open, posts: Path) -> None:
    """Another post in a file of the same name is another post."""
    library = opened()
    mark(library, "a.md")
    write_post(posts, "a.md", "第五十次例会", BODY.format(day=17, number="五十"), "Thu, 17 Mar 2022 10:00:00 GMT")
    library.update(lambda progress: None)
    assert library.marks.of(key_of(library, "a.md")) == Mark()
    assert starred(library) == []


def test_two_readers_at_once_see_the_stars_of_each_other(opened: Open) -> None:
    """A star set in one window is in the list of the other, and neither takes away what the other did."""
    one, other = opened(), opened()
    key = key_of(one, "a.md")
    assert starred(one) == starred(other) == []
    one.marks.set_starred(key, True)
    other.marks.keep(SetNote(other.identity(key), "来自另一个窗口"))
    other.marks.set_starred(key_of(other, "b.md"), True)
    assert starred(one) == starred(other) == ["b.md", "a.md"]
    assert one.marks.of(key) == other.marks.of(key) == Mark(starred=True, note="来自另一个窗口")


def test_rows_on_the_screen_show_a_new_star_once_they_are_asked_anew(opened: Open) -> None:
    """The list that is shown need not be searched again after a star was set."""
    library = opened()
    rows = library.listed(None).rows
    assert [row.starred for row in rows] == [False, False]
    library.marks.set_starred(rows[1].key, True)
    rows.forget()
    assert [row.starred for row in rows] == [False, True]


def test_the_last_query_is_kept_for_each_collection(tmp_path: Path, opened: Open) -> None:
    """What was last looked for comes back in the same folders, and in no other."""
    library = opened()
    assert library.marks.last_query() == ""
    library.marks.keep_query("口岸 is:unread")
    library.marks.keep_query("口岸")
    assert opened().marks.last_query() == "口岸"
    elsewhere = Library([tmp_path], tmp_path / "other.sqlite3", tmp_path / "marks.sqlite3")
    with closing(elsewhere):
        assert elsewhere.marks.last_query() == ""


def test_only_the_owner_can_read_marks(opened: Open, tmp_path: Path) -> None:
    """What somebody reads and notes is nobody else's business, not in the files that SQLite puts beside it either."""
    mark(opened(), "a.md")
    modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.glob("marks.sqlite3*")}
    assert "marks.sqlite3" in modes
    assert set(modes.values()) == {0o600}


def test_marks_are_made_private_again(tmp_path: Path) -> None:
    """A file that was copied back with other rights is closed to others when it is opened; its folder is ours alone."""
    file = tmp_path / "state" / "marks.sqlite3"
    Marks(file).write(SetFlag(Identity(b"1", None), "read", True))
    file.chmod(0o644)
    Marks(file).write(SetFlag(Identity(b"1", None), "read", True))
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_before_a_new_schema_the_marks_are_copied(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an update of the program all marks are there, and as they were in a copy that only the owner reads."""
    library = opened()
    mark(library, "a.md")
    library.close()
    monkeypatch.setattr(marks_file, "SCHEMA", 3)
    monkeypatch.setattr(marks_file, "STEPS", {2: "ALTER TABLE mark ADD COLUMN colour TEXT"})
    library = opened()
    assert library.marks.of(key_of(library, "a.md")) == WHOLE
    assert library.notices() == []
    copy = tmp_path / "marks.sqlite3.schema-2"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert columns(copy) == ["digest", "alias", "read", "starred", "note", "paragraph", "character", "passages"]
    assert columns(tmp_path / "marks.sqlite3")[-1] == "colour"
    monkeypatch.setattr(marks_file, "SCHEMA", 2)
    with closing(Marks(copy)) as former:
        assert former.of(library.identity(key_of(library, "a.md"))) == WHOLE


FIRST_SCHEMA = """CREATE TABLE mark (digest BLOB PRIMARY KEY, alias BLOB, read INTEGER NOT NULL DEFAULT 0,
starred INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '', paragraph INTEGER, character INTEGER);
CREATE INDEX mark_by_alias ON mark (alias) WHERE alias IS NOT NULL;
CREATE TABLE last_query (collection TEXT PRIMARY KEY, query TEXT NOT NULL);
PRAGMA user_version = 1;"""


def test_marks_of_the_first_schema_are_brought_up(tmp_path: Path) -> None:
    """Whoever updates from the first version finds every mark, and can note passages and name filters."""
    file, post = tmp_path / "marks.sqlite3", Identity(b"1", b"2")
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(FIRST_SCHEMA)
        connection.execute("INSERT INTO mark VALUES (?, ?, 1, 1, '要点：口岸', 2, 17)", post)
        connection.commit()
    with closing(Marks(file)) as kept:
        assert kept.of(post) == WHOLE
        kept.write(SetPassage(post, PASSAGE))
        kept.write(SaveFilter("口岸", "口岸 农产品"))
        assert kept.of(post) == WHOLE._replace(passages=(PASSAGE,))
        assert kept.saved_filters() == [("口岸", "口岸 农产品")]


def test_notes_on_passages(tmp_path: Path) -> None:
    """A second note on the same passage takes the place of the first, an empty one removes it, others stay."""
    with closing(Marks(tmp_path / "marks.sqlite3")) as kept:
        post, other = Identity(b"1", b"2"), PASSAGE._replace(paragraph=0)
        for passage in (PASSAGE, other, PASSAGE._replace(note="改了")):
            kept.write(SetPassage(post, passage))
        assert kept.of(post).passages == (other, PASSAGE._replace(note="改了"))
        assert kept.of(Identity(b"edited", b"2")).passages == kept.of(post).passages
        kept.write(SetPassage(Identity(b"edited", b"2"), other._replace(note="")))
        assert kept.of(Identity(b"edited", b"2")).passages == (PASSAGE._replace(note="改了"),)


def test_named_filters_and_preferences(tmp_path: Path) -> None:
    """A name keeps one filter, an empty filter frees the name; what was chosen by a key is there at the next start."""
    file = tmp_path / "marks.sqlite3"
    with closing(Marks(file)) as kept:
        kept.write(SaveFilter("口岸", "口岸"))
        kept.write(SaveFilter("口岸", "口岸 农产品"))
        kept.write(SaveFilter("例会", "series:例会"))
        kept.write(SaveFilter("例会", ""))
        kept.write(Prefer("widened", "8"))
    with closing(Marks(file)) as kept:
        assert kept.saved_filters() == [("口岸", "口岸 农产品")]
        assert (kept.preference("widened"), kept.preference("other")) == ("8", "")


def columns(file: Path) -> list[str]:
    """The columns of the table of marks in a file."""
    with closing(sqlite3.connect(file)) as connection:
        return [name for _, name, *_ in connection.execute("PRAGMA table_info(mark)")]


def test_a_step_that_fails_leaves_the_marks_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An update that goes wrong in the middle costs no mark: the file is as before, not half of each."""
    file, post = tmp_path / "marks.sqlite3", Identity(b"1", b"2")
    with closing(Marks(file)) as former:
        former.write(SetNote(post, "要点"))
    with monkeypatch.context() as patch:
        patch.setattr(marks_file, "SCHEMA", 3)
        patch.setattr(
            marks_file, "STEPS", {2: "ALTER TABLE mark ADD COLUMN colour TEXT;\nALTER TABLE mark ADD COLUMN note TEXT"}
        )
        with pytest.raises(MarksError):
            Marks(file).of(post)
    assert "colour" not in columns(file)
    with closing(Marks(file)) as former:
        assert former.of(post) == Mark(note="要点")


def test_marks_of_a_later_version_are_left_alone(opened: Open, tmp_path: Path) -> None:
    """An older program beside a newer one does not touch the newer one's marks, and says that it keeps none."""
    library = opened()
    mark(library, "a.md")
    library.close()
    with closing(sqlite3.connect(tmp_path / "marks.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (tmp_path / "marks.sqlite3").read_bytes()
    library = opened()
    library.marks.keep(SetNote(library.identity(key_of(library, "b.md")), "另一条"))
    (notice,) = library.notices()
    assert notice.code == NoticeCode.MARKS_FOREIGN
    library.close()
    assert (tmp_path / "marks.sqlite3").read_bytes() == before


def test_damaged_marks_are_set_aside_and_named(opened: Open, tmp_path: Path) -> None:
    """Marks that cannot be read are never thrown away: they lie under another name, which the reader is told."""
    damage = b"no database at all" * 100
    for number in (1, 2):
        (tmp_path / "marks.sqlite3").write_bytes(damage)
        library = opened()
        mark(library, "a.md")
        aside = tmp_path / f"marks.sqlite3.damaged-{number}"
        assert library.notices() == [Notice(NoticeCode.MARKS_ASIDE, str(aside))]
        assert library.notices() == []
        assert aside.read_bytes() == damage
        assert starred(library) == ["a.md"]
        library.close()


def test_where_nothing_can_be_kept_marks_last_for_the_sitting(posts: Path, tmp_path: Path) -> None:
    """With a file where the state folder should be, stars can be set and seen; it is told once that they will go."""
    (tmp_path / "state").write_text("in the way")
    for _ in range(2):
        library = Library([posts], tmp_path / "index.sqlite3", tmp_path / "state" / "marks.sqlite3")
        with closing(library):
            library.update(lambda progress: None)
            assert starred(library) == []
            mark(library, "a.md")
            assert starred(library) == ["a.md"]
            assert library.marks.of(key_of(library, "a.md")) == WHOLE
            assert [notice.code for notice in library.notices()] == [NoticeCode.NO_MARKS]
            assert library.notices() == []
            assert library.marks.unkept
    assert (tmp_path / "state").read_text() == "in the way"


def test_marks_of_a_post_that_is_gone_are_a_key_error(opened: Open, posts: Path) -> None:
    """A star for a post that went away in the meantime is refused, not put on another."""
    library = opened()
    key = key_of(library, "a.md")
    (posts / "a.md").unlink()
    library.update(lambda progress: None)
    with pytest.raises(KeyError):
        library.marks.set_starred(key, True)
    assert starred(library) == []


def test_posts_of_one_title_and_day_have_marks_of_their_own(opened: Open, posts: Path) -> None:
    """Two different posts that share title and publication: a star on one is no star on the other."""
    for number in (1, 2):
        body = f"<p>　　第{number}份公告的文字，与另一份毫不相干，说的是第{number}件事情，要各自标记。</p>"
        write_post(posts, f"notice-{number}.md", "海关总署公告", body, "2022-03-17")
    library = opened()
    rows = {row.path: row.key for row in library.search(parse("公告 is:article"), all_posts=True).rows}
    assert sorted(rows) == ["notice-1.md", "notice-2.md"]
    library.marks.set_starred(rows["notice-1.md"], True)
    library.marks.keep(SetNote(library.identity(rows["notice-2.md"]), "第二份"))
    assert library.marks.of(rows["notice-1.md"]) == Mark(starred=True)
    assert library.marks.of(rows["notice-2.md"]) == Mark(note="第二份")
