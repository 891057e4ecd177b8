"""One run of memo: its settings, and what they open when it is needed."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from memo.cache import Cache
from memo.citing.styles import DEFAULT, Style, find_style
from memo.registry.registry import Registry
from memo.settings import FORMATS, Settings, load_settings
from memo.terminal.output import tell

if TYPE_CHECKING:
    from memo.registry.selection import Selected


class Session:
    """What the common options settled, for one command."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.settings: Settings = load_settings(options.get("library"), bundled=not options.get("no_bundled"))
        for notice in self.settings.notices:
            tell(notice)

    @cached_property
    def cache(self) -> Cache:
        """Results of earlier runs."""
        return Cache(self.settings.cache)

    @cached_property
    def registry(self) -> Registry:
        """The registry."""
        return Registry(self.settings.library, with_bundled=self.settings.bundled, cache=self.cache)

    def style(self, name: str | None) -> Style:
        """The style asked for, else the configured one, else Chicago; a library's styles come before memo's."""
        library = self.settings.library
        return find_style(name or self.settings.style or DEFAULT, [library / "styles"] if library else [])

    def format(self, command: str, given: str | None) -> str:
        """The format asked for, else the configured one, else the command's first."""
        return given or self.settings.formats.get(command) or FORMATS[command][0]

    def select(self, names: Sequence[str], *, every: bool = False) -> "list[Selected]":
        """The documents that names mean, each once; with `every`, all that answer to each. One a name is asked for."""
        from memo.registry.selection import select, select_one  # deferred: a query of all needs none
        from memo.terminal.choosing import chooser

        found = [
            selected
            for name in names
            for selected in (select(self.registry, name) if every else [select_one(self.registry, name, chooser())])
        ]
        return list({(selected.document.id, selected.leaves): selected for selected in found}.values())

    def close(self) -> int:
        """Keep what was computed; tell of the files that could not be read: 2 where there were any, else 0."""
        if "cache" in self.__dict__:
            self.cache.close()
        problems = self.registry.problems if "registry" in self.__dict__ else []
        for problem in problems:
            tell(str(problem), hint=problem.hint)
        return 2 if problems else 0
