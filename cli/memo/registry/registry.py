"""The registry: the bundled documents with the user's library over them, each file read when it is needed."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from memo import bundled
from memo.cache import Cache, digest
from memo.errors import FileError
from memo.registry.fileformat import Metadata, split
from memo.registry.model import Document

if TYPE_CHECKING:
    from memo.archives.authority import KnownArchive

SUFFIX = ".md"


class Registry:
    """All documents that memo knows, by id. A library's document replaces the bundled one of the same id.

    Files that can't be read are left out and named in `problems`.
    """

    def __init__(self, library: Path | None, *, with_bundled: bool = True, cache: Cache | None = None) -> None:
        self.folders = [*([bundled.folder("documents")] if with_bundled else []), *([library] if library else [])]
        self.problems: list[FileError] = []
        self._faults: dict[str, FileError] = {}
        self._cache = cache or Cache(None)
        self._loaded: dict[str, Document] = {}
        self._paths: dict[str, Path] = {}
        for folder in self.folders:
            self._paths |= self._files(folder)
        for name in self._faults:
            self._paths.pop(name, None)

    @property
    def ids(self) -> list[str]:
        """The ids of all documents, sorted."""
        return sorted(self._paths)

    def load(self, name: str) -> Document | None:
        """The document with this very id; None where there is none or its file can't be read (see `problems`)."""
        if name in self._paths and name not in self._loaded and name not in self._faults:
            try:
                self._loaded[name] = self._read(name, self._paths[name])
            except FileError as error:
                self._fault(name, error)
        return self._loaded.get(name)

    def fault(self, name: str) -> FileError | None:
        """What is wrong with the file of an id, if anything; who asks tells it, so it leaves `problems`."""
        fault = self._faults.get(name)
        if fault in self.problems:
            self.problems.remove(fault)
        return fault

    def _fault(self, name: str, fault: FileError) -> None:
        self._faults[name] = fault
        self.problems.append(fault)

    def documents(self) -> list[Document]:
        """All documents that can be read, by date."""
        return sorted(filter(None, map(self.load, self._paths)), key=Document.sort_key)

    def archives(self) -> "list[KnownArchive]":
        """The archives that the authority files name, the library's first."""
        from memo.archives.authority import read_archives  # deferred: only references ask for them

        return read_archives(folder / "authority" / "archives.toml" for folder in reversed(self.folders))

    def _files(self, folder: Path) -> dict[str, Path]:
        """The documents' files in a folder and its subfolders, by id; an id that is two is a problem and none."""
        found: dict[str, Path] = {}
        for path in self._walk(folder):
            name = path.name.removesuffix(SUFFIX)
            if not name.isprintable():
                self._fault(name, FileError(ascii(str(path)), "a name of printable characters in UTF-8 was expected"))
                continue
            if name in found:
                problem = f"the id {name} is also that of {found[name]}: one file for each id was expected"
                self._fault(name, FileError(path, problem))
            found.setdefault(name, path)
        return found

    def _walk(self, folder: Path) -> Iterator[Path]:
        def failed(error: OSError) -> None:
            self.problems.append(FileError(error.filename, f"can't be listed: {error.strerror}"))

        for parent, folders, files in os.walk(folder, onerror=failed):
            folders.sort()
            for name in [name for name in folders if name.endswith(SUFFIX)]:
                folders.remove(name)
                fault = FileError(Path(parent, name), "is a folder: a document's file was expected")
                self._fault(name.removesuffix(SUFFIX), fault)
            yield from (Path(parent, name) for name in sorted(files) if name.endswith(SUFFIX) and name[0] != ".")

    def _read(self, name: str, path: Path) -> Document:
        if path.exists() and not path.is_file():
            raise FileError(path, "is no regular file: a document's file was expected")
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise FileError(path, f"can't be read: {error.strerror}") from error
        front, text = split(raw, path)
        return Document(name, self._metadata(front, path), text, path)

    def _metadata(self, front: str, path: Path) -> Metadata:
        key = digest("metadata", front)
        kept = self._cache.get(key)
        if kept is not None:
            metadata: Metadata = json.loads(kept)
            return metadata
        from memo.registry.frontmatter import parse_front_matter  # deferred: YAML is slow to load

        metadata = parse_front_matter(front, path)
        self._cache.put(key, json.dumps(metadata, ensure_ascii=False))
        return metadata
