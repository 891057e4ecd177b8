"""What the user has settled: folders, the configuration file, the environment's variables."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

from memo.errors import FileError, UseError
from memo.nearest import nearest

Folder = Literal["config", "data", "cache"]
FORMATS = {
    "quote": ("text", "json"),
    "cite": ("text", "markdown", "html", "json", "bibtex"),
    "list": ("text", "json"),
    "show": ("text", "json"),
}
"""By command, the formats of its output, the default one first."""

_XDG: dict[Folder, tuple[str, str]] = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}


class Settings(NamedTuple):
    """Settings of one run; `formats` holds default formats by command.

    `notices` are for the reader: what was settled and could not be had.
    """

    library: Path | None
    cache: Path | None
    bundled: bool
    style: str | None
    formats: Mapping[str, str]
    notices: tuple[str, ...]


def platform_folder(kind: Folder) -> Path | None:
    """The platform's folder for memo's configuration, data or cache; None where there is no home.

    The XDG rule (XDG Base Directory Specification 0.8) is followed here on Linux, as platformdirs would, whose import
    costs more than a query.
    """
    if sys.platform == "linux":
        variable, below_home = _XDG[kind]
        given, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
        if given.strip():
            return Path(given, "memo")
        if home:
            return Path(home, below_home, "memo")
    import platformdirs  # deferred: see above

    try:
        return Path(getattr(platformdirs, f"user_{kind}_dir")("memo", appauthor=False))
    except (OSError, RuntimeError):
        return None


def load_settings(library: str | None = None, *, bundled: bool = True) -> Settings:
    """Settings from the command line (`library`), the environment, the configuration file, in this order.

    Raises UseError for a library on the command line that is no folder, FileError for a bad configuration file.
    """
    path, config = _read_config()
    notices: tuple[str, ...] = ()
    settled = os.environ.get("MEMO_LIBRARY") or config.get("library")
    folder: Path | None
    if library is not None:
        folder = Path(library).expanduser()
        if not library or not folder.is_dir():
            raise UseError(f"--library {library}: " + ("not a folder" if folder.exists() else "no such folder"))
    elif settled:
        origin = "MEMO_LIBRARY" if os.environ.get("MEMO_LIBRARY") else str(path)
        folder = Path(settled).expanduser()
        if folder.exists() and not folder.is_dir():
            raise UseError(f"{origin}: the library {settled} is not a folder")
        if not folder.exists():
            notices, folder = (f"{origin}: there is no library {settled} yet",), None
    else:
        folder = platform_folder("data")
        folder = folder if folder and folder.is_dir() else None
    cache = platform_folder("cache")
    return Settings(
        folder, cache / "derived.sqlite" if cache else None, bundled, config.get("style"), _formats(config), notices
    )


def _formats(config: Mapping[str, Any]) -> dict[str, str]:
    """The default format of each command: its own, else the one for all where the command has it."""
    formats: dict[str, str] = {}
    for name, known in FORMATS.items():
        own = config.get(name, {}).get("format", config.get("format"))
        if own in known:
            formats[name] = own
    return formats


def _read_config() -> tuple[Path | None, dict[str, Any]]:
    folder = platform_folder("config")
    path = folder / "config.toml" if folder else None
    if path is None or not (path.exists() or path.is_symlink()):
        return path, {}
    if not path.is_file():
        raise FileError(path, "is no regular file: a configuration file was expected")
    import tomllib  # deferred: most have no such file

    try:
        config = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileError(path, f"can't be read: {error.strerror}") from error
    except ValueError as error:
        raise FileError(path, f"no TOML: {error}") from error
    _check(path, config, "", {"library": str, "style": str, "format": str, **dict.fromkeys(FORMATS, dict)})
    every = tuple(dict.fromkeys(name for known in FORMATS.values() for name in known))
    _check_format(path, "format", config, every)
    for name, known in FORMATS.items():
        _check(path, config.get(name, {}), f"{name}.", {"format": str})
        _check_format(path, f"{name}.format", config.get(name, {}), known)
    return path, config


def _check_format(path: Path, key: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    given = table.get("format")
    if given is not None and given not in known:
        raise FileError(path, f"{key}: “{given}”: one of {', '.join(known)} was expected")


def _check(path: Path, table: Mapping[str, Any], prefix: str, known: Mapping[str, type]) -> None:
    for key, value in table.items():
        if key not in known:
            near = nearest(key, known)
            expected = f"did you mean {near[0]}?" if near else f"one of {', '.join(known)} was expected"
            raise FileError(path, f"{prefix}{key}: unknown key; {expected}")
        if not isinstance(value, known[key]):
            expected = "a table" if known[key] is dict else "a string"
            raise FileError(path, f"{prefix}{key}: {expected} was expected, not {value!r}")
