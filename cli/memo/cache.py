"""Derived results kept between runs, each under a digest of all that it was made from.

A cache and nothing more: whatever is wrong with it, memo computes the result again. Nothing in it is ever out of date,
because a changed file, style, memo or installed library has another digest.
"""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from memo import __version__

# hashlib loads OpenSSL, which costs a tenth of a query; Python's own `random` takes this way, too.
try:
    from _sha2 import sha256  # Python 3.12 and later
except ImportError:
    try:
        from _sha256 import sha256
    except ImportError:
        from hashlib import sha256

_LIMIT = 64_000_000
"""Bytes at which the cache is begun anew."""


def digest(*parts: bytes | str | None) -> str:
    """The key of a result that was made from these parts, by this very program."""
    made = sha256(_program())
    for part in parts:
        raw = b"\0" if part is None else part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(raw).to_bytes(8, "big") + raw)
    return str(made.hexdigest())


@cache
def _program() -> bytes:
    """What makes the results: memo's version and files, and the folders that its libraries are installed in."""
    package = Path(__file__).parent
    files = [entry for folder in (package, *package.iterdir()) if folder.is_dir() for entry in os.scandir(folder)]
    newest = max(entry.stat().st_mtime_ns for entry in files if entry.name.endswith(".py"))
    beside = [
        str(path.stat().st_mtime_ns)
        for path in map(Path, sys.path)
        if path.name.endswith("-packages") and path.is_dir()
    ]
    return "\n".join([__version__, str(newest), *beside]).encode()


def _seal(key: str, value: bytes) -> bytes:
    """What proves that a value is the one that was kept under its key."""
    seal: bytes = sha256(key.encode() + value).digest()
    return seal


class Cache:
    """Text results by digest, in one SQLite file; without a path, or where the file fails, it keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._new: dict[str, str] = {}
        self._connection: sqlite3.Connection | None = None

    def get(self, key: str) -> str | None:
        """The result kept under a key, if there is one."""
        if key in self._new:
            return self._new[key]
        try:
            connection = self._open()
            row = connection and connection.execute("SELECT value, seal FROM results WHERE key = ?", (key,)).fetchone()
            # A damaged file may still be read; its values no longer bear their seals.
            return row[0].decode() if row and row[1] == _seal(key, row[0]) else None
        except (OSError, ValueError, TypeError, AttributeError, sqlite3.Error):
            return None

    def put(self, key: str, value: str) -> None:
        """Keep a result; it is written when the cache is closed."""
        self._new[key] = value

    def close(self) -> None:
        """Write what is new. What can't be written is lost, and computed again another time."""
        try:
            if self._new and self._path:
                self._write(self._path)
        except (OSError, sqlite3.Error):
            pass
        finally:
            if self._connection:
                self._connection.close()

    def _open(self) -> sqlite3.Connection | None:
        if self._connection is None and self._path and self._path.is_file():
            self._connection = sqlite3.connect(self._path, timeout=0.2, isolation_level=None)
        return self._connection

    def _write(self, path: Path) -> None:
        if self._connection is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
        try:
            self._insert(self._connection)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise  # locked, full or read-only: not damaged
            self._connection.close()
            path.unlink()
            self._connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
            self._insert(self._connection)

    def _insert(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA synchronous = OFF")
        with _transaction(connection):
            connection.execute("CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, value BLOB, seal BLOB)")
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            (size,) = connection.execute("PRAGMA page_size").fetchone()
            if pages * size > _LIMIT:
                connection.execute("DELETE FROM results")
            values = ((key, value.encode("utf-8", "surrogatepass")) for key, value in self._new.items())
            rows = ((key, value, _seal(key, value)) for key, value in values)
            connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
