"""The registry: bundled documents with a library over them, and files that can't be read."""

import os
from pathlib import Path

import pytest

from conftest import EARLIER, LATER, Library
from memo.cache import Cache
from memo.registry.registry import Registry


def test_a_librarys_document_replaces_the_bundled_one(library: Library) -> None:
    library.add(LATER, "Mine.", title="Mine")
    registry = Registry(library.path)
    assert registry.ids == [EARLIER, LATER]
    document = registry.load(LATER)
    assert document
    assert (document.title, document.text) == ("Mine", "Mine.")


def test_subfolders_hold_documents_too(library: Library) -> None:
    library.add("stalin/one")
    library.add("two")
    assert library.registry().ids == ["one", "two"]


def test_documents_come_by_date_those_without_one_last(library: Library) -> None:
    library.add("c", date="1949-02")
    library.add("a")
    library.add("b", date="1949-02-04")
    library.add("d", date="1948~")
    assert [document.id for document in library.registry().documents()] == ["d", "c", "b", "a"]


def test_an_id_that_is_two_is_a_problem_and_no_document(library: Library) -> None:
    library.add("one/same")
    library.add("two/same")
    library.add("other")
    registry = library.registry()
    assert registry.ids == ["other"]
    assert ["same.md" in str(problem) for problem in registry.problems] == [True]


def test_bad_files_are_named_and_good_ones_read(library: Library) -> None:
    library.add("good")
    library.put("bad", "---\ntitle: [\n---\n")
    (library.path / "folder.md").mkdir()
    (library.path / "gone.md").symlink_to(library.path / "nowhere")
    os.mkfifo(library.path / "pipe.md")
    registry = library.registry()
    assert [document.id for document in registry.documents()] == ["good"]
    assert sorted(str(problem).removeprefix(f"{library.path}/").partition(":")[0] for problem in registry.problems) == [
        "bad.md",
        "folder.md",
        "gone.md",
        "pipe.md",
    ]


def test_a_broken_file_that_replaces_a_bundled_one_hides_it(library: Library) -> None:
    library.put(LATER, "broken")
    registry = Registry(library.path)
    assert registry.load(LATER) is None
    assert len(registry.problems) == 1


def test_a_loop_of_links_ends(library: Library) -> None:
    (library.path / "loop").symlink_to(library.path)
    library.add("one")
    assert library.registry().ids == ["one"]


@pytest.mark.parametrize("state", ["new", "kept", "scribbled", "a folder"])
def test_metadata_is_the_files_whatever_the_cache_is(library: Library, tmp_path: Path, state: str) -> None:
    path = tmp_path / "cache" / "derived.sqlite"
    for title in ("Before", "After"):
        library.add("one", title=title)
        if state == "scribbled" and path.exists():
            path.write_bytes(b"scribbled" * 1000)
        if state == "a folder":
            path.mkdir(parents=True, exist_ok=True)
        cache = Cache(path)
        registry = Registry(library.path, with_bundled=False, cache=cache)
        document = registry.load("one")
        assert document
        assert document.title == title
        cache.close()
        if state == "kept":
            warm = Cache(path)
            again = Registry(library.path, with_bundled=False, cache=warm).load("one")
            warm.close()
            assert again
            assert again.title == title
