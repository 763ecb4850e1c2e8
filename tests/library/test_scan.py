"""Which posts are found, under which names and ids."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.posts.ids import LONGEST_ID, SHORTEST_ID, find_named, short_ids
from reader.library.posts.scan import find_posts, is_post


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def paths_of(*where: Path) -> list[str]:
    return [file.path for file in find_posts(where).files]


def ids_of(*where: Path) -> dict[str, str]:
    """The ids of all posts by their paths."""
    files = find_posts(where).files
    return dict(zip([file.path for file in files], short_ids([(file.path, file.file) for file in files]), strict=True))


def test_posts_are_found_at_any_depth_and_other_files_are_counted(tmp_path: Path) -> None:
    """Posts of all five suffixes in either case are found; a picture and a note book are passed over."""
    touch(tmp_path, "a.md", "b/c.TXT", "b/d/e.Html", "f.markdown", "g.htm", "h.png", "b/i.ipynb")
    found = find_posts([tmp_path])
    assert [file.path for file in found.files] == ["a.md", "b/c.TXT", "b/d/e.Html", "f.markdown", "g.htm"]
    assert found.seen.passed_over == 2


def test_hidden_folders_and_files_are_not_entered(tmp_path: Path) -> None:
    """What begins with a dot (a version control folder, a copy's twin) is no post."""
    touch(tmp_path, ".git/a.md", "._b.md", "c.md")
    assert paths_of(tmp_path) == ["c.md"]


def test_a_single_file_goes_by_its_name(tmp_path: Path) -> None:
    """A file given on the command line is called by its name, also beside a folder."""
    touch(tmp_path, "deep/er/a.md", "folder/b.md")
    assert paths_of(tmp_path / "deep/er/a.md", tmp_path / "folder") == ["a.md", "b.md"]


def test_a_post_met_twice_is_one_post(tmp_path: Path) -> None:
    """A folder and a file in it, or a folder given twice, do not double a post."""
    touch(tmp_path, "a/b.md")
    assert paths_of(tmp_path, tmp_path / "a", tmp_path / "a/b.md") == ["a/b.md"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    """A link to a folder above is not followed round and round, and a post keeps its real path."""
    touch(tmp_path, "z/post.md")
    (tmp_path / "z/up").symlink_to(tmp_path)
    (tmp_path / "a-link").symlink_to(tmp_path / "z")
    (tmp_path / "self.md").symlink_to(tmp_path / "self.md")
    found = find_posts([tmp_path])
    assert [file.path for file in found.files] == ["z/post.md"]
    assert [(item.path, item.reason) for item in found.seen.unlisted] == [("self.md", "ELOOP")]


def test_a_linked_folder_elsewhere_is_read(tmp_path: Path) -> None:
    """A link to a folder outside shows its posts under the link's name."""
    touch(tmp_path, "outside/a.md", "posts/b.md")
    (tmp_path / "posts/more").symlink_to(tmp_path / "outside")
    assert paths_of(tmp_path / "posts") == ["b.md", "more/a.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_closed_folder_is_reported(tmp_path: Path) -> None:
    """A folder without permission is named with its reason, and the others are read."""
    touch(tmp_path, "closed/a.md", "b.md")
    (tmp_path / "closed").chmod(0)
    found = find_posts([tmp_path])
    (tmp_path / "closed").chmod(0o700)
    assert [file.path for file in found.files] == ["b.md"]
    assert [(item.path, item.reason) for item in found.seen.unlisted] == [("closed", "EACCES")]


def test_what_is_gone_is_reported(tmp_path: Path) -> None:
    """A path that vanished and a link without a target are named, not raised."""
    touch(tmp_path, "a.md")
    (tmp_path / "dead.md").symlink_to(tmp_path / "nowhere")
    found = find_posts([tmp_path, tmp_path / "gone"])
    assert [file.path for file in found.files] == ["a.md"]
    assert {item.reason for item in found.seen.unlisted} == {"ENOENT"}


def test_a_pipe_is_never_a_regular_file(tmp_path: Path) -> None:
    """A named pipe called like a post is found without being opened, which would wait for ever."""
    os.mkfifo(tmp_path / "pipe.md")
    assert [file.regular for file in find_posts([tmp_path]).files] == [False]


def test_ids_are_the_shortest_unique_beginnings(tmp_path: Path) -> None:
    """An id is as short as the other names allow, but three characters; a like name takes a hash of six digits."""
    touch(tmp_path, "000_6109.txt", "001_b705.txt", "abcdefgh-one.md", "abcdefgh-two.md", "海关总署会议.md", "x.md")
    ids = ids_of(tmp_path)
    assert ids["000_6109.txt"] == "000"
    assert ids["001_b705.txt"] == "001"
    assert ids["海关总署会议.md"] == "海关总"
    assert ids["x.md"] == "x"
    assert {len(ids["abcdefgh-one.md"]), len(ids["abcdefgh-two.md"])} == {6}


def test_an_id_can_be_typed_without_quotes(tmp_path: Path) -> None:
    """Names that begin with spaces, dashes or signs of the shell get a hash for an id."""
    touch(tmp_path, "-rf.md", "$HOME.md", "a b c.md", "(1) x.md")
    assert all(post_id.isalnum() and len(post_id) == 6 for post_id in ids_of(tmp_path).values())


def test_ids_of_equal_paths_differ(tmp_path: Path) -> None:
    """Two folders may hold the same relative path: both posts are there, with ids of their own."""
    touch(tmp_path, "one/a.md", "two/a.md")
    files = find_posts([tmp_path / "one", tmp_path / "two"]).files
    assert [file.path for file in files] == ["a.md", "a.md"]
    assert len(set(short_ids([(file.path, file.file) for file in files]))) == 2


@given(st.sets(st.text("ab0-海 ", min_size=1, max_size=12), max_size=30))
def test_ids_are_unique_and_bounded(stems: set[str]) -> None:
    """Whatever the names: no two ids are equal, and one that is no hash begins its own name and no other."""
    names = sorted(stems)
    ids = short_ids([(f"{name}.md", f"/x/{name}.md") for name in names])
    assert len(set(ids)) == len(ids)
    for name, post_id in zip(names, ids, strict=True):
        begins = [stem for stem in stems if stem.startswith(post_id)]
        hashed = len(post_id) >= 6 and set(post_id) <= set("0123456789abcdef")
        own = begins == [name] and len(post_id) <= LONGEST_ID
        assert (own and len(post_id) >= min(SHORTEST_ID, len(name))) or hashed


def test_a_post_is_meant_by_id_path_file_or_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a person calls a post, if it can mean only one, it is that one."""
    touch(tmp_path, "a.md", "b.md", "sub/long-name.md", "sub/a.md")
    monkeypatch.chdir(tmp_path)
    files = find_posts([tmp_path]).files
    ids = short_ids([(file.path, file.file) for file in files])

    def meant(name: str) -> str | None:
        number = find_named(name, files, ids)
        return None if number is None else files[number].path

    file = tmp_path / "sub/long-name.md"
    for name in ("lon", "sub/long-name.md", "./sub/long-name.md", str(file), "long-name.md", "long-n"):
        assert meant(name) == "sub/long-name.md", name
    assert meant("a.md") == "a.md"
    assert [meant(name) for name in ("nothing", "lo", "")] == [None, None, None]
    assert all(meant(post_id) == path for post_id, path in zip(ids, [file.path for file in files], strict=True))


def test_scanning_brings_in_no_parser() -> None:
    """Opening the library room costs the start of the screen no parser, no script table, no pinyin."""
    code = "import sys, reader.library, reader.cli; print([m for m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = ("bs4", "lxml", "frontmatter", "yaml", "opencc", "pypinyin", "textual", "argparse")
    assert [name for name in heavy if f"'{name}'" in run.stdout] == []


def test_names_say_what_is_a_post() -> None:
    """The suffix decides, whatever its case."""
    assert is_post("a.MD")
    assert not is_post("a.md.bak")
    assert not is_post(".md")
