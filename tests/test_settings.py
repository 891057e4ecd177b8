"""Folders and settings."""

from pathlib import Path

import platformdirs
import pytest

from memo.settings import load_settings, platform_folder


@pytest.mark.parametrize("kind", ["config", "data", "cache"])
@pytest.mark.parametrize("given", [None, "/somewhere", "  "])
def test_folders_are_those_of_platformdirs(kind: str, given: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reader")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
        if given is not None:
            monkeypatch.setenv(name, given)
    expected = getattr(platformdirs, f"user_{kind}_dir")("memo", appauthor=False)
    assert platform_folder(kind) == Path(expected)  # type: ignore[arg-type]


def test_a_tilde_in_a_library_is_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / "mine").mkdir()
    monkeypatch.setenv("MEMO_LIBRARY", "~/mine")
    assert load_settings().library == tmp_path / "mine"
    assert load_settings("~/mine").library == tmp_path / "mine"
