"""The cache: results by digest, and nothing lost but time when it fails."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from memo.cache import Cache, digest


def kept(path: Path, key: str) -> str | None:
    cache = Cache(path)
    value = cache.get(key)
    cache.close()
    return value


def keep(path: Path | None, key: str, value: str) -> None:
    cache = Cache(path)
    cache.put(key, value)
    assert cache.get(key) == value
    cache.close()


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "cache.sqlite"
    keep(path, "a", "Ж 蒋\x00")
    keep(path, "b", "two")
    assert (kept(path, "a"), kept(path, "b"), kept(path, "c")) == ("Ж 蒋\x00", "two", None)


def test_without_a_path_nothing_is_kept() -> None:
    keep(None, "a", "one")
    assert Cache(None).get("a") is None


@pytest.mark.parametrize("content", [b"", b"scribbled" * 2000, b"SQLite format 3\x00" + b"\x00" * 5000])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(content)
    assert kept(path, "a") is None
    keep(path, "a", "one")
    assert kept(path, "a") == "one"


def test_a_file_cut_short_is_begun_anew_or_read(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    for number in range(200):
        keep(path, f"{number}", "x" * 500)
    path.write_bytes(path.read_bytes()[:5000])
    for number in range(200):
        assert kept(path, f"{number}") in (None, "x" * 500)
    keep(path, "new", "one")
    assert kept(path, "new") in (None, "one")


def test_a_value_that_was_tampered_with_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    keep(path, "a", "ll. 54–62")
    path.write_bytes(path.read_bytes().replace("54–62".encode(), "99–99".encode()))
    assert kept(path, "a") is None
    path.write_bytes(path.read_bytes().replace("99–99".encode(), b"\xff" * 7))
    assert kept(path, "a") is None


def test_another_database_is_no_cache(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE kept (something)")
    other.commit()
    other.close()
    assert kept(path, "a") is None
    keep(path, "a", "one")


def test_a_locked_file_is_waited_for_only_briefly(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    keep(path, "a", "one")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert kept(path, "a") is None
    keep(path, "b", "two")
    other.execute("ROLLBACK")
    other.close()
    assert (kept(path, "a"), kept(path, "b")) == ("one", None)


def test_many_at_once_lose_nothing_that_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    threads = [threading.Thread(target=keep, args=(path, f"{number}", "x")) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {kept(path, f"{number}") for number in range(12)} <= {"x", None}
    assert kept(path, "0") is not None or kept(path, "1") is not None


@given(st.lists(st.text() | st.binary() | st.none()), st.lists(st.text() | st.binary() | st.none()))
def test_a_digest_is_of_its_parts_and_their_borders(left: list[str | bytes], right: list[str | bytes]) -> None:
    def plain(parts: list[str | bytes]) -> list[bytes]:
        return [
            b"\0" if part is None else part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            for part in parts
        ]

    assert (digest(*left) == digest(*right)) == (plain(left) == plain(right))


def test_a_changed_program_has_other_digests(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "cli" / "memo", tmp_path / "memo")

    def made() -> bytes:
        script = "import memo.cache; print(memo.cache.__file__, memo.cache.digest('x'))"
        return subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=True).stdout

    first = made()
    assert made() == first
    assert str(tmp_path).encode() in first
    os.utime(tmp_path / "memo" / "citing" / "items.py", ns=(2**62, 2**62))
    assert made() != first
