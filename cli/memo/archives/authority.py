"""The archives that memo knows: their names in both scripts, former names, places; from `authority/archives.toml`."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from memo.errors import FileError


class KnownArchive(NamedTuple):
    """An archive: its English name and abbreviation, its place, and every other name that it goes or went by."""

    name: str
    short: str
    place: str
    others: tuple[str, ...]

    def goes_by(self, name: str) -> bool:
        """Whether a name, in any script, long or short, former or not, is this archive's."""
        return _bare(name) in {_bare(own) for own in (self.name, self.short, *self.others)}


def read_archives(paths: Iterable[Path]) -> list[KnownArchive]:
    """The archives of the files that exist, in order. Raises FileError for a file that is not as it should be."""
    archives: list[KnownArchive] = []
    for path in paths:
        if not path.is_file():
            continue
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8")).get("archive", [])
            archives += [KnownArchive(t["name"], t["short"], t["place"], tuple(t.get("others", ()))) for t in tables]
        except (OSError, ValueError) as error:
            raise FileError(path, str(error)) from error
        except (KeyError, TypeError, AttributeError) as error:
            raise FileError(path, "every [[archive]] needs name, short and place") from error
    return archives


def same_archive(left: str, right: Iterable[str | None], known: Iterable[KnownArchive]) -> bool:
    """Whether the name `left` is that of the archive called by the names `right`."""
    names = [name for name in right if name]
    if _bare(left) in {_bare(name) for name in names}:
        return True
    return any(archive.goes_by(left) and any(map(archive.goes_by, names)) for archive in known)


def _bare(name: str) -> str:
    return re.sub(r"[^\w]", "", name).casefold()
