"""What all tests share: memo as a real process in an environment of its own, and libraries of files."""

import os
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from memo.cache import Cache
from memo.registry.frontmatter import write
from memo.registry.registry import Registry

settings.register_profile("untimed", deadline=None)  # machines are noisy: no test fails on a time
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data"
MEMO = shlex.split(os.environ.get("MEMO_COMMAND", "")) or [sys.executable, "-W", "error", "-m", "memo"]
"""The memo under test: MEMO_COMMAND, as for an installed wheel, or this checkout's."""

EARLIER, LATER = "mikoyan-mao-1949-01-31", "mikoyan-mao-1949-02-04"


@dataclass(frozen=True)
class Ran:
    out: str
    err: str
    status: int

    def check_good(self) -> "Ran":
        assert self.status == 0, self.err
        assert self.err == ""
        return self

    def check_polite(self, status: int = 2) -> "Ran":
        """The run failed as it should: a message, a status, no traceback."""
        assert self.status == status, (self.status, self.out, self.err)
        assert self.err.strip()
        assert "Traceback" not in self.err
        assert "fault of memo's own" not in self.err
        return self


Memo = Callable[..., Ran]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which nobody has settled anything."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    return {**kept, "HOME": str(home)}


@pytest.fixture
def memo(environment: dict[str, str], tmp_path: Path) -> Memo:
    """Runs memo as a process, from a folder that is not the checkout."""

    def run(*arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Ran:
        ran = subprocess.run(
            [*MEMO, *arguments],
            input=stdin,
            capture_output=True,
            env={**environment, **(env or {})},
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
        return Ran(ran.stdout.decode(), ran.stderr.decode(), ran.returncode)

    return run


def strings(value: Any) -> Any:
    """Every scalar as the string that front matter has."""
    if isinstance(value, dict):
        return {key: strings(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [strings(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


class Library:
    """A folder of documents."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()

    def add(self, name: str, text: str = "", **metadata: Any) -> Path:
        metadata = {key.replace("_", "-"): value for key, value in metadata.items()}
        return self.put(name, write(strings({"title": "A Title", **metadata}), text))

    def put(self, name: str, content: str | bytes) -> Path:
        path = self.path / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def registry(self) -> Registry:
        return Registry(self.path, with_bundled=False, cache=Cache(None))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


@pytest.fixture
def bundled() -> Registry:
    return Registry(None)


def gold_citations() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = tomllib.loads((DATA / "citations.toml").read_text(encoding="utf-8"))["case"]
    return cases


collect_ignore = [] if "MEMO_WHEEL" in os.environ else ["wheel"]
"""The wheel's own tests need a wheel: `.ci/run` builds and installs one."""
